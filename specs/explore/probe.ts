/** A few questions at the start: what the target has, and what it does where the documentation is silent. */
import { describeExchange, routeIsAbsent, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { byCustom } from '../../fixtures/client/filter.ts';
import { isObject } from '../../fixtures/reading/read.ts';
import { show } from '../../fixtures/reading/show.ts';
import { versions } from '../../schemas/api-versions.ts';
import type { Api } from '../../fixtures/client/api.ts';
import type { Query } from '../../fixtures/client/url.ts';
import type { Capability } from '../requirements/requirement.ts';
import { Contradiction } from './contradiction.ts';
import type { SilentChoices } from '../model/conversation.ts';
import { dataOf } from './perform/messages.ts';
import { idOf } from './perform/order.ts';
import type { Abilities, Session } from './session.ts';
import { idFor, markerKey, dataOfUser, names, oddSlot, oddUser, userId, users } from './steps.ts';

/** API version from which on lists are as the current documentation says. */
const modernSince = '2021-07-30';

/** Finds out and keeps in the session what it needs to know. Wrong answers are for the sequences to find. */
export async function probe(session: Session): Promise<void> {
  const { target } = session.run;
  session.begin();
  const api = session.api;
  const ask = (send: () => Promise<Exchange>): Promise<Exchange | undefined> => tolerant(send);
  const claimed = (name: Capability): boolean => target.capabilities[name] !== 'disclaimed';

  if (claimed('users'))
    for (const name of names) {
      const put = await ask(() => api.users.put(userId(name), dataOfUser(userId(name))));
      if (put && !succeeded(put)) {
        session.stopped = `creating a user failed: ${describeExchange(put)}`;
        return;
      }
    }
  const [alice = ''] = users;
  const id = session.idOf(0);
  await ask(() =>
    api.conversations.put(id, { participants: [alice], custom: { [markerKey]: session.marker } }),
  );

  const empty = await newInEmpty(session, id, alice);
  const sent =
    claimed('messages') &&
    (await ask(() => api.messages.send(id, [{ type: 'UserMessage', sender: alice, text: 'Hello' }])));
  const marked = claimed('readState') && (await ask(() => api.readState.set(alice, id, {})));
  const inbox = claimed('inbox') && (await ask(() => api.inbox.list(alice, { limit: 1 })));
  session.has = {
    users: claimed('users'),
    messages: has(sent),
    messageCalls: await messageCalls(session, id, sent),
    readState: has(marked),
    inbox: has(inbox),
    filters: claimed('filters') && (await narrows(session, id)),
    oddIds: false,
    oddUsers: false,
    versions: false,
    modernLists: target.apiVersion === undefined || target.apiVersion >= modernSince,
  };
  session.learned = {
    emptyText: await emptyText(session, id),
    emptyList: await emptyList(session, id),
    newInEmpty: empty,
    messagelessAfter: await messagelessAfter(session),
  };
  session.has = {
    ...session.has,
    versions:
      target.capabilities.versions === 'claimed' ||
      (claimed('versions') && (await differsByVersion(session, alice))),
    oddIds: await takesOddIds(session),
    oddUsers: claimed('users') && (await takesOddUser(session)),
  };
  if (session.has.versions && target.apiVersion === undefined) session.apiVersion = versions.latest;
  session.probed = [...session.transcript.records];
  await session.cleanUp();
}

/** Whether a target has what was asked of it; false where it was not asked. */
function has(answer: Exchange | undefined | false): boolean {
  return answer !== false && (answer === undefined || !routeIsAbsent(answer));
}

/** What the target can do with a single message, for which no requirement demands a route. */
async function messageCalls(
  { api }: Session,
  id: string,
  sent: Exchange | undefined | false,
): Promise<Abilities['messageCalls']> {
  if (!has(sent)) return { get: false, edit: false, remove: false };
  const [messageId] = sent && Array.isArray(sent.body) ? sent.body.map(idOf) : [];
  const message = typeof messageId === 'string' ? messageId : 'unknown';
  return {
    get: has(await tolerant(() => api.messages.get(id, message))),
    edit: has(await tolerant(() => api.messages.edit(id, message, { text: 'Hello again' }))),
    remove: has(await tolerant(() => api.messages.remove(id, message))),
  };
}

/** The answer; undefined where its form alone is wrong already. */
async function tolerant(send: () => Promise<Exchange>): Promise<Exchange | undefined> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof Contradiction) return error.exchange;
    throw error;
  }
}

async function narrows(session: Session, id: string): Promise<boolean> {
  const wrong = await session.look(async () => {
    const query = { ...byCustom({ [markerKey]: ['==', session.marker] }), limit: 30 };
    const answer = await tolerant(() => session.api.conversations.list(query));
    const ids = dataOf(answer?.body).map(idOf);
    return ids.length === 1 && ids[0] === id ? undefined : 'no';
  });
  return wrong === undefined;
}

async function emptyText(session: Session, id: string): Promise<SilentChoices['emptyText']> {
  const put = await tolerant(() => session.api.conversations.put(id, { subject: '' }));
  if (!put || !succeeded(put)) return 'refused';
  return learn(session, id, (shown) => (shown['subject'] === '' ? 'kept' : undefined));
}

async function emptyList(session: Session, id: string): Promise<SilentChoices['emptyList']> {
  const put = await tolerant(() => session.api.conversations.put(id, { welcomeMessages: [] }));
  if (!put || !succeeded(put)) return 'refused';
  return learn(session, id, (shown) => (Array.isArray(shown['welcomeMessages']) ? 'kept' : undefined));
}

/** What GET shows in the end: null too, if it does not show anything else within the consistency window. */
async function learn(
  session: Session,
  id: string,
  kept: (shown: Readonly<Record<string, unknown>>) => 'kept' | undefined,
): Promise<'kept' | 'null'> {
  const wrong = await session.look(async () => {
    const answer = await tolerant(() => session.api.conversations.get(id));
    return isObject(answer?.body) && kept(answer.body) === 'kept' ? undefined : 'not kept';
  });
  return wrong === undefined ? 'kept' : 'null';
}

/** Whether somebody new is shown as having nothing to read where there is nothing. */
async function newInEmpty(
  session: Session,
  id: string,
  person: string,
): Promise<SilentChoices['newInEmpty']> {
  const wrong = await session.look(async () => {
    const answer = await tolerant(() => session.api.conversations.get(id));
    const participants = isObject(answer?.body) ? answer.body['participants'] : undefined;
    const one = isObject(participants) ? participants[person] : undefined;
    return isObject(one) && one['isUnread'] === false ? undefined : 'unread';
  });
  return wrong === undefined ? 'read' : 'open';
}

/**
 * Whether a bound on the last message hides what never had one. Only where it does so with a bound that anything would
 * pass that counts from creation is it certain.
 */
async function messagelessAfter(session: Session): Promise<SilentChoices['messagelessAfter']> {
  const { filters, modernLists } = session.has;
  const id = session.idOf(2);
  if (!filters || !modernLists) return 'open';
  const put = await tolerant(() =>
    session.api.conversations.put(id, {
      participants: [users[0] ?? ''],
      custom: { [markerKey]: session.marker },
    }),
  );
  if (!put || !succeeded(put)) return 'open';
  const listed = async (bounds: Query): Promise<readonly unknown[]> => {
    const query = { ...byCustom({ [markerKey]: ['==', session.marker] }), limit: 30, ...bounds };
    const answer = await tolerant(() => session.api.conversations.list(query));
    return answer && succeeded(answer) ? dataOf(answer.body).map(idOf) : [id];
  };
  const unseen = await session.look(async () => ((await listed({})).includes(id) ? undefined : 'not yet'));
  return unseen === undefined && !(await listed({ lastMessageAfter: 1 })).includes(id) ? 'hidden' : 'open';
}

/** Whether anything differs between API versions that the changelog names. */
async function differsByVersion(session: Session, person: string): Promise<boolean> {
  const { inbox, messages } = session.has;
  const nobody = userId(`nobody-${session.marker}`);
  const under = (apiVersion: string): Api => session.api.with({ apiVersion, deliberate: true });
  const missing = (apiVersion: string) => tolerant(() => under(apiVersion).inbox.list(nobody, { limit: 1 }));
  if (inbox) {
    const [before, since] = [await missing(versions.leaving), await missing(versions.latest)];
    if (before && since && succeeded(before) && since.status === 404) return true;
  }
  if (!messages || !session.has.filters) return false;
  const order = async (apiVersion: string): Promise<string> => {
    const query = { ...byCustom({ [markerKey]: ['==', session.marker] }), limit: 30 };
    const answer = await tolerant(() => under(apiVersion).conversations.list(query));
    return show(dataOf(answer?.body).map(idOf));
  };
  const sent = await tolerant(() =>
    session.api.messages.send(session.idOf(0), [{ type: 'UserMessage', sender: person, text: 'Hello' }]),
  );
  if (!sent || !succeeded(sent)) return false;
  const wrong = await session.look(async () =>
    (await order(versions.first)) === (await order(versions.sortable)) ? 'the same' : undefined,
  );
  return wrong === undefined;
}

/** Whether a conversation with such an id can be made and found; where not, that is for the scenarios to judge. */
async function takesOddIds(session: Session): Promise<boolean> {
  const id = idFor(oddSlot, session.marker, true);
  const put = await tolerant(() => session.api.conversations.put(id, {}));
  if (!put || !succeeded(put)) return false;
  const wrong = await session.look(async () => {
    const answer = await tolerant(() => session.api.conversations.get(id));
    return idOf(answer?.body) === id ? undefined : 'not found';
  });
  return wrong === undefined;
}

/** The same of a user, who has to take part in a conversation. */
async function takesOddUser(session: Session): Promise<boolean> {
  const put = await tolerant(() => session.api.users.put(oddUser, dataOfUser(oddUser)));
  if (!put || !succeeded(put)) return false;
  const id = session.idOf(0);
  const joined = await tolerant(() => session.api.conversations.put(id, { participants: [oddUser] }));
  if (!joined || !succeeded(joined)) return false;
  const wrong = await session.look(async () => {
    const answer = await tolerant(() => session.api.conversations.get(id));
    const participants = isObject(answer?.body) ? answer.body['participants'] : undefined;
    return isObject(participants) && Object.hasOwn(participants, oddUser) ? undefined : 'not found';
  });
  return wrong === undefined;
}
