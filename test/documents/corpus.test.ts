import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FROZEN_PLAN_DIR } from '../support/frozen-plan.ts';
import { CORPUS } from './corpus.ts';

const read = (path: string) => readFileSync(`${FROZEN_PLAN_DIR}/${path}`, 'utf8');
const FORMS: { code: string; fields: { key: string; kind: string }[] }[] = JSON.parse(read('forms.json'));
const KIND = new Map(
  FORMS.find((form) => form.code === 'tuyen_truyen')!.fields.map((field) => [field.key, field.kind]),
);
const UNITS = new Set(
  read('units.csv')
    .split('\n')
    .map((line) => line.split(',')[0]),
);

describe('the corpus of reports as units write them', () => {
  test('has forty documents with names of their own', () => {
    expect(CORPUS).toHaveLength(40);
    expect(new Set(CORPUS.map((document) => document.name)).size).toBe(40);
  });

  test.each(CORPUS.map((document) => [document.name, document] as const))('%s', async (name, document) => {
    const parts = unzipSync(await document.bytes());
    expect(Object.keys(parts)).toContain(name.endsWith('.docx') ? 'word/document.xml' : 'xl/workbook.xml');
    expect(UNITS).toContain(document.unit);
    expect(document.period).toMatch(/^20\d\d(-(\d\d|H1))?$/);
    for (const [key, value] of Object.entries(document.expected)) {
      expect(typeof value, key).toBe(KIND.get(key) === 'text' ? 'string' : 'number');
      expect(document.doubtful, 'either stated or doubtful').not.toContain(key);
    }
    for (const key of document.doubtful) expect([...KIND.keys()]).toContain(key);
  });
});
