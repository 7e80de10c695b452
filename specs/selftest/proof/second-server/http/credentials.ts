import { jwtVerify } from 'jose';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import type { Choices } from '../switches/index.ts';

/** An app of the server: its id, and the key that its callers show or sign tokens with. */
export interface App {
  readonly appId: string;
  readonly secretKey: string;
}

/** Whether this is a token of the app: HS256, issued by it, with an expiry, tokenType "app" (companion 6). */
const isAppToken = async (token: string, { appId, secretKey }: App, choices: Choices): Promise<boolean> => {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secretKey), {
      algorithms: [...choices.jwtAlgorithms],
      issuer: appId,
      requiredClaims: ['exp'],
      clockTolerance: choices.jwtLeeway,
    });
    const life = (payload.exp ?? Infinity) - Date.now() / 1000;
    const typed =
      payload['tokenType'] === 'app' || (choices.jwtType === 'optional' && !('tokenType' in payload));
    return typed && life <= choices.jwtLife;
  } catch {
    return false;
  }
};

/** Refuses with 401 what shows neither the secret key nor a token signed with it (companion 6). */
export const checkCredentials = async (
  header: string | undefined,
  app: App,
  choices: Choices,
): Promise<void> => {
  const scheme = choices.schemeCase === 'any' ? /^bearer (\S+)$/i : /^Bearer (\S+)$/;
  const token = scheme.exec(header ?? '')?.[1];
  if (token === app.secretKey) return;
  if (token !== undefined && choices.jwt === 'accepted' && (await isAppToken(token, app, choices))) return;
  if (choices.wrongCredentials === 'late') await sleep(150);
  const challenge =
    choices.challenge === 'bearer' ? { 'www-authenticate': `Bearer realm="${app.appId}"` } : {};
  throw new Refusal(401, 'UNAUTHORIZED', {}, challenge);
};
