import type { CustomData, PushTokens } from './maps.ts';
import type { UnixMilliseconds } from './timestamp.ts';

/** A user, as the API returns it. Only `id` and `name` are certain to be present. */
export interface User {
  /** Id chosen by the caller who created the user. */
  id: string;
  /** Name shown to others. */
  name: string;
  /** Email addresses. */
  email?: string[] | null;
  /** Phone numbers. */
  phone?: string[] | null;
  /** Text shown to others at the start of a conversation with the user. */
  welcomeMessage?: string | null;
  /** Address of a picture of the user. */
  photoUrl?: string | null;
  /** Address of a wide picture. */
  headerPhotoUrl?: string | null;
  /** Name of the role that decides what the user may do. */
  role?: string | null;
  /** Language of the user, as a locale tag. */
  locale?: string | null;
  /** Text that tells others when the user is reachable. */
  availabilityText?: string | null;
  /** Data of the application. */
  custom?: CustomData | null;
  /** Push notification tokens. */
  pushTokens?: PushTokens | null;
  /** When the user was created, in Unix milliseconds. */
  createdAt?: UnixMilliseconds | null;
}
