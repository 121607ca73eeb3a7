import { atTime, startOfDay } from '../../src/domain/calendar.ts';
import { deadlineOf } from '../../src/domain/deadline.ts';
import { periodOf } from '../../src/domain/period.ts';
import type { ReportContent } from '../../src/domain/report-form.ts';
import { obligationOf } from '../../src/domain/rule-book.ts';
import { type Bench, ZONE } from '../support/bot-bench.ts';

/** Numbers that are the same in every run. */
function numberOf(seed: string): number {
  let hash = 7;
  for (const letter of seed) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
  return hash;
}

const DIFFICULTIES = [
  'Kinh phí tuyên truyền còn hạn hẹp.',
  'Kinh phí tuyên truyền còn hạn hẹp',
  'ko có',
  'Cán bộ phụ trách kiêm nhiệm nhiều việc; thiếu thiết bị truyền thanh ở các thôn xa trung tâm.',
];

export function reportOf(unit: string, period: string): ReportContent {
  const seed = numberOf(`${unit}/${period}`);
  return {
    nothingToReport: false,
    values: {
      hoi_nghi: seed % 9,
      nguoi_du: (seed * 7) % 1900,
      tin_bai: seed % 23,
      ...(seed % 5 === 0 ? {} : { phat_thanh: seed % 31 }),
      cong_ttdt: seed % 17,
      mang_xa_hoi: seed % 41,
      truc_quan: seed % 13,
      kinh_phi: (seed % 997) / 10,
      ket_qua: `Đã tổ chức ${seed % 9} hội nghị quán triệt Nghị quyết số 57-NQ/TW; lồng ghép trong sinh hoạt chi bộ, phát trên hệ thống truyền thanh cơ sở.`,
      vuong_mac: DIFFICULTIES[seed % DIFFICULTIES.length] ?? '',
      kien_nghi: seed % 3 === 0 ? 'Đề nghị tỉnh bố trí thêm kinh phí.' : 'Không có',
      ...(seed % 4 === 0 ? { van_ban: `Số ${seed % 300}/BC-UBND ngày 12/${period.slice(5)}/2026` } : {}),
    },
  };
}

export interface RoundMaking {
  obligation: string;
  period: string;
  /** What a unit sends; null: nothing. */
  report?: (unit: string) => ReportContent | null;
  /** Units that hand in after the deadline. */
  late?: readonly string[];
  /** Units that correct what they sent. */
  twice?: readonly string[];
  returned?: readonly string[];
  waived?: readonly string[];
}

/** A round in the database as a bot that lived through it would have left it. */
export function makeRound(bench: Bench, { obligation: code, period: key, ...made }: RoundMaking): void {
  const { store } = bench;
  const rules = bench.bot().desk.rules();
  const obligation = obligationOf(rules, code);
  const period = periodOf(obligation, key);
  if (period === null) throw new Error(`no period ${key}`);
  const { word, legalDay, namedDay, lastGoodDay, cutOffAt } = deadlineOf(obligation, period, rules.calendar);
  const openedAt = startOfDay(period.opensOn, ZONE);
  const person = store.people.add('Người gửi', openedAt, '1');
  store.transact(() => {
    store.tasks.openRound(code, key, openedAt, store.facts.get('plan_revision') ?? '');
    for (const unit of store.units.owingOn(lastGoodDay)) {
      const deadline = { word, legalDay, namedDay, lastGoodDay, cutOffAt };
      const id = store.tasks.open({ unit: unit.code, obligation: code, period: key, openedAt, ...deadline });
      if (id === null) throw new Error('the task is there');
      if (made.waived?.includes(unit.code)) {
        store.tasks.move(id, 'waive', 'Đơn vị đang sắp xếp lại tổ chức');
        continue;
      }
      const report = (made.report ?? ((one) => reportOf(one, key)))(unit.code);
      if (report === null) continue;
      const isLate = made.late?.includes(unit.code) ?? false;
      const receivedAt = isLate ? cutOffAt + 3 * 3600_000 : atTime(lastGoodDay, '09:15', ZONE);
      const versions = made.twice?.includes(unit.code)
        ? [{ ...report, values: { ...report.values, hoi_nghi: 99 } }, report]
        : [report];
      versions.forEach((version, index) => {
        store.submissions.add({
          task: id,
          version: index + 1,
          person,
          via: 'template',
          receivedAt: receivedAt + index * 60_000,
          receipt: `${unit.code}-${code}-${key}-${index + 1}`,
          report: version,
        });
        store.tasks.move(id, 'submit', null);
      });
      store.tasks.stampFirst(id, isLate ? 'late' : 'on_time', receivedAt);
      if (made.returned?.includes(unit.code)) store.tasks.move(id, 'return', 'Số liệu kinh phí chưa khớp');
    }
  });
}

/** Two months and what is to be looked at in the second one: late, missing, waived, sent back, corrected. */
export function makeTwoMonths(bench: Bench): void {
  makeRound(bench, { obligation: 'thang', period: '2026-10' });
  makeRound(bench, {
    obligation: 'thang',
    period: '2026-11',
    late: ['HBG', 'STC'],
    twice: ['HCG'],
    returned: ['HGL'],
    waived: ['HTK'],
    report: (unit) => {
      if (['SYT', 'HNS', 'MTTQ'].includes(unit)) return null;
      if (unit === 'STP') return { nothingToReport: true, values: {} };
      if (unit === 'SXD') {
        const report = reportOf(unit, '2026-11');
        return {
          ...report,
          values: {
            ...report.values,
            ket_qua: '=1+1 là dòng bắt đầu bằng dấu bằng',
            kien_nghi: '- Đề nghị A\n- Đề nghị B',
          },
        };
      }
      return reportOf(unit, '2026-11');
    },
  });
}
