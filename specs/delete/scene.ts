import type { Data } from '../../fixtures/builders/data.ts';
import type { Api } from '../../fixtures/client/api.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import type { Given } from '../../fixtures/scenario/given.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { timestamp } from '../../fixtures/reading/read.ts';
import type { Capability } from '../requirements/index.ts';
import type { Target } from '../../fixtures/target/target.ts';
import { expect } from '../../fixtures/test.ts';
import { makeView } from '../../fixtures/reading/view.ts';
import { makePace } from '../../fixtures/reading/pace.ts';

/** What a scenario works with. */
export interface Tools {
  readonly api: Api;
  readonly given: Given;
  readonly eventually: Eventually;
  readonly data: Data;
  readonly target: Target;
}

export type Scene = Awaited<ReturnType<typeof makeScene>>;

/** @throws NotApplicable where the target disclaims it */
export function requires({ capabilities }: Target, name: Capability): void {
  if (capabilities[name] === 'disclaimed') throw new NotApplicable(`the target disclaims ${name}`);
}

/**
 * A conversation with everything: attributes, three participants and a former one, messages, other settings and an
 * unread mark. Around it look-alikes, among them one created before and one after it. What a target did not bring about
 * blocks only the checks that ask for it.
 */
export async function makeScene({ given, eventually, data, target }: Tools) {
  const { alice, bob, dave, grace } = await given.users('alice', 'bob', 'dave', 'grace');
  const people = [alice, bob, grace];

  // One id is prefix and suffix of the one to delete, one differs in case only, one begins with it.
  const part = given.newId();
  const id = `${part}-${part}`;
  const attributes = data.attributes();
  const earlier = await given.conversation({ id: part, with: people, subject: data.subject() });
  // Without messages, in the list of alice, which is asked for in its own order.
  const variant = await given.conversation({ id: `${part}-${part.toUpperCase()}`, with: [alice, bob] });
  const conversation = await given.conversation({ id, with: [...people, dave], ...attributes });
  const texts = [alice, grace].map((from) => ({ from, text: data.text() }));
  const controls = {
    talks: target.capabilities.messages !== 'disclaimed',
    send: await given.optional(() => given.messagesAtOnce(conversation, ...texts)),
    modify: await given.api.participants.modify(id, bob.id, { access: 'Read', notify: 'MentionsOnly' }),
    mark: await given.optional(() => {
      requires(target, 'readState');
      return given.api.readState.set(bob.id, id, { isUnread: true });
    }),
  };
  await given.api.participants.leave(id, dave.id);
  const view = makeView(given.api, eventually, conversation);
  await given.optional(() =>
    given.holds('the conversation shows what was done to it', async () => {
      const { participants } = await view.read();
      expect(participants[bob.id]).toEqual({ access: 'Read', notify: 'MentionsOnly', isUnread: true });
      expect(Object.keys(participants)).not.toContain(dave.id);
      expect(controls.send()).toContain(view.last.lastMessage?.id);
    }),
  );
  const seen = await given.holds('the conversation can be read', () => Promise.resolve(view.last));

  // Two timestamps tell little about the clock.
  const pace = makePace(12);
  const times = [seen.createdAt, seen.lastMessage?.createdAt];
  pace.saw(...times.filter((time) => typeof time === 'number'));
  await pace.pause();
  const { custom, ...others } = data.attributes();
  const alike = { ...custom, category: attributes.custom?.['category'] ?? '' };
  const later = await given.conversation({ id: `${id}-2`, with: people, ...others, custom: alike });
  const laterMessages = await given.optional(async () => {
    const sent = await given.messages(later, { from: alice, text: data.text() });
    await given.messages(earlier, { from: alice, text: data.text() });
    return sent;
  });
  return {
    ...{ alice, bob, grace, dave, id, earlier, variant, later, attributes, controls, pace },
    /** The conversation before it was deleted. */
    seen,
    /** Ids of the messages of the later conversation. */
    laterMessages,
    /** Unix ms. */
    createdAt: () => timestamp(seen.createdAt, 'createdAt'),
    lastMessageAt: () => {
      controls.send();
      return timestamp(seen.lastMessage?.createdAt, 'createdAt of lastMessage');
    },
  };
}
