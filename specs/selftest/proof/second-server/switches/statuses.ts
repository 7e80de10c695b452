import { question } from './question.ts';

/** Statuses that no page states (companion 6 and 10); all of them are refusals where one is due. */
export const statuses = {
  wrongContentType: question(400, {
    'wrong-content-type-415': { is: 415, description: 'Another content type answers 415.' },
  }),
  unknownParticipant: question(400, {
    'unknown-participant-404': { is: 404, description: 'PUT that names an unknown user answers 404.' },
    'unknown-participant-422': { is: 422, description: 'PUT that names an unknown user answers 422.' },
  }),
  foreignSender: question(400, {
    'foreign-sender-403': { is: 403, description: 'A sender who takes no part gets 403.' },
    'foreign-sender-404': { is: 404, description: 'A sender who takes no part gets 404.' },
    'foreign-sender-422': { is: 422, description: 'A sender who takes no part gets 422.' },
  }),
  foreignMark: question(404, {
    'foreign-mark-400': { is: 400, description: 'Marking by somebody who takes no part answers 400.' },
    'foreign-mark-403': { is: 403, description: 'Marking by somebody who takes no part answers 403.' },
    'foreign-mark-409': { is: 409, description: 'Marking by somebody who takes no part answers 409.' },
  }),
  foreignPatch: question(404, {
    'foreign-patch-400': { is: 400, description: 'PATCH of somebody who takes no part answers 400.' },
    'foreign-patch-403': { is: 403, description: 'PATCH of somebody who takes no part answers 403.' },
  }),
  joinUnknownUser: question(404, {
    'join-unknown-user-400': { is: 400, description: 'Joining by an unknown user answers 400.' },
    'join-unknown-user-422': { is: 422, description: 'Joining by an unknown user answers 422.' },
  }),
  joinMissing: question(404, {
    'join-missing-400': { is: 400, description: 'Joining a conversation that does not exist answers 400.' },
    'join-missing-409': { is: 409, description: 'Joining a conversation that does not exist answers 409.' },
  }),
  leaveMissing: question(404, {
    'leave-missing-200': { is: 200, description: 'Leaving a conversation that does not exist answers 200.' },
  }),
  leaveUnknownUser: question(200, {
    'leave-unknown-user-404': { is: 404, description: 'Leaving by a user who does not exist answers 404.' },
  }),
  deleteMissing: question(404, {
    'delete-missing-200': {
      is: 200,
      description: 'Deleting a conversation that does not exist answers 200.',
    },
  }),
  // Everything on a deleted conversation but GET of itself, for which the page wants 404.
  deletedConversation: question(404, {
    'deleted-410': { is: 410, description: 'Calls on a deleted conversation answer 410.' },
  }),
  messagesOfMissing: question(404, {
    'messages-of-missing-empty': { is: 200, description: 'The messages of a missing conversation are none.' },
    'messages-of-missing-403': { is: 403, description: 'The messages of a missing conversation answer 403.' },
  }),
  deletedMessage: question(404, {
    'deleted-message-410': { is: 410, description: 'A message that was deleted answers 410.' },
  }),
  deleteMissingMessage: question(404, {
    'delete-missing-message-200': {
      is: 200,
      description: 'Deleting a message that does not exist answers 200.',
    },
  }),
  tooLarge: question(400, {
    'too-large-422': { is: 422, description: 'More messages than a call may have answer 422.' },
  }),
  unknownApp: question('text-404', {
    'unknown-app-json': { is: 'json-404', description: 'An unknown app answers 404 with a JSON body.' },
    'unknown-app-401': { is: '401', description: 'An unknown app answers 401.' },
  }),
  unknownRoute: question('404', {
    'unknown-method-405': {
      is: '405',
      description: 'A known path with another method answers 405 and Allow.',
    },
    'unknown-route-asks-for-credentials': {
      is: '401',
      description: 'Unknown routes answer 401 to strangers.',
    },
  }),
  userDeletion: question(404, {
    'user-deletion-403': { is: 403, description: 'DELETE of a user answers 403: users cannot be deleted.' },
  }),
};
