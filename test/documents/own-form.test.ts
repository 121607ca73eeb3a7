import { expect, it } from 'vitest';
import type { DocumentPart } from '../../src/domain/document-part.ts';
import { readOwnForm } from '../../src/language/document/document-form.ts';
import { FORM_SHEET } from '../../src/wording/form-sheet.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const [form] = FROZEN_PLAN.forms;
if (form === undefined) throw new Error('no form');

/** Our form as it comes back, its rows as somebody left them. */
function cameBack(...rows: string[][]) {
  const parts: DocumentPart[] = [{ kind: 'table', rows: [['#BC thang 2026-11 HBG b0'], ...rows] }];
  const read = readOwnForm(form as NonNullable<typeof form>, parts);
  return { values: read?.values, unread: read?.unread };
}
const { label, value, hint } = FORM_SHEET.columns;

it('is read in the column that is ours, whatever was put between', () => {
  expect(
    cameBack(
      [label, 'Tháng 10', value, hint],
      ['Hội nghị, tập huấn (hoi_nghi)', '8', '3', 'Số'],
      ['Lượt người dự (nguoi_du)', '900', '100', 'Số'],
      ['Tin, bài báo chí (bao_chi)', '7', '', 'Số'],
    ),
  ).toEqual({ values: { hoi_nghi: 3, nguoi_du: 100 }, unread: [expect.stringMatching(/: 7$/u)] });
});

it('names a figure that was typed beside the empty cell', () => {
  expect(cameBack([label, value, hint], ['Hội nghị, tập huấn (hoi_nghi)', '', '5'])).toEqual({
    values: {},
    unread: [expect.stringMatching(/: 5$/u)],
  });
});

it('is read without its head too, and where the table begins further right', () => {
  expect(cameBack(['Hội nghị, tập huấn (hoi_nghi)', '5']).values).toEqual({ hoi_nghi: 5 });
  expect(cameBack(['Hội nghị, tập huấn (hoi_nghi)', '8', '5'])).toMatchObject({
    values: {},
    unread: [/: 8$/u, /: 5$/u].map((one) => expect.stringMatching(one)),
  });
  expect(cameBack(['', label, value], ['', 'Hội nghị, tập huấn (hoi_nghi)', '5']).values).toEqual({ hoi_nghi: 5 });
});
