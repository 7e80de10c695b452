import { defineArea } from './requirement.ts';

export const auth = defineArea('AUTH', 'Signing in', 'Missing, wrong and valid credentials.', [
  {
    id: 'AUTH-MISSING-01',
    level: 'MUST',
    basis: 'companion',
    statement: 'Without an Authorization header each operation (each method and route) returns 401.',
    title: 'Nothing works without a key',
    impact: 'Strangers can reach chats without signing in.',
    source: 'API getting started page: 401 when the Authorization header is missing or wrong',
  },
  {
    id: 'AUTH-MISSING-02',
    level: 'MUST',
    basis: 'implied',
    statement:
      'A write refused with 401 has written nothing: each of PUT, DELETE conversation, mark unread, join, leave, send.',
    title: 'A refused call without a key changes nothing',
    impact: 'Strangers can change or delete chats, though the server says that it refused them.',
    source: 'follows from: API getting started page: 401 means that the call was not allowed',
  },
  {
    id: 'AUTH-WRONG-01',
    level: 'MUST',
    basis: 'companion',
    statement:
      'Wrong credentials return 401, for reads and for writes: each of a wrong key, keys made from the right one (a beginning of it, more at its end or front, other letter case, with white space), a malformed header, a key without the Bearer scheme.',
    title: 'Wrong keys are refused',
    impact: 'Somebody with a wrong or incomplete key gets access to private chats.',
    source:
      'API getting started page: 401 when the Authorization header is missing or wrong; API introduction page: Authorization: Bearer <token>',
  },
  {
    id: 'AUTH-WRONG-02',
    level: 'MUST',
    basis: 'implied',
    statement: 'A write with a wrong key has written nothing.',
    title: 'A refused call with a wrong key changes nothing',
    impact: 'Somebody with a wrong key can change chats, though the server says that it refused.',
    source: 'follows from: API getting started page: 401 means that the call was not allowed',
  },
  {
    id: 'AUTH-JWT-01',
    level: 'MUST',
    basis: 'companion',
    statement: 'A short-lived app token signed with the secret key is accepted.',
    title: 'Signed tokens are accepted',
    impact: 'Systems that sign in with tokens cannot connect at all.',
    source: 'API introduction page: authentication with a signed token of type app',
    needs: ['jwt'],
  },
  {
    id: 'AUTH-JWT-02',
    level: 'MUST',
    basis: 'companion',
    statement:
      'A bad token returns 401: each of an expired token, a token signed with another key, a token of another app and an unsigned token (alg: none).',
    title: 'Bad tokens are refused',
    impact: 'Expired or forged tokens open private chats.',
    source:
      'API introduction page: the token is signed with the secret key, names the app and expires; API getting started page: 401 when the header is wrong',
    needs: ['jwt'],
  },
  {
    id: 'AUTH-JWT-03',
    level: 'SHOULD',
    basis: 'companion',
    statement:
      'A token signed with the secret key that lacks what the documentation demands returns 401: each of a token of another type than app, one that names no app, and one that never expires.',
    title: 'Only short-lived tokens of the app are accepted',
    impact: 'A token made for something else, such as the session of one user, opens every chat of the app.',
    source: 'API introduction page: the token has the type app, names the app and expires',
    needs: ['jwt'],
  },
]);
