import { defineArea } from './requirement.ts';

export const version = defineArea('VERSION', 'What changes when a dated API version is asked for.', [
  {
    id: 'VERSION-ORDER-01',
    level: 'MUST',
    basis: 'page',
    statement:
      'Under API version 2021-01-01 the order is createdAt DESC whatever orderBy and orderDirection say.',
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
    statement: 'Before API version 2021-07-30 a conversation stays in the list of a person who left.',
    source: 'API changelog page: version 2021-07-30',
    until: '2021-07-30',
    needs: ['versions', 'inbox'],
  },
  {
    id: 'VERSION-HEADER-01',
    level: 'SURVEY',
    basis: 'silent',
    statement: 'What does a request for an unknown API version answer?',
    source: 'documentation is silent',
    needs: ['versions'],
  },
]);
