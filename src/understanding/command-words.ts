import { fold } from '../language/fold.ts';
import { isSpelled, wordOf } from '../language/spelled.ts';

/** The words by which one command is meant. Spellings are compared folded: marks, case and blanks never matter. */
export interface HeardWords {
  /**
   * The name also begins everyday sentences ("Tôi muốn hỏi…"): with other words behind it than these, the command needs its
   * slash. `sub` = one of its sub-commands; `period` = a report's period or number; `unit` = a unit's code or name; `order` = a role or a unit's code;
   * `moment` = a time, and nothing else; `remind` = what one wants of one's own reminders; `bare` = courtesy alone.
   */
  everyday?: 'sub' | 'period' | 'unit' | 'order' | 'moment' | 'remind' | 'bare';
  /** What sentences say that are about it. */
  subjects?: readonly string[];
  /** Place among what most people come for, 1 first; absent = never offered unasked. */
  rank?: number;
  /** Its sub-commands and how they are said, at the beginning of what follows. */
  subs?: Readonly<Record<string, readonly string[]>>;
  /** Sub-commands that need the slash: "Tôi đồng ý" is a yes, "Tôi yêu cầu…" an everyday sentence. */
  slashOnly?: readonly string[];
}

/** What each command listens to; `chat/commands` spreads its own entry, and everything else reads the commands. */
export const HEARD = {
  batdau: {},
  nhiemvu: {
    rank: 1,
    subjects: ['hạn', 'bao giờ', 'khi nào', 'còn nợ', 'còn phải', 'còn thiếu', 'nhiệm vụ'],
  },
  nop: { rank: 2, subjects: ['nộp', 'gửi', 'báo cáo'] },
  tep: { everyday: 'period' },
  hen: { everyday: 'moment' },
  nhac: { everyday: 'remind', subjects: ['giờ nhắc', 'nhắc lại lúc', 'nhắc lại sau'] },
  giao: {
    subjects: ['giao việc', 'phân công'],
    subs: { laylai: ['lấy lại', 'thu hồi', 'rút'], them: ['thêm', 'việc mới', 'mới'], danhsach: ['danh sách'] },
  },
  phan: { everyday: 'sub', subs: {} },
  lichsu: {
    rank: 4,
    subjects: ['lịch sử', 'đã nộp', 'đã gửi', 'biên nhận', 'nhận được chưa'],
    subs: { tep: ['tệp'] },
  },
  visao: { subjects: ['vì sao', 'tại sao', 'sao tôi', 'sao lại'] },
  vuongmac: {
    subjects: ['vướng mắc', 'khó khăn', 'kiến nghị', 'đề xuất', 'thắc mắc'],
    subs: {
      traloi: ['trả lời'],
      nhan: ['nhận'],
      hoi: ['hỏi thêm', 'hỏi lại', 'hỏi', 'chưa rõ'],
      dong: ['đóng', 'rút lại', 'rút', 'đã rõ', 'rõ'],
      bc: ['bc'],
    },
  },
  tailieu: {
    subjects: ['tài liệu', 'đề cương', 'tài liệu tuyên truyền'],
    subs: { them: ['thêm', 'đưa vào'], thay: ['thay'], bo: ['bỏ', 'xoá', 'xóa'], tep: ['tệp'] },
  },
  tonghop: { rank: 3, subjects: ['chưa nộp', 'ai chưa', 'đơn vị nào', 'tình hình'] },
  duyet: { subjects: ['chờ duyệt', 'duyệt báo cáo', 'trả lại báo cáo'] },
  giahan: {
    subjects: ['gia hạn', 'lùi hạn'],
    subs: { matket: ['matket'], cungvay: ['cungvay'], khong: ['không gia hạn', 'không'] },
  },
  mien: { subjects: ['miễn báo cáo', 'được miễn', 'bỏ miễn'], subs: { bo: ['bỏ miễn', 'bỏ', 'huỷ'] } },
  nopthay: { subjects: ['nộp thay', 'nhập thay', 'báo cáo giấy'] },
  dondoc: { rank: 5, subs: { ketqua: ['kết quả', 'đã tới ai'] } },
  bang: {
    everyday: 'sub',
    subjects: ['bảng theo dõi', 'trên web', 'vào web'],
    subs: {
      phien: ['phiên đăng nhập', 'phiên', 'máy đang đăng nhập'],
      dong: ['đóng phiên', 'kết thúc phiên', 'thoát', 'đóng', 'kết thúc'],
      xem: ['đường dẫn xem', 'chỉ xem', 'xem'],
      thuhoi: ['thu hồi'],
    },
  },
  hoiviec: {
    everyday: 'sub',
    subs: { hailenh: ['hailenh'], hengio: ['hengio'], bolenh: ['bolenh'], condo: ['condo'] },
  },
  noichuyen: { everyday: 'sub' },
  hoidap: { everyday: 'sub' },
  dagui: { everyday: 'sub' },
  goi: { everyday: 'unit', subjects: ['gọi điện', 'danh sách gọi'] },
  thongbao: {
    subs: {
      ketqua: ['kết quả'],
      guilai: ['gửi lại'],
      danhsach: ['danh sách', 'hẹn giờ', 'đã hẹn', 'xem'],
      dung: ['dừng', 'huỷ hẹn', 'hủy hẹn', 'thu hồi', 'huỷ', 'hủy'],
      tep: ['tệp'],
      dinhchinh: ['đính chính'],
    },
  },
  dotxuat: { subjects: ['đột xuất'], subs: { danhsach: ['danh sách'], rut: ['rút lại', 'rút'] } },
  bieumau: { subjects: ['biểu mẫu excel', 'mẫu excel', 'form excel'] },
  xuat: {
    subjects: ['xuất báo cáo', 'xuất file', 'xuất tệp', 'xuất word', 'xuất excel', 'bản tổng hợp', 'báo cáo tổng hợp'],
    subs: { dagui: ['đã gửi UBND tỉnh', 'đã gửi ubnd', 'đã gửi', 'đã trình'] },
  },
  donvi: {
    everyday: 'unit',
    subs: {
      ketthuc: ['kết thúc vai trò', 'kết thúc'],
      ungdung: ['ứng dụng'],
      captinh: ['cấp tỉnh', 'điều phối', 'quản trị'],
      daumoi: ['đầu mối'],
      vaitro: ['vai trò'],
      ai: ['ai là', 'ai'],
      sdt: ['số điện thoại', 'sđt'],
    },
  },
  mau: { everyday: 'sub', subs: { ten: ['tên', 'danh sách tên'], dung: ['dùng'], truoc: ['trước'], tep: ['tệp'] } },
  kenh: { subs: { guilai: ['gửi lại'] } },
  bangiao: { subjects: ['bàn giao', 'người thay'] },
  thaythe: {
    subjects: ['người thay thế', 'thay thế đầu mối', 'nghỉ phép'],
    subs: { dongy: ['đồng ý'], khong: ['không'], thoi: ['kết thúc', 'thôi', 'bỏ'] },
  },
  moi: {
    everyday: 'order',
    subjects: ['mời'],
    subs: { danhsach: ['danh sách', 'đang mở'], thuhoi: ['thu hồi'], cuochop: ['cuộc họp', 'họp'] },
  },
  cuochop: {
    everyday: 'sub',
    subjects: ['cuộc họp', 'mã họp'],
    subs: { mo: ['mở', 'mới', 'tạo mã'], dong: ['đóng', 'kết thúc'], ma: ['mã'] },
  },
  toi: {
    everyday: 'sub',
    slashOnly: ['yeucau', 'traloi', 'dongy', 'bo'],
    subjects: ['đổi tên', 'rút lại', 'ứng dụng khác'],
    subs: {
      rut: ['rút lại đồng ý', 'rút lại', 'rút'],
      lienket: ['liên kết'],
      bo: ['bỏ ứng dụng', 'gỡ ứng dụng', 'bỏ liên kết', 'bỏ', 'gỡ'],
      uutien: ['ưu tiên'],
      ten: ['tên'],
      luutru: ['lưu trữ', 'lưu bao lâu'],
      bansao: ['bản sao'],
      yeucau: ['yêu cầu'],
      traloi: ['trả lời'],
      dongy: ['đồng ý'],
    },
  },
  lich: { everyday: 'sub' },
  danhan: { everyday: 'sub', subs: { danop: ['danop'] } },
  daguivanban: { everyday: 'sub', subs: { nhapthay: ['nhập thay'] } },
  xingiahan: {
    subjects: ['xin gia hạn', 'xin lùi hạn'],
    subs: { rut: ['rút lại'], tinhhinh: ['tình hình'], muon: ['muộn'] },
  },
  trogiup: { rank: 6 },
  hoantac: { everyday: 'bare', subjects: ['hoàn tác'] },
  huy: { everyday: 'sub', subs: { laylai: ['lấy lại'] } },
  xacnhan: {},
  khoiphuc: {
    everyday: 'sub',
    subs: {
      daxem: ['đã xem chạy tiếp', 'đã xem', 'xem rồi', 'chạy tiếp', 'xong rồi', 'xong'],
      biennhan: ['biên nhận'],
      ghinhan: ['ghi nhận'],
    },
  },
  gapnguoi: {
    subjects: [
      'gặp người',
      'gặp ai',
      'hỏi ai',
      'liên hệ ai',
      'người phụ trách',
      'số điện thoại',
      'người thật',
      'ai phụ trách',
    ],
  },
  nhamnguoi: {
    subjects: ['nhầm người', 'nhầm số', 'không còn phụ trách', 'không phụ trách', 'không phải tôi', 'thôi phụ trách'],
  },
} as const satisfies Readonly<Record<string, HeardWords>>;

/** Names of one word that other words look like without marks, as they are spelled. */
const SPELLED_NAMES: Readonly<Record<string, string>> = {
  nop: 'nộp',
  giao: 'giao',
  nhac: 'nhắc',
  huy: 'huỷ hủy',
  mien: 'miễn',
  moi: 'mời',
  toi: 'tôi',
  xuat: 'xuất',
  duyet: 'duyệt',
  hen: 'hẹn',
  goi: 'gọi',
  lich: 'lịch',
  bang: 'bảng',
  mau: 'mẫu',
  phan: 'phần',
  tep: 'tệp',
};

/** Without its slash a command's name is a word of the sentence: "giáo viên" does not begin with "giao", nor "màu" with "mẫu". */
export function isSpelledAs(name: string, text: string): boolean {
  const word = wordOf(text.split(/[^\p{L}]/u)[0]?.toLowerCase() ?? '');
  const spelled = SPELLED_NAMES[name];
  return spelled === undefined || word.plain !== name || spelled.split(' ').some((one) => isSpelled(word, wordOf(one)));
}

/** What coordinators answer when a unit has a second liaison. */
export const LIAISON_DECISIONS = {
  giu: ['giữ cả hai', 'giữ tất cả', 'giữ'],
  thay: ['kết thúc vai trò', 'kết thúc', 'thay'],
} as const;

/** The sub-command at the beginning of what follows a command, and the rest as typed; null where there is none. */
export function readSub<Sub extends string>(
  args: string,
  subs: Readonly<Record<Sub, readonly string[]>>,
): { sub: Sub; rest: string } | null {
  const said = args.normalize('NFC');
  const words = [...said.matchAll(/[^\s]+/gu)];
  for (const sub of Object.keys(subs) as Sub[]) {
    for (const spelled of subs[sub]) {
      const wanted = wordOf(spelled.replaceAll(' ', ''));
      let typed = '';
      for (const { 0: word, index } of words) {
        typed += word.toLowerCase();
        // "Miễn Bộ Chỉ huy…" is no "bỏ": the marks that were typed decide.
        if (isSpelled(wordOf(typed), wanted)) return { sub, rest: said.slice(index + word.length).trim() };
        if (!wanted.plain.startsWith(fold(typed))) break;
      }
    }
  }
  return null;
}
