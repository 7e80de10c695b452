import { defineArea } from './requirement.ts';

export const user = defineArea('USER', 'Users', 'Users, as far as conversations depend on them.', [
  {
    id: 'USER-PUT-01',
    level: 'MUST',
    basis: 'companion',
    statement: 'PUT creates and merges a user; GET reads it back; GET of a missing user returns 404.',
    title: 'Users can be created, updated and read',
    impact: 'People cannot be added, or their names and data are lost.',
    source: 'Users page: PUT creates or updates a user; API getting started page: 404 when not found',
    needs: ['users'],
  },
  {
    id: 'USER-PUT-02',
    level: 'MUST',
    basis: 'implied',
    statement:
      'Updating a user changes none of the conversations in which the user takes part: neither settings nor read state, nor anything else.',
    title: "Updating a user leaves the user's conversations alone",
    impact: 'Whoever changes their name gets notifications again that they had turned off.',
    source: 'follows from: Users page: PUT creates or updates a user',
    needs: ['users'],
  },
]);
