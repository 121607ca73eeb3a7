import { describe, expect, it } from 'vitest';
import { figureRisks, weigh } from '../../src/domain/review-risk.ts';
import { contradictedFigures } from '../../src/language/report/contradicted-figures.ts';
import { FROZEN_PLAN } from '../support/bot-bench.ts';

const [FORM] = FROZEN_PLAN.forms;
if (FORM === undefined) throw new Error('the plan has no form');
const form = FORM;
const report = (values: Record<string, number | string>) => ({ nothingToReport: false, values });

describe('what makes a report doubtful', () => {
  it.each([
    [{ hoi_nghi: 10 }, { hoi_nghi: 12 }, []],
    [{ hoi_nghi: 10 }, { hoi_nghi: 13 }, ['jump']],
    [{ hoi_nghi: 10 }, { hoi_nghi: 7 }, ['jump']],
    [{ hoi_nghi: 1 }, { hoi_nghi: 2 }, []],
    [{ hoi_nghi: 3 }, { hoi_nghi: 30 }, ['ten-times']],
    [{ hoi_nghi: 30 }, { hoi_nghi: 3 }, ['ten-times']],
    [{ hoi_nghi: 10, nguoi_du: 80 }, { nguoi_du: 80 }, ['blank-now']],
    [{ hoi_nghi: 10 }, {}, []],
    [{ hoi_nghi: 0 }, { hoi_nghi: 30 }, []],
    [{}, { hoi_nghi: 30 }, []],
  ])('%j, then %j: %j', (before: Record<string, number>, now: Record<string, number>, kinds) => {
    expect(figureRisks(form, report(now), report(before)).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('nothing at all after a period with figures; nothing known of the period before is no doubt', () => {
    const nothing = { nothingToReport: true, values: {} };
    expect(figureRisks(form, nothing, report({ hoi_nghi: 3 }))).toEqual([{ kind: 'nothing-now' }]);
    expect(figureRisks(form, nothing, nothing)).toEqual([]);
    expect(figureRisks(form, report({ hoi_nghi: 900 }), null)).toEqual([]);
  });

  it('words that name another figure; several figures are parts of one', () => {
    const said = (ket_qua: string) => contradictedFigures(form, report({ hoi_nghi: 5, ket_qua }));
    expect(said('Đã tổ chức 3 hội nghị')).toEqual([{ field: 'hoi_nghi', said: 3, value: 5 }]);
    expect(said('Da to chuc 05 hoi nghi')).toEqual([]);
    expect(said('2 hội nghị ở huyện, 3 hội nghị ở xã')).toEqual([]);
    expect(said('1.250 người dự')).toEqual([{ field: 'nguoi_du', said: 1250, value: null }]);
  });

  it('weighs more than a new person alone', () => {
    expect(weigh([{ kind: 'first-of-person' }])).toBeLessThan(weigh([{ kind: 'nothing-now' }]));
  });
});
