import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import type { OperationChecks } from '../../fixtures/scenario/operation-checks.ts';
import { Blocked, Violation } from '../../fixtures/scenario/outcome.ts';
import { idsIn, messageIn, messagesIn, participantIn } from '../../fixtures/reading/read.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { objections } from '../../fixtures/scenario/transport.ts';
import { unreadFor, type Walk, type World } from '../message/walk.ts';

/** Claims about the answer of each operation, once its effect was seen. */
export async function judgeOperations(
  { check }: World,
  judge: OperationChecks['judge'],
  walk: Walk,
  { alice, bob }: Readonly<Record<'alice' | 'bob', Person>>,
  { deleted, gone }: Readonly<Record<'deleted' | 'gone', Exchange>>,
): Promise<void> {
  const { id, subject, batch, edited, put, created, joined, modified, sent, busy, list, marked, calm } = walk;
  const { set, flipped, own, left, pages, ids, edit, got, removed, listAfter, without } = walk;
  const unread = unreadFor(bob);
  const page = (): Exchange => {
    const found = pages.find((one) => succeeded(one) && idsIn(one).includes(id)) ?? pages.at(-1);
    if (!found) throw new Blocked('nothing was listed');
    return found;
  };

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
  await judge('sendMessages', sent[0], () =>
    expect(messagesIn(list()).map(({ text }) => text)).toContain(batch[0].text),
  );
  await judge('markRead', marked, () => expect([busy, calm].map(unread)).toEqual([true, false]));
  await judge('setReadState', set, () => expect(unread(flipped)).toBe(!unread(calm)));
  await judge('getMessage', got, () => expect(messageIn(got()).id).toBe(ids()[0]));
  await judge('editMessage', edit, () =>
    expect(messagesIn(listAfter()).map(({ text }) => text)).toContain(edited),
  );
  await judge('deleteMessage', removed, () => expect(idsIn(listAfter())).not.toContain(ids().at(-1)));
  await judge('listMessages', listAfter, () => expect(idsIn(listAfter())).toContain(ids()[0]));
  await judge(
    'listConversations',
    () => page(),
    () => expect(idsIn(page())).toContain(id),
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
}
