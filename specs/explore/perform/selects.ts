/** Which conversations a filter selects. Pure. */
import type { Conversation } from '../model/state.ts';
import { markerKey, type ListStep } from '../steps.ts';

/** Whether a conversation has the marker, and what the filter asks for. */
export function selects({ custom }: Conversation, { filter }: ListStep, marker: string): boolean {
  if (custom.get(markerKey) !== marker) return false;
  if (filter === undefined) return true;
  const value = custom.get(filter.key);
  const { test } = filter;
  if (test === 'exists') return value !== undefined;
  if (test === '!exists') return value === undefined;
  switch (test[0]) {
    case '==':
      return value === test[1];
    case '!=':
      return value !== test[1];
    case 'oneOf':
      return value !== undefined && test[1].includes(value);
    case '!oneOf':
      return value === undefined || !test[1].includes(value);
  }
}
