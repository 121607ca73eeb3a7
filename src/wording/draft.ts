import type { CompiledRound, CompiledTicket } from '../domain/compiled-round.ts';
import { isToCome } from '../domain/report-substance.ts';
import type { StandingNow } from '../domain/task.ts';
import { sayFigure, sayPeriodWithWindow } from './compiled.ts';
import { sayPeriodKey } from './period.ts';
import { sayOpenStretch } from './restored.ts';

/** The fixed words of the compiled report, by Decree 30/2020/NĐ-CP, Annex I. */
export const DRAFT = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  draft: 'DỰ THẢO',
  number: (symbol: string) => `Số:        /${symbol}`,
  placeAndDate: (place: string, year: string) => `${place}, ngày      tháng      năm ${year}`,
  kind: 'BÁO CÁO',
  recipients: 'Nơi nhận:',
  recipientList: (recipient: string) => [`- ${recipient};`, '- Lãnh đạo cơ quan;', '- Lưu: VT.'],
  signer: 'THỦ TRƯỞNG CƠ QUAN',
  signerHint: '(Chữ ký, dấu; họ và tên)',
  sections: {
    status: 'I. TÌNH HÌNH THỰC HIỆN CHẾ ĐỘ BÁO CÁO',
    figures: 'II. SỐ LIỆU TỔNG HỢP',
    texts: 'III. NỘI DUNG BÁO CÁO CỦA CÁC ĐƠN VỊ',
  },
  annexes: {
    units: 'Phụ lục 1',
    unitsTitle: 'Số liệu theo đơn vị',
    timeliness: 'Phụ lục 2',
    timelinessTitle: 'Đơn vị nộp muộn, chưa nộp, được miễn, được gia hạn',
    sources: 'Phụ lục 3',
    sourcesTitle: 'Nguồn của số liệu: bản báo cáo được tính của từng đơn vị',
  },
  columns: {
    order: 'STT',
    figure: 'Chỉ tiêu',
    unit: 'Đơn vị',
    thisPeriod: 'Kỳ này',
    total: 'Cộng',
    change: 'Tăng, giảm',
    standing: 'Tình hình',
    time: 'Thời điểm nhận',
    remark: 'Lý do, ghi chú',
    version: 'Bản',
    months: 'Cộng các tháng',
  },
  dash: '–',
  tickets: 'Vướng mắc đã nêu với cơ quan điều phối',
  closing: (compiler: string, recipient: string) =>
    `Trên đây là kết quả tổng hợp; ${compiler} kính báo cáo ${recipient}./.`,
  noText: 'Không có đơn vị nào nêu.',
  none: (count: number) => `${count} đơn vị báo cáo không có.`,
  nothingToReport: 'Không phát sinh',
  allOnTime: 'Không có đơn vị nào nộp muộn, chưa nộp, được miễn hay được gia hạn.',
  noDifferences: 'Số liệu của các đơn vị trong kỳ khớp với tổng các báo cáo tháng.',
  differences:
    'Số liệu đơn vị xác nhận cho cả kỳ khác với tổng các báo cáo tháng như sau; mỗi ô ghi số đơn vị xác nhận / tổng các tháng. Văn bản này dùng số đơn vị xác nhận.',
  emptyMonths: (keys: readonly string[]) =>
    `Tháng không có báo cáo nào trong hệ thống: ${keys.map(sayPeriodKey).join(', ')}.`,
} as const;

/** The sentences that open the report: who owed it, and how many kept the date. */
export function sayRoundParagraphs(round: CompiledRound): string[] {
  const of = (standing: StandingNow): number => round.units.filter((unit) => unit.standing === standing).length;
  const [waived, open, missing] = [of('waived'), of('open'), of('missing') + of('open')];
  const waiting = open === 0 ? '' : open === missing ? ', đều chưa đến hạn' : `, trong đó ${open} đơn vị chưa đến hạn`;
  const owing = round.units.length - waived;
  const counted = round.units.filter((unit) => unit.counted !== null).length;
  const unread = round.units.filter((unit) => unit.counted !== null && unit.state === 'submitted').length;
  const returned = round.units.filter((unit) => unit.state === 'returned').length;
  const toCome = round.units.filter(
    ({ counted }) => counted !== null && isToCome(round.texts, counted.report, counted.via),
  );
  const stretch = sayOpenStretch(round.openStretch, round.zone, of('unsettled'));
  const unsettled = of('unsettled') === 0 ? '' : `, ${of('unsettled')} đơn vị chưa xác định đúng hạn hay muộn`;
  const sentences = [
    `Kỳ báo cáo ${sayPeriodWithWindow(round)} có ${owing} đơn vị phải báo cáo${waived === 0 ? '' : ` (ngoài ra ${waived} đơn vị được miễn)`}: ` +
      `${of('on_time')} đơn vị nộp đúng hạn, ${of('late')} đơn vị nộp muộn${unsettled}, ${missing} đơn vị chưa nộp${waiting} (Phụ lục 2).`,
    ...(stretch === '' ? [] : [stretch]),
    `Số liệu dưới đây tổng hợp từ ${counted} báo cáo đã nhận${unread === 0 ? '' : `, trong đó ${unread} báo cáo chưa được cơ quan tổng hợp duyệt`}` +
      `${returned === 0 ? '' : `; ${returned} báo cáo đã trả lại chờ sửa, chưa tính`}` +
      `${toCome.length === 0 ? '' : `; ${toCome.length} báo cáo bằng văn bản chưa nhập số liệu (${toCome.map((unit) => unit.shortName).join(', ')})`}.`,
  ];
  return sentences;
}

/** What is to be known before totals are set beside each other: how many reports each is the sum of, where this period's are not all in. */
export function sayComparedNotes({ units, before, yearBefore, months }: CompiledRound): string[] {
  const owing = units.filter((unit) => unit.standing !== 'waived').length;
  const counted = units.filter((unit) => unit.counted !== null).length;
  if (counted >= owing) return [];
  const others = [before, yearBefore].filter((one) => one !== null);
  const compared = others.map((one) => `${sayPeriodKey(one.period)}: ${one.counted} báo cáo`).join('; ');
  const incomplete =
    compared === ''
      ? []
      : [
          `Kỳ này mới có ${counted}/${owing} báo cáo (${compared}), nên cột tăng, giảm chưa phản ánh hết kết quả của kỳ.`,
        ];
  if (months === null) return incomplete;
  const ofMonths =
    counted === 0
      ? 'Chưa có báo cáo nào của kỳ này; cột “Cộng các tháng” là tổng các báo cáo tháng đã nhận trong kỳ.'
      : `${compared === '' ? `Kỳ này mới có ${counted}/${owing} báo cáo; cột` : 'Cột'} “Cộng các tháng” chỉ cộng báo cáo tháng của ${counted} đơn vị đã gửi báo cáo kỳ này.`;
  return [...incomplete, ofMonths];
}

/** `- Số 3, Huyện Bình Giang: … Trả lời: …`. */
export function sayTicketLine({ id, unit, state, text, answer }: CompiledTicket): string {
  const one = (words: string): string =>
    words
      .replace(/[.,;:\s]*\n\s*(?=\p{Lu})/gu, '. ')
      .replace(/\s*\n\s*/gu, ' ')
      .replace(/(?<=[^\s.;:,!?]) (?=(?:Khó khăn|Vướng mắc|Đề xuất|Kiến nghị)[^.:]{0,30}: )/gu, '. ')
      .replace(/[.\s]+$/u, '');
  const asked = `- Số ${id}${unit === null ? '' : `, ${unit}`}: ${one(text)}.`;
  if (answer !== null) return `${asked} Trả lời: ${one(answer)}.`;
  return state === 'open' ? `${asked} Chưa trả lời.` : asked;
}

/** `Căn cứ …;` each, the last one with a full stop. */
export function sayLegalBasis(bases: readonly string[]): string[] {
  return bases.map((basis, index) => `Căn cứ ${basis}${index === bases.length - 1 ? '.' : ';'}`);
}

/** `Kết quả tuyên truyền … tháng 11/2026`; the period's own words stay on one line. */
export function sayAbstract({ subject, period }: CompiledRound): string {
  return `${subject} ${sayPeriodKey(period.key).replaceAll(' ', '\u00a0')}`;
}

/** The own figure, and the sum of the months behind it: `12 / 10`. */
export function sayDifference(own: number | null, months: number | null): string {
  return `${sayFigure(own)} / ${sayFigure(months)}`;
}

/** The place in "…, ngày … tháng … năm": what the issuer's name says of it; dots where it says nothing. */
export function placeOf(issuer: string): string {
  const match = /(?:tỉnh|thành phố|TP\.?|huyện|thị xã|quận|xã|phường)\s+(.+)$/iu.exec(issuer.trim());
  return match?.[1] ?? '..........';
}
