/** How the list of a person may be asked for. */
import type { Api } from '../../fixtures/client/api.ts';
import { refused, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import type { Person } from '../../fixtures/scenario/given.ts';

export const lists: Readonly<Record<string, { readonly unreadsOnly?: true }>> = {
  'the list': {},
  'the unreadsOnly list': { unreadsOnly: true },
};

/** A page of the list. That a target takes unreadsOnly is a requirement of its own (INBOX-LIST-03). */
export async function pageOf(api: Api, { id }: Person, query: Query): Promise<Exchange> {
  const page = await api.inbox.list(id, query);
  if (query['unreadsOnly'] && refused(page)) throw new NotApplicable('the target refuses unreadsOnly');
  return page;
}
