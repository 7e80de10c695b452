import type { Known } from '../survivors.ts';

/** The documentation of another resource speaks of it, and no conversation depends on it. */
export const elsewhere: readonly Known[] = [
  {
    file: 'operations/users.ts',
    parts: ['userOperations.listUsers'],
    because: 'The list of all users belongs to the Users resource.',
  },
  {
    file: 'rules/users.ts',
    parts: ['decodePushTokens', 'mergePushTokens', 'isStringListOrNull'],
    because: 'Push tokens, addresses and phone numbers of users belong to the Users resource.',
  },
  {
    file: 'rules/users.ts',
    parts: ['userRules.mergeUser'],
    mutations: ['before?.name => before.name', 'name === undefined => false', `'pushTokens' => ""`],
    because: 'What a new user needs belongs to the Users resource.',
  },
  {
    file: 'rules/list.ts',
    parts: ['listRules.pageById'],
    because: 'Paging of users and messages belongs to their resources.',
  },
  {
    file: 'rules/messages.ts',
    parts: ['IDEMPOTENCY_MS', 'messageRules.findRepeated', 'messageRules.decodeDraft.idempotencyKey'],
    because: 'Repeated messages belong to the Messages resource.',
  },
  {
    file: 'rules/messages.ts',
    parts: ['messageRules.decodeDrafts', 'messageRules.decodeDraft', 'messageRules.decodeSender'],
    mutations: [
      '!rules.findMessage(ctx, conversation, referencedMessageId) => rules.findMessage(ctx, conversation, referencedMessageId)',
      "{ throw unknownReference('MESSAGE_NOT_FOUND', 'referencedMessageId', referencedM… => {}",
      'sender !== null => true',
      'sender !== null => sender === null',
      '!Array.isArray(body) => false',
      'body.length < rules.minMessages || body.length > rules.maxMessages => body.length < rules.minMessages && body.length > rules.maxMessages',
      'body.length < rules.minMessages || body.length > rules.maxMessages => false',
      'body.length < rules.minMessages => false',
      'body.length > rules.maxMessages => false',
      'body.length > rules.maxMessages => body.length >= rules.maxMessages',
      "{ throw mustBe('body', `an array of ${rules.minMessages} to ${rules.maxMessages}… => {}",
      '!isObject(item) => false',
      "type !== 'UserMessage' && type !== 'SystemMessage' => false",
      '\'referencedMessageId\' => ""',
      'isString(referencedMessageId) && !rules.findMessage(ctx, conversation, reference… => false',
      '\'custom\' => ""',
      'sender !== undefined && sender !== null => false',
      '!isString(sender) => false',
      '\'unknown-reference\' => ""',
    ],
    because:
      'Which messages are refused belongs to the Messages resource; a sender who does not take part is tried, and so is what valid messages become.',
  },
  {
    file: 'rules/messages.ts',
    parts: ['messageRules.decodeMessagePatch.custom'],
    because: 'Custom data of messages belongs to the Messages resource.',
  },
  {
    file: 'rules/batch.ts',
    parts: [
      ...['batchRules', 'batchRules.decodeBatch', 'decodeOperation', 'queryOf', 'versionHeader'],
      ...['', '.url', '.headers', '.headers.content-type', '.body'].map(
        (end) => `decodeOperation.request${end}`,
      ),
    ],
    because: 'The batch call has a page of its own; no scenario sends it.',
  },
  {
    file: 'operations/batch.ts',
    parts: ['batchOperations', 'batchOperations.runBatch'],
    because: 'The batch call has a page of its own; no scenario sends it.',
  },
  {
    file: 'rules/import.ts',
    parts: [
      ...['importRules', 'importRules.decodeImported', 'importRules.insertImported'],
      ...['importRules.insertImported.messages', 'senderOf', 'timeOf'],
      ...['decodeOne', 'decodeOne.senderId', 'decodeOne.readBy', 'decodeOne.origin', 'decodeOne.custom'],
    ],
    because: 'The import of messages has a page of its own; no scenario sends it.',
  },
  {
    file: 'operations/messages.ts',
    parts: ['messageOperations.importMessages'],
    because: 'The import of messages has a page of its own; no scenario sends it.',
  },
  {
    file: 'rules/content.ts',
    parts: [
      ...[
        'contentRules.decodeContent',
        'contentRules.decodeContent.attachment',
        'textOf',
        'joined',
        'degrees',
      ],
      ...['blockOf', 'blockOf.text', 'blockOf.location', 'fileOf', 'fileOf.url', 'FILES'],
    ],
    because: 'Files, locations and content blocks are documented with messages; scenarios send texts only.',
  },
];
