import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Order } from './lane.ts';
import type { MatrixRow } from '../../../../schemas/report/kill-matrix.ts';

/** A process that runs scenarios against variants, one order at a time. */
export interface Lane {
  judge(order: Order): Promise<MatrixRow>;
  close(): void;
}

/** @throws Error where the process ends before it is ready, or before it has answered */
export async function openLane(): Promise<Lane> {
  const child = fork(fileURLToPath(new URL('lane.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const next = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null): void => {
        reject(new Error(`the lane ended with exit code ${code}`));
      };
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message);
      });
    });
  await next();
  return {
    async judge(order) {
      const answer = next();
      child.send(order);
      const told = (await answer) as Answer;
      if ('error' in told) throw new Error(told.error);
      return told.row;
    },
    close: () => {
      child.disconnect();
    },
  };
}
