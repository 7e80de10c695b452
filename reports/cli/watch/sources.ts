/** Where the signals of a watch come from: keys, files, and a target that answers again. Each returns how to stop it. */
import { watch as watchFolder } from 'node:fs';
import { connect } from 'node:net';
import { relative, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { whenParentIsGone } from '../../../fixtures/run/parent.ts';
import { endingSignals } from '../endings.ts';
import type { Signals } from './signals.ts';

type Stop = () => void;

/** Enter judges again, q and Ctrl-C end. Without a terminal the same, line by line. */
export function fromKeys(signals: Signals, input: NodeJS.ReadStream = process.stdin): Stop {
  const end = (): void => signals.send('end');
  for (const signal of endingSignals) process.on(signal, end);
  const stopAsking = whenParentIsGone(end);
  const stopKeys = input.isTTY ? keys(signals, input) : lines(signals, input);
  return () => {
    for (const signal of endingSignals) process.off(signal, end);
    stopAsking();
    stopKeys();
    input.pause();
  };
}

function keys(signals: Signals, input: NodeJS.ReadStream): Stop {
  const press = (pressed: Buffer): void => {
    for (const key of pressed.toString()) {
      if (key === '\r' || key === '\n') signals.send('again');
      if (key === 'q' || key === '\u0003') signals.send('end');
    }
  };
  input.setRawMode(true).on('data', press).resume();
  return () => input.setRawMode(false).off('data', press);
}

function lines(signals: Signals, input: NodeJS.ReadStream): Stop {
  const reader = createInterface({ input });
  reader.on('line', (line) => signals.send(line.trim() === 'q' ? 'end' : 'again'));
  return () => reader.close();
}

/** An editor writes several files at once, in ms. */
const quietMs = 200;

/** A change of any file below the folder judges again, but of what nobody writes by hand and of the report itself. */
export function fromFiles(signals: Signals, folder: string, reportDir: string): Stop {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watchFolder(folder, { recursive: true }, (_event, path) => {
    if (path === null || isIgnored(resolve(folder, path), resolve(folder), reportDir)) return;
    clearTimeout(timer);
    timer = setTimeout(() => signals.send('again'), quietMs);
  });
  // A folder that goes away ends the watching of it, and nothing else.
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** @param reportDir absolute, as all of these */
export function isIgnored(path: string, folder: string, reportDir: string): boolean {
  const names = relative(folder, path).split(sep);
  return (
    names.includes('node_modules') || names.includes('.git') || `${path}${sep}`.startsWith(reportDir + sep)
  );
}

/** How often a target is asked for a connection, and how long it may take, in ms. No request is sent. */
const askEveryMs = 500;

/** A target that was down and takes connections again is judged again. */
export function fromTarget(signals: Signals, url: string): Stop {
  let down = false;
  let asking = false;
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    void answers(url).then((up) => {
      asking = false;
      if (up && down) signals.send('again');
      down = !up;
    });
  }, askEveryMs);
  return () => clearInterval(timer);
}

function answers(url: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  return new Promise((done) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || (protocol === 'https:' ? 443 : 80)),
      timeout: 3000,
    });
    const end = (up: boolean) => (): void => {
      socket.destroy();
      done(up);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
