import type { FormField, ReportForm } from '../../src/domain/report-form.ts';

/** The form of the first plan, as far as the parser sees it. */
export const FORM: ReportForm = {
  code: 'tuyen_truyen',
  title: 'Kết quả tuyên truyền',
  fields: [
    count('hoi_nghi', 'Hội nghị, tập huấn', ['hoi nghi', 'hoi thao', 'lop tap huan']),
    count('nguoi_du', 'Lượt người dự', ['nguoi du', 'luot nguoi']),
    count('tin_bai', 'Tin, bài báo chí', ['tin bai', 'bai bao']),
    count('phat_thanh', 'Phát thanh, truyền hình', ['phat thanh', 'truyen hinh']),
    count('cong_ttdt', 'Cổng, trang TTĐT', ['trang web', 'website', 'cong thong tin']),
    count('mang_xa_hoi', 'Bài mạng xã hội', ['mxh', 'zalo', 'facebook']),
    count('truc_quan', 'Trực quan, in ấn', ['pa no', 'to roi']),
    { ...count('kinh_phi', 'Kinh phí (triệu đồng)', ['kinh phi']), kind: 'money' },
    { ...text('ket_qua', 'Kết quả nổi bật', ['ket qua']), required: true },
    text('vuong_mac', 'Khó khăn, vướng mắc', ['vuong mac', 'kho khan']),
    text('kien_nghi', 'Đề xuất, kiến nghị', ['kien nghi', 'de xuat']),
    { ...text('van_ban', 'Văn bản chính thức', ['cong van', 'so van ban']), maxLength: 40 },
  ],
};

export function fieldOf(key: string): FormField {
  const field = FORM.fields.find((one) => one.key === key);
  if (field === undefined) throw new Error(`no field ${key}`);
  return field;
}

function count(key: string, shortLabel: string, aliases: readonly string[]): FormField {
  return {
    key,
    label: `${shortLabel} bao nhiêu ạ?`,
    shortLabel,
    kind: 'count',
    required: false,
    maxLength: null,
    source: 'II',
    aliases,
  };
}

function text(key: string, shortLabel: string, aliases: readonly string[]): FormField {
  return { ...count(key, shortLabel, aliases), kind: 'text', maxLength: 1500 };
}
