/** Stands for "take the property away". */
export const nothing = Symbol('nothing');

/** A copy of a body with exactly one change: the value at a JSON pointer set, or taken away. */
export function changed(body: unknown, pointer: string, value: unknown): unknown {
  if (pointer === '') return value;
  const path = pointer.split('/').slice(1);
  const names = path.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  return changedAt(body, names, value);
}

function changedAt(body: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(body))
    return body.map((item: unknown, at) => (`${at}` === name ? changedAt(item, rest, value) : item));
  const { [name]: member, ...others } = body as Record<string, unknown>;
  return value === nothing && rest.length === 0
    ? others
    : { ...others, [name]: changedAt(member, rest, value) };
}
