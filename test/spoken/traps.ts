import type { Luck } from './luck.ts';
import { NAMES } from './names.ts';
import { size } from './plain-pieces.ts';
import { ASK, COUNTS, type CountKey, type Piece, type Truth, value } from './truth.ts';

/** What looks like the figure of a field, beside the real one. */
export function trapped(key: CountKey, luck: Luck): Piece {
  const { labels, nouns } = NAMES[key];
  const n = size(key, luck);
  const other = n + 2 + luck.below(30);
  const [label, noun] = [luck.pick(labels), luck.pick(nouns)];
  const [rule, text, truth] = luck.pick<readonly [string, string, Truth]>([
    ['target', `${label} chỉ tiêu ${other} đạt ${n}`, value(n)],
    ['target', `chỉ tiêu ${other} ${noun}, đạt ${n}`, value(n)],
    ['target', `${label}: đạt ${n}/${other}`, value(n)],
    ['target', `${label}: ${n} (kế hoạch ${other})`, value(n)],
    ['target', `${n}/${other} ${noun} theo kế hoạch`, value(n)],
    ['cumulative', `${label} ${n}, luỹ kế từ đầu năm ${other}`, value(n)],
    ['cumulative', `${n} ${noun} (lũy kế ${other})`, value(n)],
    ['cumulative', `${label}: ${n}, cộng dồn ${other}`, value(n)],
    ['cumulative', `${label} tháng này ${n}, từ đầu năm đến nay ${other}`, value(n)],
    ['cumulative alone', `luỹ kế từ đầu năm ${other} ${noun}`, ASK],
    ['last month', `${label} ${n} (tháng trước ${other})`, value(n)],
    ['last month', `${n} ${noun}, tháng trước ${other}`, value(n)],
    ['last month', `${label} tháng 10 là ${other}, tháng 11 là ${n}`, value(n)],
    ['last month', `${label}: ${n}, tăng 2 so với tháng trước`, value(n)],
    ['last month', `${label} ${n}, cùng kỳ năm trước ${other}`, value(n)],
    ['last month alone', `tháng trước ${other} ${noun}`, ASK],
    ['last month alone', `tháng 10 có ${other} ${noun}`, ASK],
    ['coming', `${label} ${n}, tháng tới dự kiến ${other}`, value(n)],
    ['coming', `${n} ${noun}, dự kiến tháng sau thêm ${other}`, value(n)],
    ['coming alone', `tháng tới dự kiến ${other} ${noun}`, ASK],
    ['coming alone', `sắp tới sẽ có ${other} ${noun}`, ASK],
    ['others', `${label} ${n}, toàn tỉnh ${other}`, value(n)],
    ['others', `${n} ${noun} (cả tỉnh ${other})`, value(n)],
    ['others alone', `toàn tỉnh có ${other} ${noun}`, ASK],
    ['approximate', `khoảng ${n} ${noun}`, ASK],
    ['approximate', `${label} tầm ${n}`, ASK],
    ['approximate', `gần ${other} ${noun}`, ASK],
    ['approximate', `${label}: hơn ${n}`, ASK],
    ['approximate', `${label} ~${n}`, ASK],
    ['approximate', `trên ${n} ${noun}`, ASK],
    ['approximate', `${label}: ${n}?`, ASK],
    ['range', `${label} ${n}-${other}`, ASK],
    ['range', `từ ${n} đến ${other} ${noun}`, ASK],
    ['range', `${label} ${n} hay ${other} gì đó`, ASK],
    ['range', `${label}: ${n} hoặc ${other}`, ASK],
    ['vague', `${label} mấy cái em không nhớ`, ASK],
    ['vague', `có vài ${noun}`, ASK],
    ['vague', `nhiều ${noun}`, ASK],
    ['unsure', `${label} hình như ${n}`, ASK],
    ['unsure', `${label} ${n} để em xem lại đã`, ASK],
    ['mended', `${label} ${other} à nhầm ${n}`, value(n)],
    ['mended', `${label}: ${other}, sửa lại là ${n}`, value(n)],
    ['mended', `không phải ${other} ${noun} mà là ${n}`, value(n)],
    ['twice', `${label} ${n}, ${noun} ${other}`, ASK],
    ['partly', `${label} ${n}, trong đó ${Math.max(1, n - 1)} trực tuyến`, value(n)],
    ['partly', `${n} ${noun}, 1 cái chưa duyệt`, ASK],
    ['percent', `${label} ${n} đạt 95%`, value(n)],
    ['percent', `${n} ${noun} (tăng 20%)`, value(n)],
    ['document', `${label} theo NQ 57: ${n}`, value(n)],
    ['document', `${n} ${noun} về Nghị quyết số 57-NQ/TW`, value(n)],
    ['document', `${n} ${noun} theo KH 726/KH-UBND ngày 20/02/2025`, value(n)],
    ['document', `${label} theo công văn 1234/SKHCN: ${n}`, value(n)],
    ['date', `${label} từ 15/10 đến 14/11: ${n}`, value(n)],
    ['date', `ngày 12/11 có ${n} ${noun}`, value(n)],
    ['date', `${label} tháng 11: ${n}`, value(n)],
    ['hour', `${n} ${noun} lúc 8h30 ngày 5/11`, value(n)],
    ['place', `${n} ${noun} tại Trường THCS số 2`, value(n)],
    ['place', `${n} ${noun} ở thôn 5, thôn 7`, value(n)],
    ['place', `${n} ${noun} ở 12 xã`, value(n)],
    ['place', `tại tổ dân phố số 7 có ${n} ${noun}`, value(n)],
    ['wrong mark', `${label}: 1,250`, ASK],
    ['tenth', `${label}: 3,5`, ASK],
  ]);
  return { text, rule, truth: { [key]: truth }, news: [text] };
}

/** Traps that need two fields, or none. */
export function odd(luck: Luck): Piece {
  const n = 2 + luck.below(8);
  const key = luck.pick(COUNTS);
  const made = luck.pick<readonly [string, string, Piece['truth']]>([
    ['each', `${n} hội nghị mỗi buổi 50 người`, { hoi_nghi: value(n), nguoi_du: ASK }],
    ['each', `${n} lớp tập huấn, mỗi lớp 40 học viên`, { hoi_nghi: value(n), nguoi_du: ASK }],
    ['each', `${n} hội nghị x 50 người`, { hoi_nghi: value(n), nguoi_du: ASK }],
    ['each', `${n} hội nghị, bình quân 60 người/hội nghị`, { hoi_nghi: value(n), nguoi_du: ASK }],
    ['alone', `${n} bài`, {}],
    ['alone', `tổng cộng ${n}`, {}],
    ['foreign', `trồng ${n}0 cây xanh`, {}],
    ['foreign', `cấp ${n} chữ ký số`, {}],
    ['foreign', `xe máy ${n}`, {}],
    ['foreign', `${n} tổ công nghệ số cộng đồng`, {}],
    ['foreign', `hồ sơ trực tuyến ${n}00`, {}],
    ['foreign', `${n} lượt xem`, {}],
    ['views', `mxh ${n} bài, 1200 lượt xem`, { mang_xa_hoi: value(n) }],
    ['views', `fb ${n} bài với 350 lượt thích`, { mang_xa_hoi: value(n) }],
    ['copies', `${n} bài phát thanh, phát 30 lượt`, { phat_thanh: value(n) }],
    ['copies', `phát thanh ${n} tin, thời lượng 5 phút`, { phat_thanh: value(n) }],
    ['shared', `tin bài và cổng ${n}`, { tin_bai: ASK, cong_ttdt: ASK }],
    ['shared', `hội nghị, tin bài: mỗi thứ ${n}`, { hoi_nghi: ASK, tin_bai: ASK }],
    ['two figures', `hội nghị, người dự: ${n}, ${n}50`, { hoi_nghi: ASK, nguoi_du: ASK }],
    [
      'two figures',
      `hội nghị ${n} người dự ${n}50 tin bài ${n + 1}`,
      { hoi_nghi: value(n), nguoi_du: value(n * 100 + 50), tin_bai: value(n + 1) },
    ],
    ['as last month', `${luck.pick(NAMES[key].labels)} như tháng trước`, { [key]: ASK }],
    ['planned money', `dự toán kinh phí ${n}0 triệu`, { kinh_phi: ASK }],
    ['planned money', `được cấp ${n}0 triệu, đã chi ${n} triệu`, { kinh_phi: value(n) }],
    ['planned money', `kinh phí ${n} triệu (dự toán ${n}0 triệu)`, { kinh_phi: value(n) }],
    ['rough money', `kinh phí khoảng ${n} triệu`, { kinh_phi: ASK }],
    ['money each', `kinh phí ${n} triệu/hội nghị`, { kinh_phi: ASK }],
    ['odd money', `kinh phí ${n}000000`, { kinh_phi: value(n) }],
    ['dollars', `kinh phí ${n}00 USD`, { kinh_phi: ASK }],
    ['negated', 'không tổ chức hội nghị nào', { hoi_nghi: { kind: 'none' } }],
  ]);
  const [rule, text, truth] = made;
  return { text, rule, truth, news: [text] };
}
