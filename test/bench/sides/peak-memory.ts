import { readFileSync } from 'node:fs';

/**
 * The most memory this process has had, in KB. Linux hands the maximum of `getrusage` on from the parent to what it starts: a bare bot
 * seemed to take the 109 MB of the benchmark that started it. The kernel's own high-water mark begins anew with the program.
 */
export function peakMemory(): number {
  try {
    const mark = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return mark === undefined ? process.resourceUsage().maxRSS : Number(mark);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
