import { refused, succeeded } from '../../fixtures/client/exchange.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import { participantIn } from '../../fixtures/reading/read.ts';
import { settings, storyOf, type Step, type World } from './steps.ts';

/**
 * A conversation that is created with one person alone, gets everything else at once, and is then changed attribute by
 * attribute, before there are messages.
 */
export async function growUp(
  world: World,
  { alice, bob, carol }: Readonly<Record<'alice' | 'bob' | 'carol', Person>>,
) {
  const { api, given, data } = world;
  const id = given.newId();
  const created = await api.conversations.put(id, { participants: [alice.id] });
  if (!succeeded(created)) {
    await given.done('creating a conversation', given.api.conversations.put(id, {}));
    await given.done('adding a person', given.api.conversations.put(id, { participants: [alice.id] }));
  }
  const story = await storyOf(id, world, (read) => expect(read).toHaveParticipants([alice.id]));

  const attributes = data.attributes();
  const grown = await story.put({ ...attributes, participants: [bob.id] });
  const nothing = await story.put({});
  const updates = {
    subject: data.subject(),
    photoUrl: data.photoUrl(),
    // Shorter, and in part as before: neither added to the old list nor laid over it.
    welcomeMessages: attributes.welcomeMessages?.slice(1) ?? [],
    // Not every key: whether the others are kept is a requirement of its own.
    custom: { category: data.value(), added: data.value() },
  };
  const updated: Step[] = [];
  for (const name of ['subject', 'photoUrl', 'welcomeMessages'] as const)
    updated.push(await story.put({ [name]: updates[name] }));
  const modified = await given.optional(() =>
    given.done('changing settings', given.api.participants.modify(id, bob.id, settings)),
  );
  updated.push(
    await story.put(
      { custom: updates.custom },
      { expectation: (read) => expect({ ...participantIn(read, bob) }).toMatchObject(settings) },
    ),
  );
  const twice = await story.put({ participants: [carol.id, bob.id, carol.id] }, { entered: modified });
  const listed = refused(twice.put)
    ? await story.put({ participants: [carol.id, bob.id] }, { entered: modified })
    : twice;

  return { id, created, story, updates, grown, nothing, updated, twice, listed };
}

export type Youth = Awaited<ReturnType<typeof growUp>>;
