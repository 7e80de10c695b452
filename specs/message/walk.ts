import type { Data } from '../../fixtures/builders/data.ts';
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import type { Check, Survey } from '../../fixtures/scenario/check.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import type { Given, Person } from '../../fixtures/scenario/given.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import { worked, type OperationChecks } from '../../fixtures/scenario/operation-checks.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import {
  conversationIn,
  idsIn,
  messageIn,
  messagesIn,
  participantIn,
  sentIdsIn,
  type MessageState,
} from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { pageWith } from '../../fixtures/reading/walk.ts';
import { listing, saying } from './talk.ts';

export interface World {
  readonly api: Api;
  readonly given: Given;
  readonly check: Check;
  readonly survey: Survey;
  readonly eventually: Eventually;
  readonly data: Data;
}

/** Whether the conversation is unread for bob. */
export const unreadFor =
  (bob: Person) =>
  (read: Exchange): boolean =>
    participantIn(read, bob)?.isUnread === true;

/** One walk through the operations, up to where the conversation would be deleted. Judges nothing. */
export async function walkThrough(
  { api, given, eventually, data }: World,
  call: OperationChecks['call'],
  { alice, bob, carol }: Readonly<Record<'alice' | 'bob' | 'carol', Person>>,
) {
  const id = given.newId();
  const [subject, edited] = [data.subject(), data.subject()];
  const by = ({ id: sender }: Person) => ({ type: 'UserMessage' as const, sender, text: data.subject() });
  const system = () => ({ type: 'SystemMessage' as const, text: data.subject() });
  const faulty = (body: object) =>
    call('sendMessages', () => api.call('sendMessages', { conversationId: id }, { body, deliberate: true }));
  const get = (shows: (read: Exchange) => void) =>
    lastReading(eventually, () => api.conversations.get(id), shows);
  const readMessages = (shows: (messages: MessageState[]) => void) =>
    call('listMessages', () =>
      lastReading(
        eventually,
        () => api.messages.list(id),
        (exchange) => shows(messagesIn(exchange)),
      ),
    );
  const unread = unreadFor(bob);
  const batch = [by(alice), system(), by(bob)] as const;
  const newest = by(alice);
  const all = [...batch, newest];

  const put = await api.conversations.put(id, { participants: [alice.id], subject });
  const created = await get((read) => expect(read).toShow({ subject }));
  const joined = await api.participants.join(id, bob.id);
  const modified = await api.participants.modify(id, bob.id, { notify: false });
  const sent = [
    await call('sendMessages', () => api.messages.send(id, [...batch])),
    await call('sendMessages', () => api.messages.send(id, [newest])),
  ] as const;
  const busy = await get((read) => {
    expect(participantIn(read, bob)?.notify).toBe(false);
    if (worked(sent[1])) expect(conversationIn(read).lastMessage?.text).toBe(newest.text);
    if (worked(sent[0])) expect(unread(read)).toBe(true);
  });
  const list = await readMessages((messages) => expect(messages).toHaveLength(all.length));

  const marked = await call('markRead', () => api.readState.markRead(bob.id, id));
  const calm = worked(marked) ? await get((read) => expect(unread(read)).toBe(false)) : busy;
  const set = await call('setReadState', () => api.readState.set(bob.id, id, { isUnread: !unread(calm) }));
  const flipped = await get((read) => expect(unread(read)).toBe(!unread(calm)));

  const own = await call('listUserConversations', () =>
    lastReading(
      eventually,
      () => pageWith(id, (query: Query) => api.inbox.list(bob.id, query)),
      (page) => expect(idsIn(page)).toContain(id),
    ),
  );
  const [stranger, leaver, companion] = [by(carol), by(bob), by(alice)];
  const byStranger = await faulty([stranger]);
  const left = await api.participants.leave(id, bob.id);
  const byLeaver = await faulty([companion, leaver]);

  const quiet = await given.conversation({ with: [alice] });
  const said = await given.optional(() => {
    given.claimed('messages');
    return given.done('sending system messages', api.messages.send(quiet.id, [system(), system()]));
  });
  const pages: Exchange[] = [];
  const places = () =>
    given.optional(() =>
      given.holds('both conversations and their messages are listed', () =>
        listing(api, pages, { id }, quiet),
      ),
    );
  const placesBefore = await places();
  const ids = await given.optional(() =>
    given.holds('sending answers ids', () => {
      const answered = sent.flatMap((exchange) => sentIdsIn(exchange()));
      expect(answered).toHaveLength(all.length);
      return Promise.resolve(answered);
    }),
  );
  const edit = await call('editMessage', () => api.messages.edit(id, firstOf(ids()), { text: edited }));
  const got = await call('getMessage', () =>
    lastReading(
      eventually,
      () => api.messages.get(id, firstOf(ids())),
      (read) => {
        if (worked(edit)) expect(messageIn(read).text).toBe(edited);
      },
    ),
  );
  const placesAfter = await places();
  const removed = await call('deleteMessage', () => api.messages.remove(id, firstOf(ids().slice(-1))));
  const listAfter = await readMessages((messages) => {
    if (worked(edit)) saying({ text: edited }, messages);
    if (worked(removed)) expect(messages.map((message) => message.id)).not.toContain(ids().at(-1));
  });
  const without = await get((read) => {
    expect(read).toHaveParticipants([alice.id]);
    if (worked(removed)) expect(conversationIn(read).lastMessage?.id).not.toBe(ids().at(-1));
  });

  return {
    ...{ id, subject, batch, newest, edited, stranger, leaver, quiet },
    ...{ put, created, joined, modified, sent, busy, list, marked, calm, set, flipped, own },
    ...{ byStranger, left, byLeaver, said, pages, placesBefore, ids, edit, got, placesAfter },
    ...{ removed, listAfter, without, faulty, by },
  };
}

export type Walk = Awaited<ReturnType<typeof walkThrough>>;

function firstOf(ids: readonly string[]): string {
  const [id] = ids;
  if (id === undefined) throw new Blocked('sending messages does not answer their ids');
  return id;
}
