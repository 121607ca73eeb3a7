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
  'cannot-open': (path) => `Không mở được tệp ${path}. Hãy kiểm tra đường dẫn và quyền truy cập.`,
};

export function sayStoreFault(fault: string, path: string): string {
  return STORE_FAULTS[fault]?.(path) ?? `Không dùng được tệp dữ liệu ${path}.`;
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
