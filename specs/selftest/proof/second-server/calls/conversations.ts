import { checkExtras, checkNewId, readAttributes, readParticipants } from '../body.ts';
import type { AttributeChanges, ConversationEvent } from '../events.ts';
import { mergeTexts } from '../projection.ts';
import type { ConversationView } from '../projection.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { showConversation } from '../views.ts';
import { bodyOf, existing } from './call.ts';
import type { Call, Handler } from './call.ts';

/** GET answers one conversation or 404 (page). */
export const getConversation: Handler = ({ store, conversationId, choices }) => {
  const view = store.conversation(conversationId, 'conversation');
  if (!view) throw new Refusal(404, 'CONVERSATION_NOT_FOUND');
  return showConversation(view, choices);
};

const known = (ids: readonly string[], { store, choices }: Call): readonly string[] => {
  const unknown = ids.filter((id) => !store.user(id));
  if (unknown.length > 0 && choices.unknownParticipants === 'refused')
    throw new Refusal(choices.unknownParticipant, 'USER_NOT_FOUND', { participants: unknown.join(', ') });
  return ids.filter((id) => !unknown.includes(id));
};

const checkSizes = (
  before: ConversationView | undefined,
  changes: AttributeChanges,
  size: number,
  call: Call,
) => {
  const { customKeysMax, participantsMax } = call.choices;
  const keys = mergeTexts(before?.custom ?? new Map<string, string>(), changes.custom).size;
  if (keys > customKeysMax) throw badRequest('custom', `more than ${customKeysMax} keys`);
  if (size > participantsMax) throw badRequest('participants', `more than ${participantsMax}`);
};

/** Who is added has the default settings, also after having been there before (companion 7). */
const joining = (userId: string, conversationId: string): ConversationEvent => ({
  type: 'ParticipantJoined',
  conversationId,
  userId,
  access: 'ReadWrite',
  notify: true,
});

/** PUT creates or merges; people in the list are added and nobody is removed (page). */
export const putConversation: Handler = (call) => {
  const { store, conversationId, choices } = call;
  const body = bodyOf(call);
  const before = store.conversation(conversationId);
  if (!before) checkNewId(conversationId, choices.conversationIdMax, choices);
  checkExtras(body, 'conversation', conversationId, choices);
  const changes = readAttributes(body, choices);
  const added = known(readParticipants(body, choices), call).filter((id) => !before?.participants.has(id));
  checkSizes(before, changes, (before?.participants.size ?? 0) + added.length, call);
  const saved: ConversationEvent = { type: 'ConversationSaved', conversationId, changes };
  const changed = !before || Object.keys(changes).length > 0;
  store.log.append(
    store.now(),
    ...(changed ? [saved] : []),
    ...added.map((id) => joining(id, conversationId)),
  );
  if (choices.putConversation === 'id') return { id: conversationId };
  return choices.putConversation === 'resource' ? showConversation(existing(call), choices) : {};
};

/** DELETE erases the conversation for everybody; its users stay (page). */
export const deleteConversation: Handler = (call) => {
  const { store, conversationId, choices } = call;
  if (choices.deleteMissing === 200 && !store.conversation(conversationId)) return {};
  existing(call);
  store.log.append(store.now(), { type: 'ConversationDeleted', conversationId });
  return {};
};
