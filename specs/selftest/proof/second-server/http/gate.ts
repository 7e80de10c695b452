import { setTimeout as sleep } from 'node:timers/promises';
import { badRequest, Refusal } from '../refusal.ts';
import type { Choices } from '../switches/index.ts';

/** Refuses some requests for their number, as a rate limit does. Waiting and asking again helps. */
export class RateLimit {
  readonly #choices: Choices;
  #requests = 0;
  #second = 0;
  #inSecond = 0;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  check(): void {
    const kind = this.#choices.rateLimit;
    const second = Math.floor(Date.now() / 1000);
    this.#inSecond = second === this.#second ? this.#inSecond + 1 : 1;
    this.#second = second;
    this.#requests += 1;
    const full = kind === 'burst' ? this.#inSecond > 100 : this.#requests % 200 === 0;
    if (kind === 'none' || !full) return;
    const hint = kind === 'date' ? new Date(Date.now() + 1000).toUTCString() : '1';
    throw new Refusal(429, 'TOO_MANY_REQUESTS', {}, kind === 'bare' ? {} : { 'retry-after': hint });
  }
}

/** Lets one write at a time pass, for a conversation or for the app; others are told to come again. */
export class WriteLock {
  readonly #held = new Set<string>();

  async hold(key: string, status: number): Promise<() => void> {
    if (this.#held.has(key)) throw new Refusal(status, 'BUSY', {}, { 'retry-after': '1' });
    this.#held.add(key);
    await sleep(15);
    return () => this.#held.delete(key);
  }
}

/** Lets requests wait for each other, where the server has room for one of them only. */
export class Queue {
  readonly #choices: Choices;
  readonly #opens = Date.now() + 2000;
  #requests = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  async wait(): Promise<void> {
    this.#requests += 1;
    const { capacity } = this.#choices;
    if (capacity === 'cold') await sleep(Math.max(0, this.#opens - Date.now()));
    const time = { unbounded: 0, cold: 0, one: 3, pauses: this.#requests % 400 === 0 ? 1000 : 0 }[capacity];
    if (time > 0) this.#last = this.#last.then(() => sleep(time));
    await this.#last;
  }
}

/** Takes the time that this call takes. */
export const delayed = async (method: string, isList: boolean, choices: Choices): Promise<void> => {
  if (choices.latency === 'writes' && method !== 'GET') await sleep(30);
  if (choices.latency === 'lists' && isList) await sleep(40);
  if (choices.latency === 'random') await sleep(Math.random() * 30);
};

/** What HTTP asks of a request before anybody looks at what it wants. */
export const checkRequest = (request: Request, choices: Choices): void => {
  const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
  const target = request.url.slice(request.url.indexOf('/', 8));
  if (target.length > choices.urlMax) throw new Refusal(414, 'URL_TOO_LONG');
  if (choices.badPercent === 'refused' && /%(?![\dA-F]{2})/i.test(target))
    throw badRequest('url', 'bad encoding');
  if (choices.accept === 'checked' && !/application\/(json|\*)|\*\/\*/.test(header('accept') ?? '*/*'))
    throw new Refusal(406, 'NOT_ACCEPTABLE');
  if (choices.userAgent === 'required' && !header('user-agent')) throw badRequest('User-Agent', 'missing');
  if (choices.chunkedRequests === 'refused' && header('transfer-encoding'))
    throw new Refusal(411, 'LENGTH_REQUIRED');
};

/** The body: JSON with its content type, which all writes must have (companion 6); undefined without bytes. */
export const readBody = async (request: Request, bodyless: boolean, choices: Choices): Promise<unknown> => {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const type = request.headers.get('content-type');
  const isJson = /^application\/json\s*(;|$)/i.test(type ?? '');
  const optional = bodyless && type === null && choices.deleteContentType === 'optional';
  if (!isJson && !optional) throw new Refusal(choices.wrongContentType, 'WRONG_CONTENT_TYPE');
  const charset = /charset="?([^\s";]+)/i.exec(type ?? '')?.[1] ?? 'utf-8';
  if (choices.charset === 'checked' && !/^utf-?8$/i.test(charset))
    throw new Refusal(choices.wrongContentType, 'WRONG_CHARSET');
  const bytes = Buffer.from(await request.arrayBuffer());
  if (bytes.length > choices.bodyBytesMax) throw new Refusal(413, 'BODY_TOO_LARGE');
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw badRequest('body', 'not JSON');
  }
};
