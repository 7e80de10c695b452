/** One sequence of calls: the state of the model, and how an answer is compared with it. */
import { describeExchange, refused, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { clockSkewMs, isObject } from '../../fixtures/reading/read.ts';
import { blame } from './blame.ts';
import { Contradiction } from './contradiction.ts';
import { difference, settle, settleMessages, type Difference } from '../model/differences.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Session } from './session.ts';
import { creationOrder, nothing, withConversation, type Deleted, type Slot, type State } from './state.ts';
import type { Step } from './steps.ts';

/** The call after which a conversation is looked at. */
interface Write {
  readonly step: Step;
  readonly slot: Slot;
  readonly before: Conversation | undefined;
  readonly deleted: Deleted | undefined;
  /** It was refused, and so must have changed nothing. */
  readonly refused: boolean;
}

/** Items of a page of a list of messages. */
export const messagesAsked = 30;

/** Conversations that are read to find out whether a list alone is wrong. */
const mostVerified = 10;

export class Sequence {
  readonly session: Session;
  state: State = nothing;
  /** What was done so far. */
  readonly steps: Step[] = [];
  #lastWrite: Write | undefined;

  constructor(session: Session) {
    this.session = session;
    session.begin();
  }

  get api(): Session['api'] {
    return this.session.api;
  }

  id(slot: Slot): string {
    return this.session.idOf(slot);
  }

  conversation(slot: Slot): Conversation | undefined {
    return this.state.conversations.get(slot);
  }

  /** A valid request has to succeed. */
  mustSucceed(exchange: Exchange, requirements: readonly string[]): void {
    if (succeeded(exchange)) return;
    throw this.contradiction(requirements, `${exchange.operation} succeeds`, 'a success (200)', exchange);
  }

  /** A request has to be refused; what it must not do is looked at afterwards. */
  mustBeRefused(exchange: Exchange, requirements: readonly string[], claim: string): void {
    if (refused(exchange)) return;
    throw this.contradiction(requirements, claim, 'a refusal (4xx)', exchange);
  }

  contradiction(
    requirements: readonly string[],
    claim: string,
    expected: string,
    exchange: Exchange,
    received = describeExchange(exchange).replace(/^#\d+ /, ''),
  ): Contradiction {
    return new Contradiction({ requirements, claim, expected, received, exchange });
  }

  /** The new state after a call, which GET has to show. */
  async become(step: Step, slot: Slot, state: State): Promise<void> {
    this.#lastWrite = this.#write(step, slot, false);
    this.state = state;
    await this.verify(slot);
  }

  /** The state after a call that was refused, which GET has to show as before. */
  async remain(step: Step, slot: Slot): Promise<void> {
    this.#lastWrite = this.#write(step, slot, true);
    await this.verify(slot);
  }

  #write(step: Step, slot: Slot, wasRefused: boolean): Write {
    const deleted = this.state.deleted.get(slot);
    return { step, slot, before: this.conversation(slot), deleted, refused: wasRefused };
  }

  /** GET of each conversation of the sequence shows what is known. */
  async verifyAll(): Promise<void> {
    const known = [...new Set(this.state.creations)].slice(0, mostVerified);
    for (const slot of known) await this.verify(slot);
  }

  /** GET of a conversation shows what the model says, within the consistency window. */
  async verify(slot: Slot): Promise<void> {
    let exchange: Exchange | undefined;
    const wrong = await this.session.look(async () => {
      exchange = await this.api.conversations.get(this.id(slot));
      return this.#judge(exchange, slot);
    });
    if (exchange === undefined) return;
    if (wrong !== undefined) throw this.#accusation(wrong, slot, exchange);
    const model = this.conversation(slot);
    if (model === undefined) return;
    const { upToDate } = this.session;
    const isFirst = !this.state.deleted.has(slot);
    this.state = withConversation(
      this.state,
      slot,
      settle(exchange.body, model, { upToDate, isThisOne: upToDate || isFirst }),
    );
    this.#requireOrderOfCreation(slot, exchange);
  }

  async #judge(exchange: Exchange, slot: Slot): Promise<Difference | undefined> {
    const model = this.conversation(slot);
    const answer = describeExchange(exchange).replace(/^#\d+ /, '');
    if (model === undefined)
      return exchange.status === 404
        ? undefined
        : { aspect: 'missing', surplus: true, expected: 'status 404', received: answer };
    if (!succeeded(exchange)) return { aspect: 'missing', expected: 'the conversation', received: answer };
    const wrong = difference(exchange.body, model, false);
    if (wrong?.aspect !== 'lastMessage' || model.messages.length < 2) return wrong;
    // Which of two messages is the newest is open where their timestamps are equal, and those may be unknown yet.
    const { body } = await this.api.messages.list(this.id(slot), { limit: messagesAsked });
    const shown: readonly unknown[] = isObject(body) && Array.isArray(body['data']) ? body['data'] : [];
    const learnt = { ...model, messages: settleMessages(shown, model.messages) };
    this.state = withConversation(this.state, slot, learnt);
    return difference(exchange.body, learnt, false);
  }

  #accusation(wrong: Difference, slot: Slot, exchange: Exchange): Contradiction {
    const last = this.#lastWrite;
    const what = wrong.aspect === 'missing' ? 'whether it exists' : wrong.aspect;
    if (this.conversation(slot) === undefined) {
      const gone = last?.step.do === 'delete' && last.slot === slot;
      const requirements = gone
        ? ['DELETE-GONE-01']
        : [this.state.deleted.has(slot) ? 'DELETE-GONE-05' : 'RETRIEVE-MISSING-01'];
      const claim = gone ? 'a deleted conversation is gone' : 'GET of what does not exist';
      return this.#told(requirements, claim, wrong, exchange);
    }
    if (last === undefined) return this.#told(['RETRIEVE-FOUND-01'], `GET: ${what}`, wrong, exchange);
    const elsewhere = last.slot !== slot;
    const call = last.refused ? `refused ${last.step.do}` : last.step.do;
    const where = elsewhere ? `${call} of another conversation` : call;
    const requirements = blame({ ...last, elsewhere }, wrong);
    return this.#told(requirements, `after ${where}: ${what}`, wrong, exchange, `GET: ${what}`);
  }

  #told(
    requirements: readonly string[],
    claim: string,
    wrong: Difference,
    exchange: Exchange,
    kind?: string,
  ): Contradiction {
    const { expected, received } = wrong;
    return new Contradiction({
      requirements,
      claim,
      expected,
      received,
      exchange,
      ...(kind === undefined ? {} : { kind }),
    });
  }

  /** What was created later is not older. */
  #requireOrderOfCreation(slot: Slot, exchange: Exchange): void {
    const own = this.conversation(slot);
    if (own?.createdAt === undefined) return;
    const deletedOne = this.state.deleted.get(slot)?.createdAt;
    if (deletedOne !== undefined && own.createdAt < deletedOne - clockSkewMs)
      throw this.contradiction(
        ['DELETE-REBIRTH-04'],
        'createdAt of a conversation created again',
        `createdAt of at least ${deletedOne}`,
        exchange,
        `createdAt ${own.createdAt}`,
      );
    const order = (one: Slot): number => creationOrder(this.state, one);
    for (const [other, { createdAt }] of this.state.conversations) {
      if (createdAt === undefined || order(other) >= order(slot)) continue;
      if (own.createdAt >= createdAt - clockSkewMs) continue;
      throw this.contradiction(
        ['RETRIEVE-FOUND-06'],
        'createdAt in the order of creation',
        `createdAt of at least ${createdAt}, that of one created before`,
        exchange,
        `createdAt ${own.createdAt}`,
      );
    }
  }
}
