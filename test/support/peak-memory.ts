import { readFileSync } from 'node:fs';

/** The most memory the process ever held, in MB, as Linux counts it; throws elsewhere: a bound that is not measured holds nothing. */
export function peakMb(pid: number): number {
  const peak = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (peak === undefined) throw new Error(`/proc/${pid}/status does not tell the peak of memory`);
  return Number(peak) / 1024;
}
