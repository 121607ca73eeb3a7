import type { Luck } from './luck.ts';
import type { Piece, TextKey } from './truth.ts';

const LABELS: Record<TextKey, readonly string[]> = {
  ket_qua: ['kết quả', 'kết quả nổi bật', 'KQ nổi bật', 'nổi bật', 'Kết quả chính', 'kq'],
  vuong_mac: ['khó khăn', 'vướng mắc', 'khó khăn, vướng mắc', 'khó khăn vướng mắc', 'Khó khăn/vướng mắc', 'kk'],
  kien_nghi: ['đề xuất', 'kiến nghị', 'đề xuất, kiến nghị', 'đề xuất kiến nghị', 'Kiến nghị đề xuất', 'đề nghị'],
};

const BODIES: Record<TextKey, readonly string[]> = {
  ket_qua: [
    'đã tổ chức tốt tuần lễ chuyển đổi số',
    'đã quán triệt Nghị quyết 57 đến 100% chi bộ',
    'ra mắt mô hình chợ 4.0 tại xã Thái Học',
    'hoàn thành cài VNeID cho 95% người dân',
    'phát động cuộc thi tìm hiểu chuyển đổi số',
    'duy trì chuyên mục chuyển đổi số trên đài huyện',
    'thành lập 12 tổ công nghệ số cộng đồng',
    'trao giải cho 3 tập thể, 5 cá nhân',
  ],
  vuong_mac: [
    'không',
    'không có',
    'thiếu kinh phí',
    'đường truyền ở 3 thôn còn yếu',
    'cán bộ kiêm nhiệm nhiều việc',
    'thiếu máy tính, mạng chập chờn',
    'loa truyền thanh hỏng 2 cụm',
    'chưa có cán bộ chuyên trách về công nghệ thông tin',
  ],
  kien_nghi: [
    'không',
    'cấp thêm kinh phí',
    'hỗ trợ 5 máy tính cho xã',
    'tỉnh mở thêm lớp tập huấn',
    'sớm có hướng dẫn chi kinh phí',
    'bổ sung 50 triệu cho năm 2027',
    'Sở gửi tài liệu tuyên truyền sớm hơn',
  ],
};

/** A text behind its label. */
export function told(key: TextKey, luck: Luck): Piece {
  const text = luck.pick(BODIES[key]);
  const between = luck.pick([': ', ': ', ':', ' - ', ' là ', ' : ']);
  return {
    text: `${luck.pick(LABELS[key])}${between}${text}`,
    rule: `text ${key}`,
    truth: { [key]: { kind: 'text', text } },
    news: [text],
    open: true,
  };
}

/** A text without its label: whatever becomes of it, it may not vanish. */
export function inProse(luck: Luck): Piece {
  const text = luck.pick([
    'Huyện đã ra mắt chợ 4.0 tại xã Thái Học',
    'Đơn vị gặp khó khăn do thiếu cán bộ chuyên trách',
    'Tuần trước bão nên hoãn mất ngày hội chuyển đổi số',
    'Đề nghị tỉnh hỗ trợ 2 máy tính',
    'Bà con hưởng ứng rất tốt',
    'Loa ở thôn Hạ hỏng 2 cụm',
    'Mạng yếu nên chưa livestream được',
    'Huyện được Chủ tịch tỉnh tặng bằng khen',
    'Đã ký kết phối hợp với VNPT',
  ]);
  return {
    text,
    rule: 'prose',
    truth: { ket_qua: { kind: 'free' }, vuong_mac: { kind: 'free' }, kien_nghi: { kind: 'free' } },
    news: [text],
    open: true,
  };
}

const talk = (text: string): Piece => ({ text, rule: 'talk', truth: {}, news: [], talk: true });

export const opening = (luck: Luck): Piece =>
  talk(
    luck.pick([
      'em chào chị',
      'Em chào anh ạ',
      'em gửi chị số liệu tháng 11 ạ',
      'Dạ em gửi báo cáo tháng 11',
      'e gửi a số liệu ạ',
      'Chào bot',
      'Báo cáo tháng 11/2026 của huyện',
      'Kính gửi Sở',
      'số liệu bên em đây ạ',
      'chị ơi',
      'Em báo cáo kết quả tuyên truyền NQ 57 tháng 11',
      'alo bot ơi em nộp báo cáo nhé',
      'Tháng này bên em',
      'trong tháng đơn vị',
    ]),
  );

export const closing = (luck: Luck): Piece =>
  talk(
    luck.pick([
      'nhờ anh xem giúp',
      'chị nhé',
      'ạ',
      'em cảm ơn ạ',
      'có gì gọi em số 0912345678',
      'sđt em 0912 345 678 ạ',
      'hết ạ',
      'thế thôi ạ',
      'tks c',
      'chị xem giúp em nhé, em gửi muộn lúc 16h30',
      'em gửi trước 17h ạ',
    ]),
  );
