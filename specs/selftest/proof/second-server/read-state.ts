import type { ConversationView, MessageView } from './projection.ts';
import type { Choices } from './switches/index.ts';

/** The messages that this participant has not read. Own messages are never among them (page: its sample). */
export const unreadMessages = (
  view: ConversationView,
  userId: string,
  choices: Choices,
): readonly MessageView[] => {
  const participation = view.participants.get(userId);
  if (!participation) return [];
  const deleted = choices.unreadOfDeleted === 'stays' ? view.deletedMessages : [];
  return [...view.messages, ...deleted].filter(
    (message) =>
      message.position > participation.readUpTo &&
      message.senderId !== userId &&
      (choices.systemUnread === 'unread' || message.type === 'UserMessage'),
  );
};

/** Unread is what has unread messages or was marked so (companion 1). */
export const isUnread = (view: ConversationView, userId: string, choices: Choices): boolean =>
  view.participants.get(userId)?.marked === true || unreadMessages(view, userId, choices).length > 0;

/** Who has read a message: marking a conversation read reads all that is in it (page). */
export const readBy = (view: ConversationView, message: MessageView, choices: Choices): readonly string[] => {
  const readers = [...view.reads]
    .filter(([, position]) => position > message.position)
    .map(([userId]) => userId)
    .filter((userId) => choices.readers !== 'participants' || view.participants.has(userId))
    .filter((userId) => userId !== message.senderId || choices.ownInReadBy === 'yes');
  const own = choices.senderInReadBy === 'yes' && message.senderId !== null ? [message.senderId] : [];
  const all = [...new Set([...own, ...readers])];
  if (choices.readByOrder === 'sorted') return all.sort();
  return choices.readByOrder === 'latest' ? all.reverse() : all;
};

/** The newest message, or null (page). */
export const lastMessage = (view: ConversationView): MessageView | null => view.messages.at(-1) ?? null;
