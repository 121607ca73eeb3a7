import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlanProblem } from '../../src/domain/plan-problem.ts';
import { ruleBookOf } from '../../src/plan/plan.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { storedRulesSchema } from '../../src/plan/schemas.ts';
import { SMALL_PLAN, smallPlanWith, writeSmallPlan } from '../support/small-plan.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

function problemsOf(dir: string): PlanProblem[] {
  const read = readPlan(dir, ZONE);
  return 'problems' in read ? read.problems : [];
}

function planIn(dir: string) {
  const read = readPlan(dir, ZONE);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.plan;
}

const UNITS = SMALL_PLAN['units.csv']!;

describe('a plan folder that is in order', () => {
  it('becomes domain values', () => {
    const plan = planIn(writeSmallPlan());
    expect(plan.units.find((unit) => unit.code === 'HCU')).toEqual({
      code: 'HCU',
      name: 'Huyện Cũ',
      shortName: 'Huyện Cũ',
      kind: 'district',
      validFrom: '2025-03-01',
      validTo: '2025-06-30',
      compiles: false,
      successors: [
        { code: 'XMOI', share: 'whole' },
        { code: 'XHAI', share: 'part' },
      ],
      source: 'IV.5',
      assumption: '',
    });
    expect(plan.units.find((unit) => unit.code === 'XMOI')?.name).toBe('Xã Mới, tỉnh');
    expect(plan.units.filter((unit) => unit.compiles).map((unit) => unit.code)).toEqual(['SKHCN']);
    expect(plan.calendar.zone).toBe(ZONE);
    expect(plan.calendar.years.get(2027)?.provisional).toBe(true);
    expect(plan.obligations.map((obligation) => obligation.code)).toEqual(['thang', 'sau_thang']);
  });

  it('gives a rule book that survives being stored as JSON', () => {
    const ruleBook = { ...ruleBookOf(planIn(writeSmallPlan())), former: { obligations: [], forms: [] } };
    expect(storedRulesSchema.parse(JSON.parse(JSON.stringify(ruleBook)))).toEqual(ruleBook);
  });

  it.each([
    ['with a byte order mark', `\uFEFF${UNITS}`],
    ['with CRLF', UNITS.replaceAll('\n', '\r\n')],
    ['separated by ;', UNITS.replace('"Xã Mới, tỉnh"', 'Xã Mới¤ tỉnh').replaceAll(',', ';').replace('¤', ',')],
    ['separated by tabs', UNITS.replace('"Xã Mới, tỉnh"', 'Xã Mới¤ tỉnh').replaceAll(',', '\t').replace('¤', ',')],
    [
      'with all of them, as Excel in Vietnam saves it',
      `\uFEFF${UNITS.replace('"Xã Mới, tỉnh"', 'Xã Mới¤ tỉnh').replaceAll(',', ';').replace('¤', ',')};;;;;;;;;\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    ],
    ['with blanks around cells and blank lines between', UNITS.replaceAll('\n', '\n\n').replaceAll('STC,', ' STC , ')],
    ['with Vietnamese in decomposed form', UNITS.normalize('NFD')],
    ['without a line break at the end', UNITS.trimEnd()],
  ])('reads units.csv %s', (_, text) => {
    expect(planIn(writeSmallPlan({ 'units.csv': text })).units).toEqual(planIn(writeSmallPlan()).units);
  });

  it('reads JSON with a byte order mark and CRLF', () => {
    const text = `\uFEFF${SMALL_PLAN['forms.json']!.replaceAll('\n', '\r\n')}`;
    expect(planIn(writeSmallPlan({ 'forms.json': text })).forms).toEqual(planIn(writeSmallPlan()).forms);
  });

  it('lets one unit have two spans that do not touch the same day', () => {
    const dir = writeSmallPlan({
      'units.csv': `${UNITS}HCU,Huyện Cũ,Huyện Cũ,district,2025-07-01,,no,,IV.5,\n`,
    });
    expect(planIn(dir).units.filter((unit) => unit.code === 'HCU')).toHaveLength(2);
  });
});

describe('each problem is found where it stands', () => {
  const rule = (name: string) => ({ code: 'breaks_rule', rule: name });
  const cases: [file: string, old: string, replacement: string, expected: Record<string, unknown>][] = [
    // units.csv
    ['units.csv', 'STC,Sở', 'stc,Sở', { line: 3, field: 'code', ...rule('unit_code') }],
    ['units.csv', 'STC,Sở Tài chính,', 'STC,,', { line: 3, field: 'name', code: 'empty' }],
    ['units.csv', 'chính,department', 'chính,sở', { line: 3, field: 'kind', code: 'not_one_of' }],
    ['units.csv', 'district,2025-03-01', 'district,01/03/2025', { line: 4, field: 'valid_from', ...rule('day') }],
    ['units.csv', '2025-06-30', '2025-06-31', { line: 4, field: 'valid_to', ...rule('day') }],
    ['units.csv', '2025-06-30', '2025-02-28', { line: 4, field: 'valid_to', ...rule('valid_to_after_from') }],
    ['units.csv', ',no,,IV.3', ',không,,IV.3', { line: 3, field: 'compiles', code: 'not_one_of' }],
    ['units.csv', 'XHAI:part', 'XHAI:nửa', { line: 4, field: 'successors', ...rule('successors') }],
    ['units.csv', 'XHAI:part', 'XBA', { line: 4, field: 'successors', code: 'unknown_unit', value: 'XBA' }],
    ['units.csv', ',yes,', ',no,', { line: null, field: 'compiles', code: 'no_compiling_unit' }],
    ['units.csv', 'XHAI,Xã', 'XMOI,Xã', { line: 6, field: 'code', code: 'duplicate', value: 'XMOI', firstLine: 5 }],
    ['units.csv', 'Xã Hai,Xã Hai', 'Xã Hai,Xã, Hai', { line: 6, field: null, code: 'too_many_cells' }],
    ['units.csv', '"Xã Mới, tỉnh"', '"Xã Mới, tỉnh', { line: 5, field: null, code: 'csv_syntax' }],
    ['units.csv', ',source', ',soure', { line: 1, field: 'source', code: 'missing_column' }],
    ['units.csv', ',source', ',soure', { line: 1, field: 'soure', code: 'unknown_name' }],
    ['units.csv', ',assumption', ',assumption,code', { line: 1, field: 'code', code: 'repeated_name' }],
    ['units.csv', UNITS.slice(UNITS.indexOf('\n')), '\n', { line: 1, field: null, code: 'empty' }],
    ['units.csv', UNITS, '', { line: 1, field: null, code: 'empty' }],
    // plan.json
    ['plan.json', '"nho"', '"NHỎ"', { line: 2, field: 'code', ...rule('code') }],
    ['plan.json', '"issuedOn": null', '"issuedOn": "28/2/2025"', { line: 5, field: 'issuedOn', ...rule('day') }],
    ['plan.json', '"Kế hoạch nhỏ"', '""', { line: 3, field: 'title', code: 'empty' }],
    ['plan.json', '  "title": "Kế hoạch nhỏ",\n', '', { line: 1, field: 'title', code: 'missing' }],
    [
      'plan.json',
      '["Nghị quyết 57"]',
      '"NQ 57"',
      { line: 8, field: 'legalBasis', code: 'wrong_kind', expected: 'list' },
    ],
    [
      'plan.json',
      '"assumptions": []',
      '"assumptions": [],\n  "contact": { "office": "Sở", "name": null, "phone": "gọi sau" }',
      { line: 10, field: 'contact.phone', ...rule('phone') },
    ],
    [
      'plan.json',
      '"assumptions": []',
      '"assumptions": [],\n  "nguon": 1',
      { line: 10, field: 'nguon', code: 'unknown_name' },
    ],
    [
      'plan.json',
      '"code": "nho",',
      '"code": "nho",\n  "code": "to",',
      { line: 3, field: 'code', code: 'repeated_name' },
    ],
    ['plan.json', '"Kế hoạch nhỏ",', '"Kế hoạch nhỏ"', { line: 4, field: null, code: 'json_syntax' }],
    ['plan.json', '[]\n}', '[],\n}', { line: 10, field: null, code: 'json_syntax' }],
    ['plan.json', '[]\n}\n', '[]\n', { line: 10, field: null, code: 'json_syntax' }],
    // obligations.json
    ['obligations.json', '"monthly"', '"weekly"', { line: 5, field: 'thang.frequency', code: 'not_one_of' }],
    [
      'obligations.json',
      '"day": 18',
      '"day": 32',
      { line: 8, field: 'thang.cutOff.day', code: 'out_of_range', maximum: 31 },
    ],
    [
      'obligations.json',
      '"day": 18',
      '"day": "18"',
      { line: 8, field: 'thang.cutOff.day', code: 'wrong_kind', expected: 'number' },
    ],
    [
      'obligations.json',
      '"day": 18',
      '"day": 1.5',
      { line: 8, field: 'thang.cutOff.day', code: 'wrong_kind', expected: 'number' },
    ],
    ['obligations.json', '"day": 18, ', '', { line: 8, field: 'thang.cutOff.day', code: 'missing' }],
    [
      'obligations.json',
      '"word": "before"',
      '"word": "trước"',
      { line: 8, field: 'thang.cutOff.word', code: 'not_one_of' },
    ],
    ['obligations.json', '"keep"', '"move"', { line: 9, field: 'thang.onDayOff', code: 'not_one_of' }],
    ['obligations.json', '"2025-03"', '"2025-13"', { line: 10, field: 'thang.firstPeriod', ...rule('period_monthly') }],
    [
      'obligations.json',
      '"2025-H1"',
      '"2025-06"',
      { line: 25, field: 'sau_thang.firstPeriod', ...rule('period_half_yearly') },
    ],
    ['obligations.json', '"monthly"', '"yearly"', { line: 10, field: 'thang.firstPeriod', ...rule('period_yearly') }],
    [
      'obligations.json',
      '"lastPeriod": null',
      '"lastPeriod": "2026"',
      { line: 11, field: 'thang.lastPeriod', ...rule('period_monthly') },
    ],
    [
      'obligations.json',
      '"lastPeriod": null',
      '"lastPeriod": "2025-02"',
      { line: 11, field: 'thang.lastPeriod', ...rule('last_period_after_first') },
    ],
    ['obligations.json', '"parts": [1]', '"parts": [3]', { line: 21, field: 'sau_thang.parts', ...rule('parts') }],
    [
      'obligations.json',
      '"parts": [1]',
      '"parts": [0]',
      { line: 21, field: 'sau_thang.parts.#1', code: 'out_of_range', minimum: 1 },
    ],
    [
      'obligations.json',
      '"form": "chung"',
      '"units": ["STC", "LA"],\n    "form": "chung"',
      { line: 13, field: 'thang.units.#2', code: 'unknown_unit', value: 'LA' },
    ],
    [
      'obligations.json',
      '"department", "commune"',
      '"department", "village"',
      { line: 12, field: 'thang.addressees.#2', code: 'not_one_of' },
    ],
    [
      'obligations.json',
      '"form": "chung"',
      '"form": "rieng"',
      { line: 13, field: 'thang.form', code: 'unknown_form', value: 'rieng' },
    ],
    [
      'obligations.json',
      '"replacesMonthly": false',
      '"replacesMonthly": "no"',
      { line: 14, field: 'thang.replacesMonthly', code: 'wrong_kind', expected: 'yes_no' },
    ],
    [
      'obligations.json',
      '"sau_thang"',
      '"thang"',
      { line: 18, field: 'thang.code', code: 'duplicate', value: 'thang', firstLine: 3 },
    ],
    ['obligations.json', '    "code": "thang",\n', '', { line: 2, field: '#1.code', code: 'missing' }],
    ['obligations.json', SMALL_PLAN['obligations.json']!, '[]', { line: 1, field: null, code: 'empty' }],
    [
      'obligations.json',
      SMALL_PLAN['obligations.json']!,
      '{}',
      { line: 1, field: null, code: 'wrong_kind', expected: 'list' },
    ],
    [
      'obligations.json',
      SMALL_PLAN['obligations.json']!,
      '[null]',
      { line: 1, field: '#1', code: 'wrong_kind', expected: 'object' },
    ],
    // forms.json
    ['forms.json', '"count"', '"number"', { line: 10, field: 'chung.fields.hoi_nghi.kind', code: 'not_one_of' }],
    [
      'forms.json',
      '"maxLength": null',
      '"maxLength": 9',
      { line: 12, field: 'chung.fields.hoi_nghi.maxLength', ...rule('no_max_length') },
    ],
    [
      'forms.json',
      '"maxLength": 1500',
      '"maxLength": null',
      { line: 22, field: 'chung.fields.ket_qua.maxLength', ...rule('max_length_of_text') },
    ],
    [
      'forms.json',
      '"hoi thao"',
      '"Hội thảo"',
      { line: 14, field: 'chung.fields.hoi_nghi.aliases.#2', ...rule('alias') },
    ],
    [
      'forms.json',
      '"ket qua"',
      '"hoi thao"',
      { line: 24, field: 'chung.fields.ket_qua.aliases.#1', code: 'duplicate', value: 'hoi thao', firstLine: 14 },
    ],
    [
      'forms.json',
      '"key": "ket_qua"',
      '"key": "hoi_nghi"',
      { line: 17, field: 'chung.fields.hoi_nghi.key', code: 'duplicate', value: 'hoi_nghi', firstLine: 7 },
    ],
    // reminders.json
    [
      'reminders.json',
      '"T+1"',
      '"L"',
      { line: 13, field: 'milestones.L.key', code: 'duplicate', value: 'L', firstLine: 4 },
    ],
    ['reminders.json', '"T+1"', '"asked"', { line: 13, field: 'milestones.asked.key', ...rule('milestone_key') }],
    ['reminders.json', '"T+1"', '"nudge-1"', { line: 13, field: 'milestones.nudge-1.key', ...rule('milestone_key') }],
    [
      'reminders.json',
      '"workingDays": 0',
      '"workingDays": 2',
      { line: 6, field: 'milestones.L.workingDays', ...rule('working_days_back') },
    ],
    [
      'reminders.json',
      '"workingDays": 1',
      '"workingDays": 0',
      { line: 15, field: 'milestones.T+1.workingDays', ...rule('working_days_after') },
    ],
    ['reminders.json', '"08:30"', '"8:30"', { line: 7, field: 'milestones.L.at', ...rule('time') }],
    ['reminders.json', '"08:30"', '"21:00"', { line: 7, field: 'milestones.L.at', ...rule('within_sending_hours') }],
    [
      'reminders.json',
      '"until": "21:00"',
      '"until": "06:00"',
      { line: 22, field: 'sendingHours.until', ...rule('hours_in_order') },
    ],
    ['reminders.json', '"leader"', '"boss"', { line: 17, field: 'milestones.T+1.audience.#2', code: 'not_one_of' }],
    [
      'reminders.json',
      '"dailyCap": 4',
      '"dailyCap": 0',
      { line: 23, field: 'dailyCap', code: 'out_of_range', minimum: 1 },
    ],
    // calendar.json
    [
      'calendar.json',
      '"2026-01-10"',
      '"2026-02-30"',
      { line: 11, field: '2026.makeUpDays.2026-02-30.day', ...rule('day') },
    ],
    [
      'calendar.json',
      '"2026-01-02"',
      '"2025-01-02"',
      { line: 8, field: '2026.daysOff.2025-01-02.day', ...rule('day_in_year') },
    ],
    [
      'calendar.json',
      '"2026-01-10"',
      '"2026-01-12"',
      { line: 11, field: '2026.makeUpDays.2026-01-12.day', ...rule('make_up_on_weekend') },
    ],
    [
      'calendar.json',
      '"2026-01-02"',
      '"2026-01-10"',
      { line: 11, field: '2026.makeUpDays.2026-01-10.day', code: 'duplicate', value: '2026-01-10', firstLine: 8 },
    ],
    [
      'calendar.json',
      '2027,\n    "provisional": true,\n    "sources": ["Tạm tính"],\n    "daysOff": [{ "day": "2027',
      '2026,\n    "provisional": true,\n    "sources": ["Tạm tính"],\n    "daysOff": [{ "day": "2026',
      { line: 15, field: '2026.year', code: 'duplicate', value: '2026', firstLine: 3 },
    ],
    [
      'calendar.json',
      '"name": "Làm bù"',
      '"nam": "Làm bù"',
      { line: 11, field: '2026.makeUpDays.2026-01-10.nam', code: 'unknown_name' },
    ],
  ];

  it.each(cases)('%s: %j -> %j', (file, old, replacement, expected) => {
    const problems = problemsOf(writeSmallPlan(smallPlanWith(file, old, replacement)));
    expect(problems).toContainEqual(expect.objectContaining({ file, ...expected }));
  });

  it('spans of one unit that overlap are named by the later line', () => {
    const twice = `${UNITS}HCU,Huyện Cũ,Huyện Cũ,district,2025-06-30,,no,,IV.5,\n`;
    expect(problemsOf(writeSmallPlan({ 'units.csv': twice }))).toEqual([
      { file: 'units.csv', line: 7, field: 'valid_from', code: 'overlapping_validity', unit: 'HCU', otherLine: 4 },
    ]);
  });

  it('lines stay right after a quoted cell of several lines', () => {
    const text = UNITS.replace('"Xã Mới, tỉnh"', '"Xã Mới\nthuộc\ntỉnh"').replace('XHAI,Xã', 'xhai,Xã');
    expect(problemsOf(writeSmallPlan({ 'units.csv': text }))).toEqual([
      { file: 'units.csv', line: 8, field: 'code', code: 'breaks_rule', rule: 'unit_code' },
    ]);
  });

  it.each(Object.keys(SMALL_PLAN))('%s is missing', (file) => {
    expect(problemsOf(writeSmallPlan({ [file]: null }))).toEqual([{ file, line: null, field: null, code: 'no_file' }]);
  });

  it('a folder stands where a file should be', () => {
    const dir = writeSmallPlan({ 'plan.json': null });
    mkdirSync(join(dir, 'plan.json'));
    expect(problemsOf(dir)).toEqual([{ file: 'plan.json', line: null, field: null, code: 'not_readable' }]);
  });

  it('a file in another encoding', () => {
    const dir = writeSmallPlan({ 'units.csv': Buffer.from(UNITS, 'utf16le') });
    const latin = writeSmallPlan({ 'units.csv': Buffer.from(UNITS, 'latin1') });
    expect(problemsOf(latin)).toEqual([{ file: 'units.csv', line: null, field: null, code: 'not_utf8' }]);
    expect(problemsOf(dir).map((problem) => problem.file)).toContain('units.csv');
  });

  it('no folder at all is one problem', () => {
    const dir = join(writeSmallPlan(), 'nowhere');
    expect(problemsOf(dir)).toEqual([{ file: dir, line: null, field: null, code: 'no_directory' }]);
  });
});

describe('several problems', () => {
  it('are all told at once, by file and line', () => {
    const dir = writeSmallPlan({
      ...smallPlanWith('plan.json', '"nho"', '"Nhỏ"'),
      'units.csv': UNITS.replace('XHAI,Xã', 'xhai,Xã').replace('STC,Sở Tài chính,', 'STC,,'),
      ...smallPlanWith('obligations.json', '"form": "chung"', '"form": "rieng"'),
      'reminders.json': '{',
      ...smallPlanWith('calendar.json', '"2026-01-10"', '"2026-01-12"'),
    });
    expect(problemsOf(dir).map(({ file, line, code }) => [file, line, code])).toEqual([
      ['plan.json', 2, 'breaks_rule'],
      ['units.csv', 3, 'empty'],
      ['units.csv', 6, 'breaks_rule'],
      ['obligations.json', 13, 'unknown_form'],
      ['reminders.json', 1, 'json_syntax'],
      ['calendar.json', 11, 'breaks_rule'],
    ]);
  });

  it('do not blame a reference whose target is what is broken', () => {
    const brokenForm = problemsOf(writeSmallPlan(smallPlanWith('forms.json', '"count"', '"number"')));
    expect(brokenForm.map((problem) => problem.code)).toEqual(['not_one_of']);
    const brokenUnit = problemsOf(writeSmallPlan(smallPlanWith('units.csv', 'XHAI,Xã Hai', 'XHAI,')));
    expect(brokenUnit.map((problem) => problem.code)).toEqual(['empty']);
  });
});
