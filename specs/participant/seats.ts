import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { expect, type Settings } from '../../fixtures/scenario/matchers.ts';
import { conversationIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';

type Calls = Api['participants'];

/** What one reading says about a person: access and notify, or undefined for one who does not take part. */
export type Seats = (person: Person) => Settings | undefined;

/** The participation endpoint of one conversation, by person. */
export interface Table {
  readonly join: (person: Person, body: Parameters<Calls['join']>[2]) => Promise<Exchange>;
  readonly modify: (person: Person, body: Parameters<Calls['modify']>[2]) => Promise<Exchange>;
  /** A call whose body breaks the documented type. */
  readonly faulty: (
    operation: 'joinConversation' | 'modifyParticipation',
    person: Person,
    body: object,
  ) => Promise<Exchange>;
  /** The seats as last read, once these are shown or the consistency window is over. */
  readonly seen: (...expected: readonly (readonly [Person, Settings | undefined])[]) => Promise<Seats>;
}

export function tableOf(conversation: Conversation, api: Api, given: Given, eventually: Eventually): Table {
  const { id } = conversation;
  return {
    join: (person, body) => api.participants.join(id, person.id, body),
    modify: (person, body) => api.participants.modify(id, person.id, body),
    faulty: (operation, person, body) =>
      api.call(operation, { conversationId: id, userId: person.id }, { body, deliberate: true }),
    async seen(...expected) {
      const read = await lastReading(
        eventually,
        () => api.conversations.get(id),
        (reading) => {
          for (const [person, settings] of expected) expect(seatsIn(reading)(person)).toEqual(settings);
        },
      );
      return given.holds('the conversation can be read', () => Promise.resolve(seatsIn(read)));
    },
  };
}

function seatsIn(reading: Exchange): Seats {
  const { participants } = conversationIn(reading);
  return ({ id }) => {
    const state = participants[id];
    return state && { access: state.access, notify: state.notify };
  };
}
