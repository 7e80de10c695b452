/** Texts by key; `null` in a change removes the key. */
export type Texts = ReadonlyMap<string, string>;
export type TextChanges = ReadonlyMap<string, string | null> | null;

export type Access = 'ReadWrite' | 'Read' | 'None';
export type Notify = boolean | 'MentionsOnly';

/** What a PUT of a conversation changes: only what was sent (page: it acts like a PATCH). */
export interface AttributeChanges {
  readonly subject?: string | null;
  readonly photoUrl?: string | null;
  readonly welcomeMessages?: readonly string[] | null;
  readonly custom?: TextChanges;
}

export interface NewMessage {
  readonly messageId: string;
  readonly type: 'UserMessage' | 'SystemMessage';
  readonly senderId: string | null;
  readonly text: string;
  readonly custom: Texts;
  readonly referencedMessageId: string | null;
  readonly idempotencyKey: string | null;
  readonly createdAt: number;
}

export type ConversationEvent = { readonly conversationId: string } & (
  | { readonly type: 'ConversationSaved'; readonly changes: AttributeChanges }
  | { readonly type: 'ConversationDeleted' }
  | {
      readonly type: 'ParticipantJoined';
      readonly userId: string;
      readonly access: Access;
      readonly notify: Notify;
    }
  | {
      readonly type: 'ParticipantChanged';
      readonly userId: string;
      readonly access: Access;
      readonly notify: Notify;
    }
  | { readonly type: 'ParticipantLeft'; readonly userId: string; readonly version: string }
  | ({ readonly type: 'MessageSent' } & { readonly message: NewMessage })
  | {
      readonly type: 'MessageEdited';
      readonly messageId: string;
      readonly text?: string;
      readonly custom?: TextChanges;
    }
  | { readonly type: 'MessageDeleted'; readonly messageId: string }
  | { readonly type: 'MarkedRead'; readonly userId: string }
  | { readonly type: 'MarkedUnread'; readonly userId: string }
);

/** Fields of a user as sent; those left out stay (companion 5). */
export type UserFields = Readonly<Record<string, unknown>>;

export interface UserEvent {
  readonly type: 'UserSaved';
  readonly userId: string;
  readonly fields: UserFields;
  readonly custom?: TextChanges;
}

/** An event in its place: `position` counts from 0, `at` is the server's clock, `recordedAt` the real one. */
export interface Entry<E> {
  readonly position: number;
  readonly at: number;
  readonly recordedAt: number;
  readonly event: E;
}

const add = <E>(index: Map<string, Entry<E>[]>, id: string, entry: Entry<E>): void => {
  const entries = index.get(id);
  if (entries) entries.push(entry);
  else index.set(id, [entry]);
};

/** Everything that ever happened in one app. Nothing is changed or removed; two indexes find it by id. */
export class EventLog {
  #length = 0;
  readonly #conversations = new Map<string, Entry<ConversationEvent>[]>();
  readonly #users = new Map<string, Entry<UserEvent>[]>();

  append(at: number, ...events: readonly (ConversationEvent | UserEvent)[]): void {
    const recordedAt = Date.now();
    for (const event of events) {
      const place = { position: this.#length++, at, recordedAt };
      if ('conversationId' in event) add(this.#conversations, event.conversationId, { ...place, event });
      else add(this.#users, event.userId, { ...place, event });
    }
  }

  conversation(id: string): readonly Entry<ConversationEvent>[] {
    return this.#conversations.get(id) ?? [];
  }

  user(id: string): readonly Entry<UserEvent>[] {
    return this.#users.get(id) ?? [];
  }

  conversationIds(): readonly string[] {
    return [...this.#conversations.keys()];
  }

  userIds(): readonly string[] {
    return [...this.#users.keys()];
  }
}
