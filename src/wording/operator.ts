import { sayMoment } from './when.ts';
/** What the person who runs the program reads in the terminal. */

export interface Started {
  url: string;
  /** Where a reverse proxy finds what is public. */
  publicAt: string | null;
  channels: readonly string[];
  isRehearsal: boolean;
  database: string;
}

export function sayStarted({ url, publicAt, channels, isRehearsal, database }: Started): string {
  const lines = isRehearsal
    ? [`Bot đang chạy ở chế độ diễn tập: không gửi tin cho người thật.`, `Mở phòng diễn tập: ${url}`]
    : [`Bot đang chạy.`, `Trang trạng thái: ${url}healthz`];
  if (publicAt !== null) lines.push(`Phía công khai, để máy chủ chuyển tiếp (PUBLIC_URL) trỏ vào: ${publicAt}`);
  if (channels.length > 0) lines.push(`Kênh: ${channels.join(', ')}`);
  lines.push(`Dữ liệu: ${database}`, 'Bấm Ctrl+C để dừng.');
  return lines.join('\n');
}

export function sayOpenSettings(): string {
  return 'Cảnh báo: người khác trên máy này đọc được tệp .env, trong đó có mã bot. Hãy chạy: chmod 600 .env';
}

/** A setting that does nothing, since no setting has its name. `meant`: the nearest one there is. */
export function sayUnknownSetting({ name, meant }: { name: string; meant: string | null }): string {
  return `Cảnh báo: không có thông số nào tên ${name}, nên nó không có tác dụng.${meant === null ? '' : ` Có phải là ${meant} không?`}`;
}

export function sayNewForNothing(path: string): string {
  return `Đã có dữ liệu ở ${path}, nên --new không có tác dụng: bot chạy tiếp trên dữ liệu đó.`;
}

export function sayStopping(): string {
  return 'Đang dừng, làm nốt việc dở… (bấm lần nữa để thoát ngay)';
}

export function sayStopped(): string {
  return 'Đã dừng.';
}

export function saySettingProblems(problems: readonly { name: string; wrong: string; example: string }[]): string {
  return [
    'Cài đặt chưa đúng, bot chưa chạy:',
    ...problems.map((one) => `- ${one.name}: ${one.wrong}. Ví dụ: ${one.example}`),
  ].join('\n');
}

const STORE_FAULTS: Readonly<Record<string, (path: string) => string>> = {
  'in-use': (path) =>
    `Một bot khác đang chạy trên tệp dữ liệu ${path}. Hãy dừng bot đó trước, hoặc đặt DATABASE_PATH khác.`,
  'read-only': (path) => `Không ghi được vào tệp dữ liệu ${path}. Hãy cấp quyền ghi cho tệp và thư mục chứa nó.`,
  'disk-full': (path) =>
    `Ổ đĩa đã đầy hoặc hỏng, không ghi được ${path}. Hãy giải phóng chỗ trống rồi chạy lại; dữ liệu đã nhận không mất.`,
  'not-a-database': (path) =>
    `Tệp ${path} không phải dữ liệu của bot hoặc đã hỏng. Hãy khôi phục bản sao lưu: npm run restore -- TỆP`,
  'newer-schema': (path) => `Dữ liệu ${path} do phiên bản mới hơn tạo ra. Hãy cập nhật chương trình.`,
  'old-sqlite': () => 'Thư viện SQLite quá cũ (cần từ 3.51.3). Hãy cài lại bằng npm ci.',
  'many-names': (path) =>
    `Tệp dữ liệu ${path} còn tên khác (liên kết cứng), mở bằng hai tên sẽ hỏng dữ liệu. Hãy xoá tên thừa (tìm bằng: find THƯ_MỤC -samefile ${path}) rồi chạy lại.`,
  'file-gone': (path) => `Tệp dữ liệu ${path} đã bị xoá hoặc chuyển đi trong khi bot đang chạy.`,
  'file-replaced': (path) => `Tệp dữ liệu ${path} đã bị thay bằng tệp khác trong khi bot đang chạy.`,
  'file-cut': (path) => `Tệp dữ liệu ${path} đã bị cắt ngắn trong khi bot đang chạy.`,
  'file-damaged': (path) => `Tệp dữ liệu ${path} đã hỏng trong khi bot đang chạy (bị ghi đè hoặc ổ đĩa hỏng).`,
  'log-gone': (path) => `Tệp ${path}-wal (phần mới nhất của dữ liệu) đã bị xoá hoặc bị thay trong khi bot đang chạy.`,
  'cannot-open': (path) => `Không mở được tệp ${path}. Hãy kiểm tra đường dẫn và quyền truy cập.`,
};

export function sayStoreFault(fault: string, path: string): string {
  return STORE_FAULTS[fault]?.(path) ?? `Không dùng được tệp dữ liệu ${path}.`;
}

export interface SpokenLoss {
  fault: string;
  path: string;
  outcome: 'beside' | 'in-place' | 'set-aside';
  file: string;
}

/** The database was taken away from a running bot or damaged; see `Rescue` for where everything is now. */
export function sayLostDatabase({ fault, path, outcome, file }: SpokenLoss): string {
  const why = `${sayStoreFault(fault, path)} Bot đã dừng để không nhận báo cáo vào tệp không ai tìm thấy;`;
  if (outcome === 'beside')
    return `${why} dữ liệu đến lúc đó đã được cứu vào ${file}. Muốn dùng tiếp: npm run restore -- ${file}`;
  if (outcome === 'in-place')
    return `${why} toàn bộ dữ liệu đến lúc đó đã được ghi lại vào ${path}, tệp cũ được giữ ở ${file}. Muốn dùng tiếp: npm start`;
  return `${why} không đọc lại được toàn bộ dữ liệu, tệp hỏng được giữ ở ${file}. Muốn dùng tiếp: npm run recover (khi có REPLICA_URL) hoặc npm run restore -- TỆP_SAO_LƯU`;
}

/** In real service, no database; `backup`: the newest copy there is. */
export function sayNoDatabase(path: string, backup: string | null): string {
  return `Không có dữ liệu ở ${path} (DATABASE_PATH), chưa làm gì. Bot đã từng chạy thì khôi phục: npm run restore -- ${backup ?? 'TỆP_SAO_LƯU'}; lần đầu dùng bot thì: npm start -- --new`;
}

/** The replica cannot be used. */
export function sayReplicaFault(fault: 'no-litestream' | 'no-copy' | 'no-room' | 'failed', detail: string): string {
  if (fault === 'no-litestream')
    return 'REPLICA_URL cần chương trình litestream 0.3.x, mà máy này không có: cài litestream vào PATH, hoặc bỏ REPLICA_URL';
  if (fault === 'no-copy') return `Không có bản sao nào ở ${detail} (REPLICA_URL)`;
  if (fault === 'no-room')
    return `Ổ đĩa của máy này đã đầy (${detail}), không đủ chỗ lấy bản sao về, chưa làm gì. Hãy giải phóng chỗ trống rồi chạy lại`;
  const known = REPLICA_TROUBLES.find(({ says }) => says.test(detail))?.means;
  const why = known === undefined ? detail : `${known} (${detail})`;
  return `Không đọc được bản sao ở REPLICA_URL, chưa làm gì: ${why}`;
}

/** What litestream says in English, and what it means to whoever runs the bot. */
const REPLICA_TROUBLES: readonly { says: RegExp; means: string }[] = [
  {
    says: /connection refused|no such host|no route|timed? ?out|unreachable|dial tcp/iu,
    means: 'không kết nối được với máy giữ bản sao',
  },
  {
    says: /permission denied|unable to authenticate|access ?denied|forbidden|signature/iu,
    means: 'máy giữ bản sao không cho vào, xem lại tài khoản, mật khẩu hoặc khoá',
  },
  {
    says: /EOF|lz4|checksum|corrupt|malformed|no snapshots|missing initial wal|invalid/iu,
    means: 'bản sao bị hỏng hoặc thiếu tệp; thử bản sao lưu hằng đêm: npm run restore -- TỆP_SAO_LƯU',
  },
];

interface FullReplica {
  url: string;
  upTo: number | null;
  receipts: number;
  zone: string;
}

/** `--new`, and the replica holds the life of a bot. `upTo` in ms since 1970. */
export function sayFullReplica({ url, upTo, receipts, zone }: FullReplica): string {
  const until = upTo === null ? '' : ` đến ${sayMoment(upTo, zone)}`;
  return `CHƯA LÀM GÌ: bản sao liên tục ở ${url} đã có dữ liệu${until} (${receipts} báo cáo), bắt đầu mới sẽ ghi đè lên. Máy mới thay máy cũ thì chạy: npm start (không có --new), bot lấy dữ liệu ấy về; thật sự muốn bắt đầu mới thì đặt REPLICA_URL sang thư mục khác`;
}

/** The bot went on elsewhere: this one says nothing to anybody. */
export function sayOlderTerm({ here, there, url }: { here: number; there: number; url: string }): string {
  return `Dữ liệu ở máy này đã cũ: bot đã được khôi phục và chạy tiếp ở nơi khác (lần khôi phục ở đây: ${here}, ở bản sao ${url}: ${there}), nên bot ở đây không chạy để khỏi nhắn trùng. Muốn chạy ở máy này, hãy dừng bot kia rồi chạy: npm run recover`;
}

interface BackupFaulty {
  fault: string;
  path: string;
  plans: { copy: string; here: string } | null;
  lacking: readonly string[];
}

const BACKUP_FAULTS: Readonly<Record<string, (backup: BackupFaulty) => string>> = {
  missing: () => 'không có tệp này',
  foreign: () => 'tệp không phải dữ liệu của bot này',
  newer: () => 'tệp do phiên bản mới hơn của chương trình ghi, hãy cập nhật chương trình trước',
  damaged: () => 'tệp đã hỏng, hãy dùng bản sao lưu khác',
  torn: () => 'dữ liệu trong tệp không khớp nhau (khoá ngoại), hãy dùng bản sao lưu khác',
  lacking: ({ lacking }) =>
    `dữ liệu trong tệp thiếu ${lacking.slice(0, 3).join(', ')}${lacking.length > 3 ? ` và ${lacking.length - 3} phần khác` : ''}, hãy dùng bản sao lưu khác`,
  'other-plan': ({ plans }) => `tệp thuộc kế hoạch ${plans?.copy}, còn PLAN_DIR ở đây là kế hoạch ${plans?.here}`,
  'other-units': () => 'không đơn vị nào trong tệp có trong kế hoạch ở PLAN_DIR',
};

export function sayBackupFault(backup: BackupFaulty): string {
  return `Không dùng được bản sao lưu ${backup.path}: ${BACKUP_FAULTS[backup.fault]?.(backup) ?? backup.fault}. Chưa có gì bị thay đổi.`;
}

export function sayStoredRulesFault(reason: 'newer' | 'damaged'): string {
  return reason === 'newer'
    ? 'Kế hoạch lưu trong dữ liệu do phiên bản mới hơn của chương trình ghi, bot chưa chạy. Hãy cập nhật chương trình.'
    : 'Kế hoạch lưu trong dữ liệu đã hỏng, bot chưa chạy. Hãy khôi phục bản sao lưu gần nhất: npm run restore -- TỆP';
}

const LISTEN_FAULTS: Readonly<Record<string, (host: string, port: number) => string>> = {
  in_use: (_host, port) =>
    `Cổng ${port} đang được chương trình khác dùng. Hãy đặt PORT khác, ví dụ PORT=8081, hoặc dừng chương trình kia.`,
  forbidden: (_host, port) => `Không đủ quyền mở cổng ${port}. Hãy dùng cổng từ 1024 trở lên, ví dụ PORT=8080.`,
  no_address: (host) => `Máy này không có địa chỉ ${host}. Hãy sửa HOST, ví dụ HOST=127.0.0.1.`,
};

export function sayListenFault(reason: string, host: string, port: number): string {
  return LISTEN_FAULTS[reason]?.(host, port) ?? `Không mở được ${host}:${port}.`;
}

export function sayBug(detail: string): string {
  return `Bot gặp lỗi ngoài dự kiến và chưa chạy được (${detail}). Xin gửi dòng này cho người phát triển.`;
}

export const UNDERSTAND_USAGE = [
  'Cách dùng: npm run understand -- [--role VAI_TRÒ] [--now 2026-11-12T09:00]',
  'Gõ mỗi câu một dòng (hoặc đưa tệp vào bằng < TỆP); mỗi câu được in ra một dòng JSON: bot hiểu câu ấy thế nào.',
  'VAI_TRÒ: admin, coordinator, leader, liaison (nếu không ghi), staff.',
].join('\n');
