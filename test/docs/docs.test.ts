import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOMS } from '../../scripts/house/layout.ts';
import { PLATFORMS } from '../../src/assembly/platforms.ts';
import { COMMANDS } from '../../src/chat/commands/index.ts';
import { settingNames } from '../../src/config.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const README = read('README.md');
const SETTING_NAMES = settingNames(PLATFORMS);
const DOCUMENTS = [
  'README.md',
  'README.vi.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/huong-dan-can-bo-dau-moi.md',
];

describe('the documents', () => {
  it('.env.example lists every setting once, each under a comment', () => {
    const lines = read('.env.example').split('\n');
    const names = lines.flatMap((line) => /^#?([A-Z_]+)=/u.exec(line)?.[1] ?? []);
    expect(names.toSorted()).toEqual([...SETTING_NAMES].toSorted());
    for (const [index, line] of lines.entries()) {
      if (/^#?[A-Z_]+=/u.test(line)) expect(lines[index - 1], line).toMatch(/^# \S/u);
    }
  });

  it.each(SETTING_NAMES)('the README explains %s', (name) => {
    expect(README).toMatch(new RegExp(`^\\| [^|]*\`${name}\``, 'mu'));
  });

  it.each(COMMANDS.filter(({ isHidden }) => isHidden !== true).map(({ name }) => name))(
    'the README lists /%s',
    (name) => {
      expect(README).toContain(`\`/${name}\``);
    },
  );

  it('the README lists every npm script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const name of Object.keys(scripts)) {
      expect(README, name).toMatch(new RegExp(`npm (run )?${name}\\b`, 'u'));
    }
  });

  it('the map of the README has every room of src, the top of the house first', () => {
    const rooms = [...README.matchAll(/^\| (`src\/.*?) \|/gmu)].flatMap(
      ([, cell = '']) => cell.match(/[^`, ]+/gu) ?? [],
    );
    const isThere = (room: string) => existsSync(room.replace('/*', ''));
    expect(rooms.filter(isThere)).toEqual(ROOMS.map(([room]) => `src/${room}`).filter(isThere));
  });

  it('every threat of SECURITY.md names a test that is there', () => {
    const rows = read('SECURITY.md')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (threat|---)/u.test(line));
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const [, path = '', title = ''] = /`(test\/[^`]+)`: (.+) \|$/u.exec(row) ?? [];
      expect(existsSync(path), row).toBe(true);
      expect(read(path), row).toContain(title);
    }
  });

  it.each(DOCUMENTS)('the links of %s lead somewhere', (path) => {
    for (const [, target = '', anchor] of read(path).matchAll(/\]\(([^)#]+)(?:#([^)]*))?\)/gu)) {
      if (target.startsWith('http')) continue;
      const file = join(dirname(path), target);
      expect(existsSync(file), target).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(file), `${target}#${anchor}`).toContain(anchor);
    }
  });
});

/** The anchors a page gives its headings: "Running it" is `running-it`. */
function anchorsOf(path: string): string[] {
  return [...read(path).matchAll(/^#+ (.+)$/gmu)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
