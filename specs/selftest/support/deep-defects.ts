/**
 * Defects that need a history of several calls, and that no scenario of the suite finds: only the explorer does. They are
 * no part of the catalogue of defects, in which every entry has to be found by the scenarios.
 */
import type { Conversation, Participation } from '../../../fixtures/server/core/model.ts';
import type { Patch } from '../../../fixtures/server/core/rules/index.ts';

export interface DeepDefect {
  readonly description: string;
  /** A requirement that it breaks. */
  readonly breaks: string;
  readonly patch: Patch;
}

const somebody = ({ participants }: Conversation, is: (one: Participation) => boolean): boolean =>
  [...participants.values()].some(is);

export const deepDefects: Readonly<Record<string, DeepDefect>> = {
  'comeback-by-put-keeps-old-settings': {
    description: 'Who left and is brought back by PUT has the settings of before.',
    breaks: 'RETRIEVE-FOUND-05',
    patch: (rules) => ({
      addParticipants(ctx, before, ids, now) {
        const after = rules.addParticipants(ctx, before, ids, now);
        const old = (id: string): Partial<Participation> => {
          const former = before.participants.has(id) ? undefined : before.formers.get(id)?.participation;
          return former ? { access: former.access, notify: former.notify } : {};
        };
        const participants = new Map(
          [...after.participants].map(([id, one]) => [id, { ...one, ...old(id) }]),
        );
        return { ...after, participants };
      },
    }),
  },
  'emptied-conversation-cannot-be-unread': {
    description: 'Marking as unread does nothing once somebody has left and no message is there any more.',
    breaks: 'READ-UNREAD-03',
    patch: (rules) => ({
      markUnreadBy: (ctx, before, userId) =>
        before.formers.size > 0 && before.messages.length === 0
          ? before
          : rules.markUnreadBy(ctx, before, userId),
    }),
  },
  'third-message-of-a-reader-resets-its-access': {
    description: 'From the third message on, sending gives the sender back the right to write.',
    breaks: 'PARTICIPANT-MODIFY-01',
    patch: (rules) => ({
      appendMessages(ctx, before, drafts) {
        const { conversation, sent } = rules.appendMessages(ctx, before, drafts);
        if (conversation.messages.length < 3) return { conversation, sent };
        const senders = new Set(sent.map(({ senderId }) => senderId));
        const participants = new Map(
          [...conversation.participants].map(([id, one]) => [
            id,
            senders.has(id) ? { ...one, access: 'ReadWrite' as const } : one,
          ]),
        );
        return { conversation: { ...conversation, participants }, sent };
      },
    }),
  },
  'null-subject-removes-custom-of-the-unread': {
    description:
      'PUT of subject null clears custom as well where somebody has marked the conversation as unread.',
    breaks: 'PUT-MERGE-03',
    patch: (rules) => ({
      mergeAttributes(ctx, before, patch) {
        const after = rules.mergeAttributes(ctx, before, patch);
        const marked = somebody(before, ({ markedUnread }) => markedUnread);
        return patch.subject === null && marked ? { ...after, custom: new Map() } : after;
      },
    }),
  },
};
