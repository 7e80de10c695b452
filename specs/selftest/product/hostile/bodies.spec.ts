/** Whatever a target does: bounded time and memory, the right exit code, a full report, no secret, a terminal unharmed. */
import { bodies } from './bodies.ts';
import { tryAll } from './judge.ts';

tryAll(bodies);
