import type { Known } from '../survivors.ts';

/** Only silent choices, defects or whoever starts the server make use of it. */
export const unused: readonly Known[] = [
  {
    file: 'store.ts',
    parts: ['Store.#undo', 'Store.constructor', 'Store.get', 'Store.view', 'Store.#remember'],
    because: 'Earlier states are only kept and shown by choices with a lag.',
  },
  {
    file: 'rules/look-up.ts',
    parts: ['isRead', 'lookUpRules.conversationsAgeMs', 'lookUpRules.usersAgeMs'],
    because: 'Earlier states are only shown by choices with a lag.',
  },
  {
    file: 'rules/index.ts',
    parts: ['applyPatches'],
    because: 'The mutated server has no choice and no defect to apply.',
  },
  {
    file: 'rules/transport.ts',
    parts: ['transportRules.delayMs'],
    because: 'Only choices hold answers back.',
  },
  {
    file: 'http.ts',
    parts: ['createHttpServer'],
    mutations: [
      'outcome.delayMs + latencyMs => outcome.delayMs - latencyMs',
      'delayMs > 0 => true',
      'delayMs > 0 => false',
      'delayMs > 0 => delayMs >= 0',
      'delayMs > 0 => delayMs <= 0',
    ],
    because: 'Only choices and the setting for it hold answers back.',
  },
  {
    file: 'http.ts',
    parts: ['createHttpServer'],
    mutations: [
      '{ maxHeaderSize: HEADER_LIMIT, keepAliveTimeout: KEEP_ALIVE } => {}',
      `'clientError' => ""`,
      '() => response.destroy() => () => undefined',
    ],
    because:
      'Only filters longer than those of the suite need longer headers, only clients that rest need longer connections than Node gives by itself, and clients neither garble requests nor leave before the answer.',
  },
  {
    file: 'http.ts',
    parts: ['send'],
    mutations: [
      `answer.headers['content-encoding'] === 'gzip' => false`,
      `'content-encoding' => ""`,
      `'gzip' => ""`,
    ],
    because: 'Only a choice compresses.',
  },
  {
    file: 'rules/list.ts',
    parts: ['listRules.compareTies'],
    mutations: [
      'left.id < right.id => true',
      'left.id < right.id => false',
      'left.id < right.id => left.id <= right.id',
      'left.id < right.id => left.id >= right.id',
      '-1 => +1',
      'left.id === right.id => true',
      '(_ctx, { conversation: left }, { conversation: right }) => left.id === right.id … => () => undefined',
    ],
    because: 'Every timestamp is later than the one before, unless a choice makes the clock coarse.',
  },
  {
    file: 'rules/list.ts',
    parts: ['listRules.pageOfConversations'],
    mutations: ['[] => ["Stryker was here"]'],
    because: 'An unknown cursor is refused, unless a choice answers an empty page.',
  },
  {
    file: 'pipeline.ts',
    parts: ['locate', 'answer.dispatch'],
    because: 'Only choices leave operations out or move them, and only the batch call dispatches others.',
  },
  {
    file: 'http.ts',
    parts: ['send'],
    mutations: [
      'answer.status === 204 => false',
      '{ response.writeHead(204, answer.headers).end(); response.req.resume(); return; … => {}',
    ],
    because: 'Only choices answer 204.',
  },
];
