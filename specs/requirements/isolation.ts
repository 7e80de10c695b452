import { defineArea } from './requirement.ts';

export const isolation = defineArea(
  'ISOLATION',
  'Apps kept apart',
  'Apps on the same server are isolated from each other.',
  [
    {
      id: 'ISOLATION-APP-01',
      level: 'MUST',
      basis: 'implied',
      statement: 'Nothing of one app is visible or writable through another app on the same target.',
      title: 'Apps on one server see nothing of each other',
      impact: 'The customers of one app can see or change the chats of another.',
      source:
        'follows from: API introduction page: the app id is part of the URL, and each app has its own secret key',
      needs: ['secondApp'],
    },
  ],
);
