import { expect, test } from '@playwright/test';
import { operationIds, operations } from '../../../../schemas/operations.ts';
import {
  type RequestBody,
  requestTypeNames,
  type ResponseBody,
  responseTypeNames,
} from '../../../../schemas/types.ts';

/** The compiler knows what each operation sends and returns; the type check of the project is the test. */
test('bodies are typed by operation', () => {
  const subject = ({ subject: found }: ResponseBody<'getConversation'>): string | null => found;
  const put: RequestBody<'putConversation'> = { subject: null };
  const none: RequestBody<'getConversation'> = undefined;
  // @ts-expect-error -- a typo in a body is an error of the compiler
  const typo: RequestBody<'putConversation'> = { subjct: 'Wheel' };
  // @ts-expect-error -- a participation may be hidden by changing it, not by joining
  const hidden: RequestBody<'joinConversation'> = { access: 'None' };

  expect([subject.length, put, none, typo, hidden]).toHaveLength(5);
});

test('the table of operations uses every documented root type, and no other', () => {
  const responses = new Set(operationIds.map((id) => operations[id].response));
  const requests = new Set(
    operationIds.flatMap((id) => ('request' in operations[id] ? [operations[id].request] : [])),
  );
  expect([...responses].toSorted()).toEqual([...responseTypeNames].toSorted());
  expect([...requests].toSorted()).toEqual([...requestTypeNames].toSorted());
});
