import type { Exchange } from '../../fixtures/client/exchange.ts';
import { differences } from '../../fixtures/reading/differences.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { conversationIn, conversationState, fieldIn } from '../../fixtures/reading/read.ts';
import { expect } from '../../fixtures/test.ts';

/** Judges that a list shows of a conversation what the conversation itself shows. */
export function mustBeLike(item: Readonly<Record<string, unknown>> | undefined, read: Exchange): void {
  if (!item) throw new Blocked('the list does not show that conversation');
  expect(differing(item, read)).toEqual([]);
}

/** What a list shows otherwise than the conversation itself; `isUnread` is compared only where the list shows it. */
function differing(item: Readonly<Record<string, unknown>>, read: Exchange): string[] {
  const listed = conversationState(item);
  const { participants, ...state } = conversationIn(read);
  const comparable = Object.entries(participants).map(
    ([id, { isUnread, ...settings }]): [string, unknown] => {
      const shown = listed.participants[id]?.isUnread !== undefined;
      return [id, { ...settings, isUnread: shown ? isUnread : undefined }];
    },
  );
  const topics = [item['topicId'], fieldIn(read, 'topicId')].filter((topic) => typeof topic === 'string');
  return [
    ...differences({ ...state, participants: Object.fromEntries(comparable) }, listed),
    ...(topics.length === 2 ? differences(topics[1], topics[0], 'topicId') : []),
  ];
}
