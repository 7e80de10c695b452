/** Whatever a target does: bounded time and memory, the right exit code, a full report, no secret, a terminal unharmed. */
import { tryAll } from './judge.ts';
import { oddData } from './odd-data.ts';

tryAll(oddData);
