import { question } from './question.ts';

/** What becomes of bodies that are neither clearly right nor clearly wrong (companion 7 and 10: unknown). */
export const inputs = {
  // A write with the JSON content type and no bytes at all.
  emptyBody: question('refused', {
    'empty-body-is-empty-object': { is: 'object', description: 'A write without a body is one with {}.' },
  }),
  // Companion 4: a third party joined without a body; nothing official says so.
  joinWithoutBody: question('accepted', {
    'join-needs-a-body': {
      is: 'refused',
      description: 'PUT of a participation without a body is refused.',
      excludes: ['empty-body-is-empty-object'],
    },
  }),
  joinArrayBody: question('refused', {
    'join-array-body-ignored': {
      is: 'ignored',
      description: 'A list as body of a participation counts as {}.',
    },
  }),
  nullParticipants: question('refused', {
    'null-participants-ignored': { is: 'ignored', description: 'participants: null is as if left out.' },
  }),
  emptyParticipants: question('accepted', {
    'empty-participants-refused': { is: 'refused', description: 'participants: [] is refused.' },
  }),
  doubledParticipants: question('collapsed', {
    'doubled-participants-refused': {
      is: 'refused',
      description: 'A list that names somebody twice is refused.',
    },
  }),
  unknownParticipants: question('refused', {
    'unknown-participants-skipped': {
      is: 'skipped',
      description: 'Unknown ids in participants are skipped.',
    },
  }),
  extraAttributes: question('ignored', {
    'unknown-attributes-refused': {
      is: 'unknown',
      description: 'Attributes that no page names are refused.',
    },
    'managed-attributes-refused': {
      is: 'managed',
      description: 'id, createdAt and lastMessage are refused.',
    },
    'other-id-refused': { is: 'other-id', description: 'An id in the body must be the one in the path.' },
  }),
  emptySubject: question('stored', {
    'empty-subject-refused': { is: 'refused', description: 'A subject of no characters is refused.' },
    'empty-subject-is-null': { is: 'null', description: 'A subject of no characters is stored as null.' },
  }),
  emptyPhotoUrl: question('stored', {
    'empty-photo-url-refused': { is: 'refused', description: 'A photoUrl of no characters is refused.' },
    'empty-photo-url-is-null': { is: 'null', description: 'A photoUrl of no characters is stored as null.' },
  }),
  photoUrlForm: question('any', {
    'photo-url-must-be-a-url': { is: 'url', description: 'A photoUrl that is no absolute URL is refused.' },
    'photo-url-must-be-https': {
      is: 'https',
      description: 'A photoUrl that does not begin with https: is refused.',
    },
  }),
  emptyWelcomeList: question('stored', {
    'empty-welcome-list-is-null': { is: 'null', description: 'welcomeMessages: [] is stored as null.' },
    'empty-welcome-list-refused': { is: 'refused', description: 'welcomeMessages: [] is refused.' },
  }),
  emptyWelcomeText: question('stored', {
    'empty-welcome-text-refused': {
      is: 'refused',
      description: 'A welcome message of no characters is refused.',
    },
  }),
  customScalars: question('refused', {
    'custom-scalars-converted': {
      is: 'converted',
      description: 'Numbers and booleans in custom become strings.',
    },
    'custom-non-strings-dropped': {
      is: 'dropped',
      description: 'Keys of custom with another value are ignored.',
    },
  }),
  emptyText: question('stored', {
    'empty-text-refused': { is: 'refused', description: 'A message text of no characters is refused.' },
    'blank-text-refused': { is: 'blank', description: 'A message text of white space alone is refused.' },
  }),
  noMessages: question('accepted', {
    'no-messages-refused': { is: 'refused', description: 'POST of an empty list of messages is refused.' },
  }),
  nullSettings: question('refused', {
    'null-settings-are-absent': {
      is: 'absent',
      description: 'access: null and notify: null are as if left out.',
    },
  }),
  loneSurrogates: question('kept', {
    'lone-surrogates-refused': { is: 'refused', description: 'Text with half a surrogate pair is refused.' },
    'lone-surrogates-replaced': { is: 'replaced', description: 'Half a surrogate pair is stored as U+FFFD.' },
  }),
  nulCharacters: question('kept', {
    'nul-characters-refused': { is: 'refused', description: 'Text with U+0000 is refused.' },
  }),
  namelessUsers: question('refused', {
    'nameless-users-named-by-id': {
      is: 'id',
      description: 'A user created without a name is named by the id.',
    },
  }),
  readOnlySenders: question('accepted', {
    'read-only-senders-refused': { is: 'refused', description: 'A sender whose access is Read gets 403.' },
  }),
  unknownReference: question('refused', {
    'unknown-reference-kept': { is: 'kept', description: 'referencedMessageId is stored unseen.' },
    'unknown-reference-is-null': {
      is: 'null',
      description: 'A reference to no known message is stored as null.',
    },
  }),
  emptyEdit: question('nothing', {
    'empty-edit-sets-edited-at': { is: 'edited', description: 'An edit with {} sets editedAt.' },
    'empty-edit-refused': { is: 'refused', description: 'An edit with {} is refused.' },
  }),
  systemEdit: question('accepted', {
    'system-messages-final': { is: 'refused', description: 'A SystemMessage cannot be edited.' },
  }),
  // Ids that need percent-encoding may be refused when first used; plain ones may not.
  idForm: question('any', {
    'ids-without-slash': { is: 'no-slash', description: 'New ids with a slash or backslash are refused.' },
    'ids-ascii': {
      is: 'ascii',
      description: 'New ids with a character outside of printable ASCII are refused.',
    },
    'ids-url-safe': { is: 'url-safe', description: 'New ids may have letters, digits and . _ ~ - alone.' },
  }),
};
