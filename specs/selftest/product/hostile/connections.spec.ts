/** Whatever a target does: bounded time and memory, the right exit code, a full report, no secret, a terminal unharmed. */
import { connections } from './connections.ts';
import { tryAll } from './judge.ts';

tryAll(connections);
