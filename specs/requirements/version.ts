import { defineArea } from './requirement.ts';

export const version = defineArea('VERSION', 'API versions', 'What changes with a dated API version.', [
  {
    id: 'VERSION-ORDER-01',
    level: 'MUST',
    basis: 'page',
    statement:
      'Under API version 2021-01-01 every list is in the order createdAt DESC, whatever orderBy and orderDirection say; refusing them with 4xx is no violation.',
    title: 'Old API versions keep their fixed order',
    impact: 'Older clients get lists in an order that they do not expect.',
    source: 'Conversations page: before 2021-02-09 the order is createdAt DESC and cannot be changed',
    until: '2021-02-09',
    needs: ['versions'],
  },
  {
    id: 'VERSION-ORDER-02',
    level: 'MUST',
    basis: 'page',
    statement:
      'Under API version 2021-02-09 and later the default order is lastActivity DESC, and orderBy and orderDirection work.',
    title: 'Newer API versions sort by activity',
    impact: 'Newer clients cannot sort their lists.',
    source: 'Conversations page: ordering is available since API version 2021-02-09',
    since: '2021-02-09',
    needs: ['versions', 'messages'],
  },
  {
    id: 'VERSION-OFFSET-01',
    level: 'SURVEY',
    basis: 'silent',
    statement: 'What does offsetTs do under API version 2021-01-01?',
    source: 'documentation is silent',
    until: '2021-02-09',
    needs: ['versions'],
  },
  {
    id: 'VERSION-LEAVE-01',
    level: 'SHOULD',
    basis: 'companion',
    statement:
      'A person who leaves under an API version before 2021-07-30 still finds the conversation in the list asked for under such a version, without the messages sent since, and once also after coming back.',
    title: 'Old API versions keep conversations that were left',
    impact: 'People with older clients lose chats that they left from their list.',
    source: 'API changelog page: version 2021-07-30; blog about banning users: a frozen view stayed before',
    until: '2021-07-30',
    needs: ['versions', 'inbox'],
  },
  {
    id: 'VERSION-LEAVE-02',
    level: 'SURVEY',
    basis: 'silent',
    statement:
      'Which version decides whether a conversation that was left stays in the list: that of the call which leaves, or that of the list?',
    source: 'documentation is silent',
    needs: ['versions', 'inbox'],
  },
  {
    id: 'VERSION-HEADER-02',
    level: 'MUST',
    basis: 'implied',
    statement:
      'The version that one request names decides about no other one: without the header the target responds the same before and after a request that names a version.',
    title: 'A version is named for one request only',
    impact: 'One client that names a version changes what all others get.',
    source: 'follows from: API changelog page: the version is named in a header of the request',
    needs: ['versions', 'inbox'],
  },
  {
    id: 'VERSION-HEADER-01',
    level: 'SURVEY',
    basis: 'silent',
    statement: 'What does a request for an unknown API version return?',
    source: 'documentation is silent',
    needs: ['versions'],
  },
]);
