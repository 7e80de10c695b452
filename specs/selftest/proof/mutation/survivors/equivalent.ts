import type { Known } from '../survivors.ts';

/** No request can tell the difference. */
export const equivalent: readonly Known[] = [
  {
    file: 'refusal.ts',
    parts: ['invalid', 'unknownReference'],
    mutations: [`'invalid' => ""`, `'unknown-reference' => ""`],
    because: 'Without a status of its own a refusal becomes a bad request as well.',
  },
  {
    file: 'rules/transport.ts',
    parts: ['transportRules.readBody', 'transportRules.parseBody', 'transportRules.versionOf'],
    mutations: [`'content-type' => ""`, `'malformed-json' => ""`, `'unknown-version' => ""`],
    because: 'Without a status of its own a refusal becomes a bad request as well.',
  },
  {
    file: 'refusal.ts',
    parts: ['Refusal.constructor'],
    mutations: ['`${errorCode} ${JSON.stringify(reasons)}` => ``'],
    because: 'Nobody sees the message of the error.',
  },
  {
    file: 'pipeline.ts',
    parts: ['guard'],
    mutations: [`'internal' => ""`],
    because: 'The server has no fault of its own.',
  },
  {
    file: 'http.ts',
    parts: ['createHttpServer', 'send'],
    mutations: [`'' => "Stryker was here!"`, `'utf8' => ""`],
    because: 'Every request has a method and a URL, and UTF-8 is the default.',
  },
  {
    file: 'http.ts',
    parts: ['readBody'],
    mutations: [
      "request.method === 'GET' || request.method === 'HEAD' => false",
      "request.method === 'GET' || request.method === 'HEAD' => request.method === 'GET' && request.method === 'HEAD'",
      "request.method === 'GET' => false",
      "request.method === 'HEAD' => false",
      `'GET' => ""`,
      `'HEAD' => ""`,
    ],
    because: 'The body of a GET is read past later as well, and no route knows HEAD.',
  },
  {
    file: 'routes.ts',
    parts: ['matchRoute'],
    mutations: [
      `'' => "Stryker was here!"`,
      `{ conversationId: '', userId: '', messageId: '' } => {}`,
      `name.startsWith('{') => true`,
      `'{' => ""`,
    ],
    because: 'A route that matched has all its ids, and an operation asks for those of its route only.',
  },
  {
    file: 'rules/attributes.ts',
    parts: ['attributeRules.decodeAttributes'],
    mutations: [`'subject' => ""`, `'photoUrl' => ""`],
    because: 'The name only stands in the wording of a refusal.',
  },
  {
    file: 'rules/auth.ts',
    parts: ['authRules.credentialOf'],
    mutations: [`typeof header === 'string' => true`],
    because: 'Without a header the word undefined would be looked at, which is no credential either.',
  },
  {
    file: 'rules/auth.ts',
    parts: ['authRules.isAppToken'],
    mutations: [`typeof exp === 'number' => true`, 'exp > seconds => exp >= seconds'],
    because: 'No date but a number compares, and none is met to the millisecond.',
  },
  {
    file: 'token.ts',
    parts: ['verifiedClaims'],
    mutations: ['true => false', '{ return undefined; } => {}'],
    because: 'The library judges dates as the rule does, and without claims there is nothing to return.',
  },
  {
    file: 'rules/filter.ts',
    parts: ['filterRules.matchesCondition'],
    mutations: [
      'false => true',
      'key === undefined => false',
      'filterFields.get(field)?.read => filterFields.get(field).read',
      'filterOperators.get(operator)?.holds => filterOperators.get(operator).holds',
    ],
    because: 'Only known fields and operators are left by then, and only custom has keys.',
  },
  {
    file: 'rules/filter.ts',
    parts: ['parseJson'],
    mutations: ["{ throw invalid('filter', 'is not JSON'); } => {}"],
    because: 'What is not JSON is refused all the same, for undefined is no filter.',
  },
  {
    file: 'rules/filter.ts',
    parts: ['operation'],
    mutations: ['[undefined, undefined] => []'],
    because: 'What is not there is undefined.',
  },
  {
    file: 'rules/participation.ts',
    parts: ['participationRules.addParticipants', 'participationRules.joinParticipant.formers'],
    mutations: ['added.length === 0 => false', '[userId] => []'],
    because:
      'Nothing is added, or nothing is looked up: who takes part is looked for among participants first.',
  },
  {
    file: 'rules/query.ts',
    parts: ['queryRules.orderOf', 'queryRules.orderByOf', 'queryRules.orderDirectionOf'],
    mutations: [`'DESC' => ""`, `'lastActivity' => ""`],
    because: 'Whatever is not the other value means this one.',
  },
  {
    file: 'rules/query.ts',
    parts: ['queryRules.orderByOf', 'queryRules.orderDirectionOf'],
    mutations: [`'orderBy' => ""`, `'orderDirection' => ""`],
    because: 'The name only stands in the wording of a refusal.',
  },
  {
    file: 'rules/read-state.ts',
    parts: ['readStateRules.isUnread'],
    mutations: [
      'conversation.participants.get(userId)?.markedUnread => conversation.participants.get(userId).markedUnread',
    ],
    because: 'Only those who take part are asked about.',
  },
  {
    file: 'rules/transport.ts',
    parts: ['transportRules.readBody'],
    mutations: [`typeof contentType !== 'string' => false`],
    because: 'The word undefined is no JSON content type either.',
  },
];
