import { auth } from './auth.ts';
import { deletion } from './delete.ts';
import { filter } from './filter.ts';
import { inbox } from './inbox.ts';
import { isolation } from './isolation.ts';
import { list } from './list.ts';
import { message } from './message.ts';
import { page } from './page.ts';
import { participant } from './participant.ts';
import { put } from './put.ts';
import { read } from './read.ts';
import type { Area, Requirement } from './requirement.ts';
import { retrieve } from './retrieve.ts';
import { transport } from './transport.ts';
import { user } from './user.ts';
import { version } from './version.ts';

/** The areas of the catalogue, in the order in which a report shows them. */
export const areas: readonly Area[] = [
  transport,
  auth,
  retrieve,
  put,
  participant,
  deletion,
  read,
  message,
  list,
  page,
  filter,
  inbox,
  version,
  user,
  isolation,
];

/** Every requirement, excluded ones included, area by area. */
export const requirements: readonly Requirement[] = areas.flatMap((area) => area.requirements);
