import { readdirSync, readFileSync } from 'node:fs';

/** Watches the memory of a process and all its descendants, where the system tells it (Linux). */
export function watchMemory(pid: number, everyMs = 200): { peakBytes: () => number; stop: () => void } {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes(pid));
  }, everyMs);
  return { peakBytes: () => peak, stop: () => clearInterval(timer) };
}

function residentBytes(root: number): number {
  const processes = allProcesses();
  const family = new Set([root]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  return [...family].reduce((sum, pid) => sum + bytesOf(pid), 0);
}

/** Memory of a process; what it shares with others is counted in equal parts. */
function bytesOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // It has ended in the meantime.
    return 0;
  }
}

function allProcesses(): { pid: number; parent: number }[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statusOf(Number(name)));
  } catch {
    return [];
  }
}

function statusOf(pid: number): { pid: number; parent: number }[] {
  try {
    const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return [{ pid, parent: Number(parent) }];
  } catch {
    // It has ended in the meantime.
    return [];
  }
}
