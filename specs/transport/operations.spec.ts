/**
 * Every operation answers 200 with JSON of its documented type. API getting started page: statuses and bodies; for the
 * types the page of each operation.
 */
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { makeOperationChecks, worked } from '../../fixtures/operation-checks.ts';
import { Blocked, Violation } from '../../fixtures/outcome.ts';
import {
  conversationIn,
  idsIn,
  messageIn,
  messagesIn,
  participantIn,
  sentIdsIn,
} from '../../fixtures/read.ts';
import { lastReading } from '../../fixtures/reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { objections } from '../../fixtures/transport.ts';
import { pageWith } from '../../fixtures/walk.ts';

/** Pages of a list that are looked through; a conversation with a fresh message is among the first. */
const mostPages = 5;

test(
  'one walk through the operations',
  covers('TRANSPORT-STATUS', 'TRANSPORT-SCHEMA'),
  async ({ api, given, check, survey, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { call, judge } = makeOperationChecks({ check, survey, given });
    const id = given.newId();
    const [subject, edited] = [data.subject(), data.subject()];
    const messages = [data.subject(), data.subject()].map((text) => ({
      type: 'UserMessage' as const,
      sender: alice.id,
      text,
    }));
    const get = (shows: (read: Exchange) => void) =>
      lastReading(eventually, () => api.conversations.get(id), shows);
    const unread = (read: Exchange): boolean => participantIn(read, bob)?.isUnread === true;
    const lastIn = (read: Exchange): string => String(conversationIn(read).lastMessage?.id);

    const put = await api.conversations.put(id, { participants: [alice.id], subject });
    const created = await get((read) => expect(read).toShow({ subject }));
    const joined = await api.participants.join(id, bob.id);
    const modified = await api.participants.modify(id, bob.id, { notify: false });
    const sent = await call('sendMessages', () => api.messages.send(id, messages));
    const busy = await get((read) => {
      expect(participantIn(read, bob)?.notify).toBe(false);
      if (worked(sent)) expect(unread(read)).toBe(true);
    });

    const marked = await call('markRead', () => api.readState.markRead(bob.id, id));
    const calm = worked(marked) ? await get((read) => expect(unread(read)).toBe(false)) : busy;
    const set = await call('setReadState', () => api.readState.set(bob.id, id, { isUnread: !unread(calm) }));
    const flipped = await get((read) => expect(unread(read)).toBe(!unread(calm)));

    const last = await given.optional(() => Promise.resolve(lastIn(busy)));
    const other = await given.optional(() => {
      const [one] = sentIdsIn(sent()).filter((messageId) => messageId !== last());
      if (one === undefined) throw new Blocked('sending two messages does not answer two ids');
      return Promise.resolve(one);
    });
    const got = await call('getMessage', () => api.messages.get(id, other()));
    const edit = await call('editMessage', () => api.messages.edit(id, other(), { text: edited }));
    const removed = await call('deleteMessage', () => api.messages.remove(id, last()));
    const listed = await call('listMessages', () =>
      lastReading(
        eventually,
        () => api.messages.list(id),
        (read) => {
          if (worked(edit)) expect(messagesIn(read).map(({ text }) => text)).toContain(edited);
          if (worked(removed)) expect(idsIn(read)).not.toContain(last());
        },
      ),
    );
    const found = (list: (query: Query) => Promise<Exchange>) =>
      lastReading(
        eventually,
        () => pageWith(id, list, mostPages),
        (page) => expect(idsIn(page)).toContain(id),
      );
    const all = await found((query) => api.conversations.list(query));
    const own = await call('listUserConversations', () => found((query) => api.inbox.list(bob.id, query)));
    const left = await api.participants.leave(id, bob.id);
    const without = await get((read) => expect(read).toHaveParticipants([alice.id]));
    const deleted = await api.conversations.remove(id);
    const gone = await get((read) => expect(read).toHaveStatus(404));

    const existed = (): void => expect(created).toShow({ subject });
    await judge('putConversation', () => put, existed);
    await judge('getConversation', () => created, existed);
    await judge(
      'joinConversation',
      () => joined,
      () => {
        expect(participantIn(created, bob)).toBeUndefined();
        expect(participantIn(busy, bob)).toBeDefined();
      },
    );
    await judge(
      'modifyParticipation',
      () => modified,
      () => expect(participantIn(busy, bob)?.notify).toBe(false),
    );
    await judge('sendMessages', sent, () =>
      expect(messages.map(({ text }) => text)).toContain(conversationIn(busy).lastMessage?.text),
    );
    await judge('markRead', marked, () => expect([busy, calm].map(unread)).toEqual([true, false]));
    await judge('setReadState', set, () => expect(unread(flipped)).toBe(!unread(calm)));
    await judge('getMessage', got, () => expect(messageIn(got()).id).toBe(other()));
    await judge('editMessage', edit, () =>
      expect(messagesIn(listed()).map(({ text }) => text)).toContain(edited),
    );
    await judge('deleteMessage', removed, () => expect(idsIn(listed())).not.toContain(last()));
    await judge('listMessages', listed, () => expect(idsIn(listed())).toContain(other()));
    await judge(
      'listConversations',
      () => all,
      () => expect(idsIn(all)).toContain(id),
    );
    await judge('listUserConversations', own, () => expect(idsIn(own())).toContain(id));
    await judge(
      'leaveConversation',
      () => left,
      () => expect(without).toHaveParticipants([alice.id]),
    );
    await judge(
      'deleteConversation',
      () => deleted,
      () => {
        existed();
        expect(gone).toHaveStatus(404);
      },
    );

    await check(
      'TRANSPORT-STATUS-05',
      'the body of a 404',
      () => {
        if (!succeeded(created) || gone.status !== 404) throw new Blocked('nothing answered 404');
        const objection = objections(gone).get('TRANSPORT-STATUS-05');
        if (objection) throw new Violation(objection.expected, objection.received);
      },
      [gone],
    );
  },
);
