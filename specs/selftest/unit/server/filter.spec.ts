import { expect, filter, test } from './harness.ts';

/** The filter language and its encoding. */

test.beforeEach(async ({ api }) => {
  await api.put('conversations/a', { custom: { k: 'x', l: '1' }, subject: 'A', participants: ['alice'] });
  await api.put('conversations/b', { custom: { k: 'y', l: '1' } });
  await api.put('conversations/c');
  await api.say('a', 'alice');
});

const CASES: [string, unknown, string][] = [
  ['equal', { custom: { k: ['==', 'x'] } }, 'a'],
  ['case', { custom: { k: ['==', 'X'] } }, ''],
  ['not equal', { custom: { k: ['!=', 'x'] } }, 'bc'],
  ['oneOf', { custom: { k: ['oneOf', ['z', 'y', 'x']] } }, 'ab'],
  ['oneOf none', { custom: { k: ['oneOf', []] } }, ''],
  ['not oneOf', { custom: { k: ['!oneOf', ['y']] } }, 'ac'],
  ['exists', { custom: { k: 'exists' } }, 'ab'],
  ['not exists', { custom: { k: '!exists' } }, 'c'],
  ['two keys', { custom: { k: ['==', 'y'], l: ['==', '1'] } }, 'b'],
  ['prototype key', { custom: { toString: 'exists' } }, ''],
  ['empty', {}, 'abc'],
  ['empty custom', { custom: {} }, 'abc'],
  ['subject', { subject: ['==', 'A'] }, 'a'],
  ['subject null', { subject: ['==', null] }, 'bc'],
  ['subject oneOf', { subject: ['oneOf', ['A', null]] }, 'abc'],
  ['created', { createdAt: ['>', 0] }, 'abc'],
  ['created between', { createdAt: ['between', [0, 1]] }, ''],
  ['created not between', { createdAt: ['!between', [0, 1]] }, 'abc'],
  ['last message', { lastMessageTs: ['>=', 0] }, 'a'],
  ['has messages', { hasMessages: false }, 'bc'],
  ['any', ['any', [{ custom: { k: ['==', 'x'] } }, { hasMessages: false, subject: ['==', null] }]], 'abc'],
  ['any of nothing', ['any', []], ''],
];

for (const [name, value, expected] of CASES) {
  test(`filter: ${name}`, async ({ api }) => {
    expect((await api.ids(`conversations?${filter(value)}`)).toSorted().join('')).toBe(expected);
  });
}

test('faulty filters are refused', async ({ api }) => {
  const faults: unknown[] = [
    1,
    null,
    'x',
    [],
    ['any'],
    ['all', []],
    ['any', [[]]],
    { custom: 1 },
    { custom: { k: 'x' } },
  ];
  faults.push(
    { custom: { k: ['==', 1] } },
    { custom: { k: ['==', null] } },
    { custom: { k: ['like', 'x'] } },
  );
  faults.push(
    { custom: { k: ['oneOf', 'x'] } },
    { custom: { k: ['=='] } },
    { custom: { k: ['==', 'x', 'y'] } },
  );
  faults.push(
    { createdAt: ['>', 'x'] },
    { createdAt: ['==', 1] },
    { createdAt: ['between', [1]] },
    { nothing: ['==', 'x'] },
  );
  faults.push(
    { isUnread: true },
    { hasMessages: 'x' },
    { custom: { k: true } },
    { custom: { k: ['is', true] } },
    { subject: 'exists' },
  );
  for (const fault of faults)
    expect((await api.get(`conversations?${filter(fault)}`)).status, JSON.stringify(fault)).toBe(400);
  for (const text of ['', '%7B', 'x', '%7B%22custom%22', '%ff', '%EF%BB%BF%7B%7D']) {
    expect((await api.get(`conversations?filter=${text}`)).status, text).toBe(400);
  }
});

const TEXTS = [
  ' ',
  '+',
  '%',
  '%20',
  '&',
  '=',
  '#',
  '?',
  '/',
  ';',
  ',',
  '"',
  "'",
  '\\',
  '[]',
  '{}',
  '<>',
  '\n',
  '\t',
];
TEXTS.push(
  'é',
  'e\u0301',
  '漢字',
  '👍🏽',
  'שלום',
  '👩\u200d👧',
  '__proto__',
  'constructor',
  '',
  'x'.repeat(500),
);

test('every text is found by itself only, as value and as key', async ({ api }) => {
  for (const [index, text] of TEXTS.entries()) {
    const custom = `{"text":${JSON.stringify(text)},${JSON.stringify(`key${text}`)}:"1",${JSON.stringify(text)}:"2"}`;
    expect((await api.put(`conversations/t${index}`, `{"custom":${custom}}`)).status).toBe(200);
  }
  for (const [index, text] of TEXTS.entries()) {
    expect(await api.ids(`conversations?${filter({ custom: { text: ['==', text] } })}`)).toEqual([
      `t${index}`,
    ]);
    const key = encodeURIComponent(`{"custom":{${JSON.stringify(text)}:["==","2"]}}`);
    expect(await api.ids(`conversations?filter=${key}`)).toEqual([`t${index}`]);
  }
});

test('equivalent encodings match alike', async ({ api }) => {
  const plain = '{"custom":{"k":["==","x"]}}';
  for (const text of [plain, ' { "custom" : {"k":\n["==", "x" ] } } ', plain.replace('"x"', '"\\u0078"')]) {
    const encoded = encodeURIComponent(text);
    expect(await api.ids(`conversations?filter=${encoded}`)).toEqual(['a']);
    expect(
      await api.ids(`conversations?filter=${encoded.replaceAll(/%../g, (escape) => escape.toLowerCase())}`),
    ).toEqual(['a']);
  }
});

test('a filter follows changes', async ({ api }) => {
  const path = `conversations?${filter({ custom: { k: ['==', 'x'] } })}`;
  await api.put('conversations/a', { custom: { k: null } });
  await api.put('conversations/c', { custom: { k: 'x' } });
  expect(await api.ids(path)).toEqual(['c']);
});
