import type { RequestBody } from '../../schemas/types.ts';
import type { Data } from '../../fixtures/builders/data.ts';
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { Check } from '../../fixtures/scenario/check.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import type { Given, Person } from '../../fixtures/scenario/given.ts';
import { expect, type Shown } from '../../fixtures/scenario/matchers.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import {
  conversationIn,
  isObject,
  participantsIn,
  type ConversationState,
  type ParticipantState,
} from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';

export type Body = RequestBody<'putConversation'>;

export const attributeNames = ['subject', 'photoUrl', 'welcomeMessages', 'custom'] as const;

/** Settings that are not the defaults. */
export const settings = { access: 'Read', notify: 'MentionsOnly' } as const;

/** One PUT, and what could be read before and after it. */
export interface Step {
  readonly body: Body;
  readonly put: Exchange;
  /** The reading after it: the first that shows what was put or, where none does, the last. */
  readonly read: Exchange;
  readonly before: ConversationState;
  readonly after: ConversationState;
  /** Throws where what was to happen before this step could not be had. */
  readonly entered: () => unknown;
}

/** A conversation that is changed step by step. */
export interface Story {
  /** Reads until it looks as expected or the consistency window is over. Blocked where it cannot be read. */
  look(expectation: (read: Exchange) => void): Promise<Exchange>;
  /** Puts, then looks. What was last seen is the state before; `expectation` is what else is to be seen after it. */
  put(
    body: Body,
    options?: { readonly entered?: Step['entered']; readonly expectation?: (read: Exchange) => void },
  ): Promise<Step>;
}

/** Begins where the conversation looks as expected, or as it looks when the consistency window is over. */
export async function storyOf(
  id: string,
  { api, given, eventually }: { api: Api; given: Given; eventually: Eventually },
  expectation: (read: Exchange) => void,
): Promise<Story & { readonly first: Exchange }> {
  let last!: ConversationState;
  const look: Story['look'] = async (expected) => {
    const read = await lastReading(eventually, () => api.conversations.get(id), expected);
    last = await given.holds('the conversation can be read', () => Promise.resolve(conversationIn(read)));
    return read;
  };
  return {
    first: await look(expectation),
    look,
    async put(body, { entered = () => undefined, expectation: expected } = {}) {
      const before = last;
      const put = await api.conversations.put(id, body);
      const read = await look((reading) => {
        expect(reading).toShow(shownBy(body));
        expect(participantsIn(reading)).toEqual(expect.arrayContaining(body.participants ?? []));
        expected?.(reading);
      });
      return { body, put, read, before, after: last, entered };
    },
  };
}

/** What the attributes of a body read as. */
export function shownBy({ participants: _, ...attributes }: Body): Shown {
  return attributes.custom === null ? { ...attributes, custom: {} } : attributes;
}

/** Every attribute as it was, but for those that the body names. */
export function expectedAfter({ before, body }: Step): Shown {
  const { subject, photoUrl, welcomeMessages, custom } = before;
  return { subject, photoUrl, welcomeMessages, custom, ...shownBy(body) };
}

/** Which of these people, who must have taken part before the step, do not any more. */
export function goneAfter({ before, after }: Step, people: readonly Person[]): string[] {
  for (const { id, name } of people)
    if (!Object.hasOwn(before.participants, id)) throw new Blocked(`${name} did not take part before`);
  return people.flatMap(({ id, name }) => (Object.hasOwn(after.participants, id) ? [] : [name]));
}

/** Those of these people who took part before the step. */
export function presentBefore({ before }: Step, people: readonly Person[]): Person[] {
  return people.filter(({ id }) => Object.hasOwn(before.participants, id));
}

/** What the scenario of one conversation stands on. */
export interface World {
  readonly api: Api;
  readonly given: Given;
  readonly check: Check;
  readonly eventually: Eventually;
  readonly data: Data;
}

/** Whether an attribute reads as never set. */
export function isUnset(value: unknown): boolean {
  return value === null || value === undefined || (isObject(value) && Object.keys(value).length === 0);
}

/** Claims about a step that several scenarios make. */
export function claimsOf(check: Check) {
  type Claim = (
    requirement: string,
    claim: string,
    step: Step,
    people: readonly Person[],
  ) => Promise<boolean>;
  /** These people, who took part before, still do. */
  const keeps: Claim = (requirement, claim, step, people) =>
    check(requirement, claim, () => {
      step.entered();
      expect(step.put).toSucceed();
      expect(goneAfter(step, people), 'missing').toEqual([]);
    });
  /** What people who were listed again have is as before, and their settings were not the defaults. */
  const settles = (
    requirement: string,
    claim: string,
    step: Step,
    people: readonly Person[],
    what: readonly (keyof ParticipantState)[] = ['access', 'notify', 'isUnread'],
  ): Promise<boolean> =>
    check(requirement, claim, () => {
      step.entered();
      expect(step.put).toSucceed();
      for (const { id } of people) {
        const { access, notify } = step.before.participants[id] ?? {};
        if (access !== settings.access || notify !== settings.notify)
          throw new Blocked('the settings were the defaults before');
        for (const name of what)
          expect(step.after.participants[id]?.[name], name).toEqual(step.before.participants[id]?.[name]);
      }
    });
  /** Attributes that were not named are as before, and those that were are as named. */
  const merges = (requirement: string, claim: string, step: Step): Promise<boolean> =>
    check(requirement, claim, () => {
      step.entered();
      expect(step.put).toSucceed();
      expect(step.read).toShow(expectedAfter(step));
    });
  return { keeps, settles, merges };
}
