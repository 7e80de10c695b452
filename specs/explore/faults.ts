/** Requests that break the documented type, with something valid beside it. The faulty attribute stands first. */
import type { OperationId } from '../../schemas/operations.ts';
import { names, userId } from './steps.ts';

export interface Fault {
  readonly name: string;
  readonly operation: OperationId;
  readonly body: unknown;
  readonly requirement: string;
  /** It may succeed as well, as long as nothing changes. */
  readonly tolerated?: true;
}

const bystander = userId(names[3]);
/** A PUT of a conversation. */
const put = (name: string, body: unknown, requirement = 'PUT-REFUSE-01'): Fault => ({
  name,
  operation: 'putConversation',
  body,
  requirement,
});

export const faults: readonly Fault[] = [
  put('subject as a number', { subject: 5, photoUrl: 'https://example.com/wrong.png' }),
  put('photoUrl as an object', { photoUrl: {}, subject: 'Wrong' }),
  put('welcomeMessages as a string', { welcomeMessages: 'Wrong', subject: 'Wrong' }),
  put('welcomeMessages with a number', { welcomeMessages: ['Wrong', 5], subject: 'Wrong' }),
  put('custom as an array', { custom: ['wrong'], subject: 'Wrong' }),
  put('custom as a string', { custom: 'wrong', participants: [bystander] }),
  put('participants as a string', { participants: bystander, subject: 'Wrong' }),
  put('participants with a number', { participants: [bystander, 5], subject: 'Wrong' }),
  put('subject as 0', { subject: 0, photoUrl: 'https://example.com/wrong.png' }),
  put('custom as an empty string', { custom: '', subject: 'Wrong' }),
  put('participants as an empty string', { participants: '', subject: 'Wrong' }),
  put('a list in place of the body', [{ subject: 'Wrong' }], 'PUT-REFUSE-03'),
  { ...put('null for participants', { participants: null }, 'PUT-KEEP-02'), tolerated: true },
  {
    name: 'isUnread as a string',
    operation: 'setReadState',
    body: { isUnread: 'yes' },
    requirement: 'READ-REFUSE-01',
  },
  {
    name: 'access of another name',
    operation: 'modifyParticipation',
    body: { access: 'Write', notify: false },
    requirement: 'PARTICIPANT-REFUSE-01',
  },
  {
    name: 'notify of another name',
    operation: 'joinConversation',
    body: { access: 'Read', notify: 'never' },
    requirement: 'PARTICIPANT-REFUSE-01',
  },
];
