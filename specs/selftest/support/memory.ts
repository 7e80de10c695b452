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
  return processes.filter(({ pid }) => family.has(pid)).reduce((sum, { bytes }) => sum + bytes, 0);
}

function allProcesses(): { pid: number; parent: number; bytes: number }[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statusOf(Number(name)));
  } catch {
    return [];
  }
}

function statusOf(pid: number): { pid: number; parent: number; bytes: number }[] {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    return [{ pid, parent: field('PPid'), bytes: field('VmRSS') * 1024 }];
  } catch {
    // It has ended in the meantime.
    return [];
  }
}
