import { defineArea } from './requirement.ts';

export const participant = defineArea(
  'PARTICIPANT',
  'Participants',
  'Joining, leaving and changing the settings of participants.',
  [
    {
      id: 'PARTICIPANT-LEAVE-01',
      level: 'MUST',
      basis: 'page',
      statement: 'DELETE of a participation removes that person from the conversation, and only that person.',
      title: 'Leaving removes that person, and only that one',
      impact: 'People cannot leave a chat, or somebody else is removed.',
      source: 'Conversations page: to remove participants, use the Participation endpoint',
    },
    {
      id: 'PARTICIPANT-LEAVE-02',
      level: 'MUST',
      basis: 'companion',
      statement:
        "From API version 2021-07-30 on, a conversation that a person left is gone from that person's conversation list and stays in everyone else's.",
      title: "A left conversation is no longer in the user's list",
      impact: 'People still find chats that they left, or others lose them as well.',
      source: 'API changelog page: version 2021-07-30',
      since: '2021-07-30',
      needs: ['inbox'],
    },
    {
      id: 'PARTICIPANT-LEAVE-03',
      level: 'MUST',
      basis: 'companion',
      statement: 'Leaving is idempotent.',
      title: 'Leaving twice does no harm',
      impact: 'A repeated request to leave fails or undoes the first.',
      source: 'Participation page: leaving is idempotent',
    },
    {
      id: 'PARTICIPANT-LEAVE-04',
      level: 'MUST',
      basis: 'implied',
      statement:
        "Leaving keeps messages, attributes, createdAt and the other participants' settings and read state.",
      title: 'Leaving keeps the conversation as it is',
      impact: 'When one person leaves, the others lose messages, details or settings.',
      source: 'follows from: Participation page: leaving takes one person out of the conversation',
    },
    {
      id: 'PARTICIPANT-LEAVE-05',
      level: 'SHOULD',
      basis: 'implied',
      statement:
        'When the last participant leaves, the conversation still exists, with an empty participants map.',
      title: 'A conversation stays when everybody has left',
      impact: 'The whole chat is lost once the last person leaves.',
      source:
        'follows from: Conversations page: deleting a conversation is an endpoint of its own, and participants is optional',
    },
    {
      id: 'PARTICIPANT-JOIN-01',
      level: 'MUST',
      basis: 'companion',
      statement:
        'PUT of a participation adds that person; without settings in the body, access is ReadWrite and notify true.',
      title: 'People can join a conversation',
      impact: 'People cannot join, or join without the right to write or without notifications.',
      source: 'Participation page: joining, defaults of access and notify',
    },
    {
      id: 'PARTICIPANT-JOIN-02',
      level: 'MUST',
      basis: 'companion',
      statement:
        'PUT of the participation of an existing participant overwrites it: what is left out falls back to its default.',
      title: 'Joining again resets the settings',
      impact: 'Old settings stay although a fresh start was asked for.',
      source: 'Participation page: joining overwrites earlier values',
    },
    {
      id: 'PARTICIPANT-JOIN-03',
      level: 'MUST',
      basis: 'companion',
      statement:
        'Every documented setting of a participation reads back: each of access (ReadWrite, Read) and notify (true, false, MentionsOnly).',
      title: 'Access and notification settings are stored',
      impact: 'People can write where they may only read, or are notified against their wish.',
      source: 'Participation page: type of the request body',
    },
    {
      id: 'PARTICIPANT-JOIN-04',
      level: 'MUST',
      basis: 'implied',
      statement:
        'PUT of the participation of an existing participant changes settings only: attributes, messages and the other participants, with their read state, stay as they were.',
      title: 'Joining again changes settings only',
      impact: "Joining again loses attributes, messages or other people's settings.",
      source: 'follows from: Participation page: joining overwrites earlier values of access and notify',
    },
    {
      id: 'PARTICIPANT-MODIFY-01',
      level: 'MUST',
      basis: 'companion',
      statement: 'PATCH of a participation changes only the given fields: each of access, notify.',
      title: 'Changing one setting keeps the other',
      impact: 'Muting a chat changes who may write, or the other way round.',
      source: 'Participation page: modifying changes only the given fields',
    },
    {
      id: 'PARTICIPANT-MODIFY-02',
      level: 'MUST',
      basis: 'companion',
      statement: 'PATCH of a participation is idempotent, and touches no other participant.',
      title: 'Changing settings touches one person only',
      impact: 'Changing the settings of one person changes those of others.',
      source: 'Participation page: modifying is idempotent',
    },
    {
      id: 'PARTICIPANT-REFUSE-01',
      level: 'MUST',
      basis: 'companion',
      statement: 'Invalid access or notify is refused with 4xx and changes nothing: each of access, notify.',
      title: 'Invalid settings are refused',
      impact: 'A mistyped setting is taken, and people get access that nobody meant.',
      source:
        'Participation page: type of the request body; API getting started page: bad arguments return 400',
    },
    {
      id: 'PARTICIPANT-SCOPE-01',
      level: 'MUST',
      basis: 'implied',
      statement:
        'Joining, changing settings and leaving touch one participant of one conversation: settings and read state of the others, and everything in other conversations, stay as they were.',
      title: 'Joining and leaving touch nothing else',
      impact: 'One person joining or leaving alters other people or other chats.',
      source: 'follows from: Participation page: a participation is that of one user in one conversation',
    },
    {
      id: 'PARTICIPANT-CONCURRENT-01',
      level: 'SHOULD',
      basis: 'implied',
      statement:
        'Calls about different participants at the same time all take effect: each of joining, leaving, changing settings; refusing one is no violation.',
      title: 'Simultaneous changes of participants all count',
      impact: 'Somebody is missing or has the wrong settings after two people acted at the same moment.',
      source: 'follows from: Participation page: each call is about one participant',
    },
    {
      id: 'PARTICIPANT-SILENT-01',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'What do these return: PATCH of a person who does not take part, join of an unknown user, join to a missing conversation? How does access None appear in GET, then and later? Does a rejoin reset isUnread?',
      source: 'documentation is silent',
    },
  ],
);
