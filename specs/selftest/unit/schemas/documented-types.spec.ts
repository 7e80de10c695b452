import { expect, test } from '@playwright/test';
import { definition, type JsonSchema } from '../../../../schemas/json-schema.ts';
import { schemaOf } from '../../../../schemas/schema-files.ts';
import { requestTypeNames, responseTypeNames, type TypeName } from '../../../../schemas/types.ts';

/** The generated schemas say what the documentation says: what is required, nullable, closed. */
const conversation = schemaOf('Conversation');

test('every documented field of a conversation and of a message is required', () => {
  expect(conversation.required?.toSorted()).toEqual(
    'createdAt custom id lastMessage participants photoUrl subject topicId welcomeMessages'.split(' '),
  );
  expect(defined(conversation, 'Participant').required?.toSorted()).toEqual(['access', 'isUnread', 'notify']);
  expect(schemaOf('Message').required).toHaveLength(13);
  expect(defined(conversation, 'Message').required).toHaveLength(13);
});

test('a user needs an id and a name', () => {
  expect(schemaOf('User').required).toEqual(['id', 'name']);
  expect(Object.keys(schemaOf('User').properties ?? {})).toHaveLength(13);
});

test('a timestamp is an integer whose bounds exclude seconds and microseconds', () => {
  const { type, minimum, maximum } = defined(conversation, 'UnixMilliseconds');
  expect({ type, minimum, maximum }).toEqual({ type: 'integer', minimum: 1e12, maximum: 1e13 - 1 });
});

test('maps keep the type of their values', () => {
  expect(defined(conversation, 'CustomData').additionalProperties).toEqual({ type: 'string' });
  expect(defined(conversation, 'ParticipantMap').additionalProperties).toEqual({
    $ref: '#/$defs/Participant',
  });
});

test('responses may carry unknown properties, requests may not', () => {
  for (const name of responseTypeNames) expect(closedObjects(name), name).toEqual([]);
  for (const name of requestTypeNames) expect(openObjects(name), name).toEqual([]);
});

const closedObjects = (name: TypeName) =>
  named(name).filter(([, { additionalProperties }]) => additionalProperties === false);
const openObjects = (name: TypeName) =>
  named(name).filter(
    ([, { properties, additionalProperties }]) => properties && additionalProperties !== false,
  );

function named(name: TypeName): [string, JsonSchema][] {
  const root = schemaOf(name);
  return [[name, root], ...Object.entries(root.$defs ?? {})];
}

function defined(root: JsonSchema, name: string): JsonSchema {
  return definition(root, `#/$defs/${name}`);
}
