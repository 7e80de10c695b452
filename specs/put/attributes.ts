/** The attributes of a conversation that PUT can set, beside its participants. */
export const attributeNames = ['subject', 'photoUrl', 'welcomeMessages', 'custom'] as const;

/** How each reads once null has cleared it. Conversations page: types RequestBody and Conversation. */
export const cleared = { subject: null, photoUrl: null, welcomeMessages: null, custom: {} } as const;
