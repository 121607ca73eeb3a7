import type { Judged, Verdict } from './judge.ts';

const VERDICTS: readonly Verdict[] = ['right', 'asked', 'missed', 'needless', 'lost', 'wrong'];

/** By production, how often each verdict fell. */
export function table(all: readonly Judged[]): string {
  const rules = new Map<string, Map<Verdict, number>>();
  for (const { rule, verdict } of all.flatMap(({ findings }) => findings)) {
    const row = rules.get(rule) ?? new Map<Verdict, number>();
    rules.set(rule, row.set(verdict, (row.get(verdict) ?? 0) + 1));
  }
  const cells = (name: string, of: (verdict: Verdict) => string | number): string =>
    `${name.padEnd(22)}${VERDICTS.map((verdict) => String(of(verdict)).padStart(9)).join('')}`;
  const lines = [...rules].sort(([one], [other]) => one.localeCompare(other));
  const sum = (verdict: Verdict): number => lines.reduce((total, [, row]) => total + (row.get(verdict) ?? 0), 0);
  return [
    cells('production', (verdict) => verdict),
    ...lines.map(([rule, row]) => cells(rule, (verdict) => row.get(verdict) ?? '')),
    cells('all', sum),
  ].join('\n');
}

/** The sentence, what was to be shown and what was. */
export function told({ message, reply, findings }: Judged): string[] {
  const bad = findings.filter(({ verdict }) => verdict !== 'right' && verdict !== 'asked');
  if (bad.length === 0) return [];
  const why = bad.map(({ verdict, key, rule, told: facts }) => `   ${verdict} ${key} [${rule}]: ${facts}`);
  return [`#${message.seed} ${message.text}\n${why.join('\n')}\n   => ${reply.replace(/\n+/gu, ' / ')}`];
}
