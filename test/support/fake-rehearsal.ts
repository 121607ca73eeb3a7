import type {
  Line,
  Persona,
  PostedMessage,
  Rehearsal,
  RoomEvent,
  RoomState,
  RoomUnit,
} from '../../src/web/rehearsal.ts';
import type { RichText } from '../../src/wording/rich-text.ts';
import { b, code, plain, say } from '../../src/wording/rich-text.ts';

type Choices = Line['choices'];

const UNITS: readonly (readonly [code: string, name: string, liaison: string])[] = [
  ['STC', 'Sở Tài chính', 'Nguyễn Thị Thu Hà'],
  ['SVHTTDL', 'Sở Văn hóa, Thể thao và Du lịch', 'Phạm Quang Huy'],
  ['SNV', 'Sở Nội vụ', 'Trần Văn Bình'],
  ['STP', 'Sở Tư pháp', 'Lê Minh Châu'],
  ['SCT', 'Sở Công Thương', 'Vũ Đức Thắng'],
  ['SNNMT', 'Sở Nông nghiệp và Môi trường', 'Đỗ Thị Lan'],
  ['SXD', 'Sở Xây dựng', 'Bùi Anh Tuấn'],
  ['SGDDT', 'Sở Giáo dục và Đào tạo', 'Hoàng Thị Mai'],
  ['SYT', 'Sở Y tế', 'Đặng Ngọc Sơn'],
  ['VPUBND', 'Văn phòng Ủy ban nhân dân tỉnh', 'Phan Thanh Tùng'],
  ['TTT', 'Thanh tra tỉnh', 'Ngô Thị Hạnh'],
  ['BQLKCN', 'Ban Quản lý các khu công nghiệp tỉnh', 'Dương Văn Khải'],
  ['CAT', 'Công an tỉnh', 'Lương Xuân Trường'],
  ['BCHQS', 'Bộ Chỉ huy Quân sự tỉnh', 'Trịnh Công Minh'],
  ['LDLD', 'Liên đoàn Lao động tỉnh', 'Mai Thị Ngọc'],
  ['HLHPN', 'Hội Liên hiệp Phụ nữ tỉnh', 'Cao Thị Yến'],
  ['TDOAN', 'Tỉnh đoàn Hải Dương', 'Tạ Quốc Việt'],
  ['HND', 'Hội Nông dân tỉnh', 'Đinh Văn Phúc'],
  ['HCCB', 'Hội Cựu chiến binh tỉnh', 'Hà Văn Lực'],
  ['LHHKHKT', 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh', 'Chu Thị Thủy'],
  ['TPHD', 'Ủy ban nhân dân thành phố Hải Dương', 'Nguyễn Đình Long'],
  ['TPCL', 'Ủy ban nhân dân thành phố Chí Linh', 'Phùng Thị Liên'],
  ['TXKM', 'Ủy ban nhân dân thị xã Kinh Môn', 'Vương Văn Đạt'],
  ['HBG', 'Ủy ban nhân dân huyện Bình Giang', 'Lại Thị Hồng'],
  ['HCG', 'Ủy ban nhân dân huyện Cẩm Giàng', 'Đoàn Hữu Nghĩa'],
  ['HGL', 'Ủy ban nhân dân huyện Gia Lộc', 'Quách Thị Vân'],
  ['HKT', 'Ủy ban nhân dân huyện Kim Thành', 'Tô Văn Hiếu'],
  ['HNS', 'Ủy ban nhân dân huyện Nam Sách', 'Kiều Thị Oanh'],
  ['HNG', 'Ủy ban nhân dân huyện Ninh Giang', 'Lưu Bá Cường'],
  ['HTHA', 'Ủy ban nhân dân huyện Thanh Hà', 'Trương Thị Xuân'],
  ['HTM', 'Ủy ban nhân dân huyện Thanh Miện', 'Hồ Sỹ Dũng'],
  ['HTK', 'Ủy ban nhân dân huyện Tứ Kỳ', 'Thái Thị Nga'],
  ['BAOHD', 'Báo Hải Dương', 'Lâm Gia Khánh'],
  ['DPTTH', 'Đài Phát thanh và Truyền hình tỉnh', 'Nghiêm Thị Quỳnh'],
  ['MTTQ', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'Đào Trọng Nhân'],
];

const TEMPLATE = [
  'BÁO CÁO THÁNG 11/2026',
  'Hội nghị, tập huấn: ',
  'Lượt người dự: ',
  'Tin, bài trên báo: ',
  'Phát thanh, truyền hình: ',
  'Cổng/trang TTĐT: ',
  'Mạng xã hội: ',
  'Kinh phí (triệu đồng): ',
  'Kết quả nổi bật: ',
  'Khó khăn, vướng mắc: ',
].join('\n');

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const OVER = '2026-11-18T00:00';

export interface FakeRehearsal extends Rehearsal {
  /** Everything that was posted, in order. */
  posted: { chat: string; message: PostedMessage }[];
  moved: { to: string; sleep: boolean }[];
  /** The next post fails as an outage would. */
  failNextPost(): void;
  /** Posts and moves take this long. */
  delayMs: number;
  /** Posts and moves wait until what it gives back is called, however busy the machine is. */
  hold(): () => void;
  /** The bot says something of its own accord. */
  say(chat: string, text: RichText, choices?: Choices): Line;
  /** Two obligations due at once. */
  showTwoRounds(): void;
  listeners(): number;
  /** A move of the clock is under way. */
  busy(): boolean;
}

/** A rehearsal without a bot behind it: it answers a few commands in the real bot's manner and keeps what it was given. */
export function createFakeRehearsal(): FakeRehearsal {
  const listeners = new Set<(event: RoomEvent) => void>();
  const lines: Line[] = [];
  const standings = new Map<string, RoomUnit['standing']>(
    UNITS.map(([unit], index) => [unit, [1, 5, 8, 16, 20, 27, 32].includes(index) ? 'on_time' : 'waiting']),
  );
  let now = '2026-11-12T08:30';
  let failing = false;
  let rounds = 1;
  let moving = false;

  const tell = (event: RoomEvent) => {
    for (const listener of listeners) listener(event);
  };
  const write = (line: Omit<Line, 'id' | 'at'>): Line => {
    const whole = { ...line, id: lines.length + 1, at: now };
    lines.push(whole);
    tell({ kind: 'line', line: whole });
    return whole;
  };
  const botSays = (chat: string, text: RichText, choices: Choices = []) =>
    write({ chat, from: 'bot', text, choices, file: null });
  const personSays = (chat: string, text: string) =>
    write({ chat, from: 'person', text: [text], choices: [], file: null });

  const remind = (chat: string, unitName: string) =>
    botSays(
      chat,
      now >= OVER
        ? say`🔴 ${b('Báo cáo đã quá hạn')}\n\n${b('Báo cáo tháng 11/2026')} – ${unitName}\nHạn: trước 18/11/2026.\nVẫn nộp được, sẽ ghi nhận là nộp muộn.`
        : say`⏰ ${b('Nhắc hạn nộp báo cáo')}\n\n${b('Báo cáo tháng 11/2026')} – ${unitName}\nSố liệu: 15/10–14/11/2026\nHạn: trước 18/11/2026 (chậm nhất hết thứ Ba 17/11)\n${b('Còn 3 ngày làm việc.')}\n\nGõ /nop 12 để nộp.`,
      [
        [{ label: 'Nộp báo cáo', value: '/nop 12' }],
        [
          { label: 'Không phát sinh', value: '/nop 12 khong phat sinh' },
          { label: 'Vì sao tôi bị nhắc?', value: '/visao 12' },
        ],
      ],
    );

  const round = (title: string) => {
    const units = UNITS.map(
      ([unit, name]): RoomUnit => ({
        code: unit,
        shortName: name,
        standing: standings.get(unit) ?? 'waiting',
      }),
    );
    const count = (standing: RoomUnit['standing']) => units.filter((unit) => unit.standing === standing).length;
    return {
      title,
      deadline: 'Hạn: trước 18/11/2026 (chậm nhất hết thứ Ba 17/11). Còn 4 ngày làm việc.',
      total: units.length,
      onTime: count('on_time'),
      late: count('late'),
      missing: count('waiting') + count('overdue'),
      units,
    };
  };

  const answer = (chat: string, text: string) => {
    const asked = text.trim().toLowerCase();
    if (asked === '/nhiemvu') {
      botSays(
        chat,
        say`${b('1 nhiệm vụ đang chờ')}\n\n#12 ${b('Báo cáo tháng 11/2026')}\nHạn: trước 18/11/2026, còn 4 ngày làm việc.\nGõ ${code('/nop 12')} để nộp.`,
        [[{ label: 'Nộp báo cáo', value: '/nop 12' }]],
      );
    } else if (asked === '/nop 12') {
      botSays(chat, say`Xin sao chép mẫu dưới đây, điền rồi gửi lại:\n\n${code(TEMPLATE)}\n\nHoặc nhập từng mục.`, [
        [
          { label: 'Nhập từng mục', value: 'guided' },
          { label: 'Không phát sinh', value: 'nothing' },
        ],
        [{ label: 'Để sau', value: 'later' }],
      ]);
    } else if (asked.startsWith('báo cáo tháng')) {
      botSays(
        chat,
        say`${b('Xin kiểm tra trước khi nộp')}\nBáo cáo tháng 11/2026 – Sở Tài chính\n• Hội nghị, tập huấn: 3\n• Lượt người dự: 250`,
        [
          [
            { label: 'Nộp', value: 'confirm' },
            { label: 'Sửa', value: 'edit' },
          ],
        ],
      );
    } else if (asked === 'confirm') {
      const unit = personas.find((persona) => persona.chat === chat)?.unit ?? 'STC';
      standings.set(unit, now < OVER ? 'on_time' : 'late');
      botSays(
        chat,
        say`✅ ${b('Đã nhận báo cáo')}\nBản 1, nhận lúc 08:30 ngày 12/11/2026: ${b('đúng hạn')}.\nMã biên nhận: ${code('BC-7K2M')}`,
      );
      tell({ kind: 'state' });
    } else {
      botSays(chat, say`Đã rõ: “${text}”.`);
    }
  };

  const personas: readonly Persona[] = [
    ...UNITS.map(
      ([unit, unitName, name]): Persona => ({
        chat: `lien-lac-${unit.toLowerCase()}`,
        name,
        unit,
        unitName,
        roleLabel: 'Cán bộ đầu mối',
        group: 'liaison',
      }),
    ),
    {
      chat: 'dieu-phoi-1',
      name: 'Nguyễn Hồng Phong',
      unit: null,
      unitName: 'Sở Khoa học và Công nghệ',
      roleLabel: 'Cán bộ điều phối',
      group: 'coordinator',
    },
    {
      chat: 'chuyen-vien-1',
      name: 'Bùi Thị Thanh',
      unit: 'STC',
      unitName: 'Sở Tài chính',
      roleLabel: 'Chuyên viên',
      group: 'staff',
    },
    { chat: 'khach-1', name: 'Người mới', unit: null, unitName: '', roleLabel: 'Chưa tham gia', group: 'guest' },
  ];

  const seed = () => {
    now = '2026-11-11T08:30';
    for (const [unit, unitName] of UNITS) remind(`lien-lac-${unit.toLowerCase()}`, unitName);
    now = '2026-11-12T08:05';
    personSays('dieu-phoi-1', '/tonghop');
    botSays(
      'dieu-phoi-1',
      say`📊 ${b('Báo cáo tháng 11/2026')}\nĐúng hạn 7 · Muộn 0 · Chưa có 28 (tổng 35)\n\nChưa có: STC, SNV, STP, SCT, SNNMT, SXD, SYT và 21 đơn vị khác.`,
      [
        [
          { label: 'Đôn đốc 28 đơn vị', value: '/dondoc' },
          { label: 'Xem tất cả', value: '/tonghop day du' },
        ],
      ],
    );
    now = '2026-11-12T08:30';
  };
  seed();

  let held = Promise.resolve();
  const fake: FakeRehearsal = {
    posted: [],
    moved: [],
    delayMs: 0,
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    personas: () => personas,
    file: () => null,
    lines: (chat, after) => lines.filter((line) => line.chat === chat && line.id > after),
    async post(chat, message) {
      await Promise.all([pause(fake.delayMs), held]);
      if (failing) {
        failing = false;
        throw new Error('outage');
      }
      fake.posted.push({ chat, message });
      const words = message.picked?.label ?? message.text ?? '';
      write({
        chat,
        from: 'person',
        text: [words],
        choices: [],
        file:
          message.file === undefined
            ? null
            : { name: message.file.name, url: '#', size: message.file.bytes.length, isPicture: false },
      });
      answer(chat, message.picked?.value ?? words);
    },
    state: (): RoomState => ({
      now,
      nowText: `${WEEKDAYS[new Date(`${now}Z`).getUTCDay()]} ${now.slice(8, 10)}/${now.slice(5, 7)}/${now.slice(0, 4)}, ${now.slice(11, 16)}`,
      speed: 0,
      dayNote: 'ngày làm việc',
      moves: [
        { key: 'day', label: '+1 ngày', to: plusDay(now), hint: 'Sang ngày hôm sau, cùng giờ.' },
        {
          key: 'reminder',
          label: 'Đến lần nhắc tới',
          to: now < '2026-11-13T08:30' ? '2026-11-13T08:30' : null,
          hint: 'Nhắc 28 đơn vị chưa nộp: còn 3 ngày làm việc.',
        },
        {
          key: 'deadline',
          label: 'Đến hạn',
          to: now < '2026-11-17T15:00' ? '2026-11-17T15:00' : null,
          hint: 'Buổi chiều cuối cùng còn đúng hạn.',
        },
        {
          key: 'after-deadline',
          label: 'Qua hạn',
          to: now < '2026-11-18T08:30' ? '2026-11-18T08:30' : null,
          hint: 'Sáng đầu tiên sau hạn: báo quá hạn tới đơn vị chưa nộp.',
        },
      ],
      rounds: ['Báo cáo tháng 11/2026', 'Báo cáo năm 2026'].slice(0, rounds).map(round),
    }),
    async moveClock(to, sleep) {
      if (to < now)
        return { problem: 'Thời điểm này đã qua, đồng hồ chỉ đi tới. Xin chọn giờ sau 08:30 ngày 12/11/2026.' };
      moving = true;
      await Promise.all([pause(fake.delayMs), held]);
      moving = false;
      fake.moved.push({ to, sleep });
      now = to;
      let sent = 0;
      for (const [unit, unitName] of UNITS) {
        if (standings.get(unit) === 'on_time') continue;
        if (now >= OVER) standings.set(unit, 'overdue');
        remind(`lien-lac-${unit.toLowerCase()}`, unitName);
        sent += 1;
      }
      tell({ kind: 'state' });
      return { now, sent };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    failNextPost() {
      failing = true;
    },
    say: botSays,
    showTwoRounds() {
      rounds = 2;
      tell({ kind: 'state' });
    },
    listeners: () => listeners.size,
    busy: () => moving,
  };
  return fake;
}

/** The words of a chat, one line each: `bot: …`, `person: …`. */
export function readChat(rehearsal: Rehearsal, chat: string): string[] {
  return rehearsal.lines(chat, 0).map((line) => `${line.from}: ${plain(line.text)}`);
}

function plusDay(at: string): string {
  return `${new Date(Date.parse(`${at}Z`) + 86_400_000).toISOString().slice(0, 16)}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
