/**
 * Two calls at once. Demanded is what holds whichever of the two comes first: the state has to be that after both, in one
 * order or the other. A call that is refused (4xx) has no effect; anything but success and refusal is a fault.
 */
import { describeExchange, refused, succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import { difference, settle, settleMessages, type Difference } from '../../model/differences.ts';
import * as model from '../../model/calls.ts';
import { messagesAsked, type Sequence } from '../sequence.ts';
import { changed, withConversation, type Slot, type State } from '../state.ts';
import type { PairStep, RaceStep } from '../steps.ts';
import { bodyOf } from './conversations.ts';
import { asJson as draftAsJson, dataOf, idsOf, newMessage } from './messages.ts';

export async function pair(sequence: Sequence, { slot, pair: both }: PairStep): Promise<void> {
  const exchanges = await Promise.all(both.map((step) => launch(sequence, step)));
  for (const exchange of exchanges)
    if (!succeeded(exchange) && !refused(exchange))
      throw sequence.contradiction(['TRANSPORT-STATUS-03'], 'calls at once', '2xx or 4xx', exchange);
  const effects = both.flatMap((step, index) => {
    const exchange = exchanges[index];
    return exchange && succeeded(exchange) ? [effectOf(sequence, step, exchange)] : [];
  });
  const states = [effects, effects.toReversed()].map((ordered) =>
    ordered.reduce((state, effect) => effect(state), sequence.state),
  );
  let read: Exchange | undefined;
  let matching: State | undefined;
  const wrong = await sequence.session.look(async () => {
    read = await sequence.api.conversations.get(sequence.id(slot));
    const list = await sequence.api.messages.list(sequence.id(slot), { limit: messagesAsked });
    const judged = states.map((state) => compared(read, list, slot, state));
    matching = states[judged.indexOf(undefined)];
    return matching === undefined ? judged[0] : undefined;
  });
  if (wrong !== undefined && read !== undefined)
    throw sequence.contradiction(
      requirementsOf(both, wrong),
      `calls at once: ${wrong.aspect}`,
      wrong.expected,
      read,
      wrong.received,
    );
  const conversation = matching?.conversations.get(slot);
  if (matching === undefined || conversation === undefined) return;
  const { upToDate } = sequence.session;
  sequence.state = withConversation(
    matching,
    slot,
    settle(read?.body, conversation, { upToDate, isThisOne: true }),
  );
}

function launch(sequence: Sequence, step: RaceStep): Promise<Exchange> {
  const id = sequence.id(step.slot);
  switch (step.do) {
    case 'put':
      return sequence.api.conversations.put(id, bodyOf(sequence, step));
    case 'join':
      return sequence.api.participants.join(id, step.user, step.settings);
    case 'modify':
      return sequence.api.participants.modify(id, step.user, step.settings);
    case 'send':
      return sequence.api.messages.send(
        id,
        step.drafts.map((draft) => draftAsJson(draft)),
      );
  }
}

function effectOf(sequence: Sequence, step: RaceStep, exchange: Exchange): (state: State) => State {
  const { slot } = step;
  switch (step.do) {
    case 'put':
      return (state) =>
        changed(state, slot, (one) => model.put(one, bodyOf(sequence, step), sequence.session.learned));
    case 'join':
      return (state) =>
        changed(state, slot, (one) => model.join(one, step.user, step.settings, sequence.session.learned));
    case 'modify':
      return (state) => changed(state, slot, (one) => model.modify(one, step.user, step.settings));
    case 'send': {
      const ids = idsOf(exchange.body);
      const sent = step.drafts.map((draft, index) => newMessage(draft, ids[index] ?? ''));
      return (state) => changed(state, slot, (one) => model.send(one, sent));
    }
  }
}

function compared(
  read: Exchange | undefined,
  list: Exchange,
  slot: Slot,
  state: State,
): Difference | undefined {
  const conversation = state.conversations.get(slot);
  if (read === undefined || conversation === undefined) return undefined;
  if (!succeeded(read))
    return { aspect: 'missing', expected: 'the conversation', received: describeExchange(read) };
  const shown = dataOf(list.body);
  const messages = settleMessages(shown, conversation.messages);
  const ids = shown.map((one) => (one as { id?: unknown } | null)?.id);
  const lacking = messages.find(({ id }) => ids.filter((one) => one === id).length !== 1);
  if (lacking !== undefined)
    return {
      aspect: 'lastMessage',
      expected: `the message "${lacking.text}" once in the list`,
      received: `${ids.filter((one) => one === lacking.id).length} times among ${ids.length}`,
    };
  return difference(read.body, { ...conversation, messages }, false);
}

/** Beside a PUT it is the merge that lost something. */
function requirementsOf(both: readonly RaceStep[], { aspect }: Difference): string[] {
  if (both.some((step) => step.do === 'put')) return ['PUT-MERGE-12'];
  if (aspect === 'lastMessage') return ['MESSAGE-SEND-01'];
  if (aspect === 'settings') return ['PARTICIPANT-MODIFY-01'];
  return [aspect === 'participants' ? 'PARTICIPANT-JOIN-01' : 'READ-MESSAGE-01'];
}
