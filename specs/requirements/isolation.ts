import { defineArea } from './requirement.ts';

export const isolation = defineArea('ISOLATION', 'Apps on the same server stay apart.', [
  {
    id: 'ISOLATION-APP-01',
    level: 'MUST',
    basis: 'implied',
    statement: 'Nothing of one app is visible or writable through another app on the same target.',
    source:
      'follows from: API introduction page: the app id is part of the URL, and each app has its own secret key',
    needs: ['secondApp'],
  },
]);
