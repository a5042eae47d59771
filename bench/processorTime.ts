import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Parent of a process, and processor milliseconds of itself and of children that have ended; from proc(5), so on Linux only. */
const read = (pid: number): { readonly parent: number; readonly ms: number } | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, n) => sum + n, 0);
    return { parent: fields[1] ?? 0, ms: (ticks * 1000) / ticksPerSecond };
  } catch {
    return undefined;
  }
};

/** Processor milliseconds that a process and its children have used since they started; 0 where proc(5) is missing. */
export const processorMs = (pid: number): number => {
  const own = read(pid);
  if (!own) return 0;
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && read(Number(name))?.parent === pid);
  return own.ms + children.reduce((sum, name) => sum + (read(Number(name))?.ms ?? 0), 0);
};
