import type { OutgoingFile } from './message.ts';
import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';
import { sayMoment } from './when.ts';

/** The sentences of the one-time download page. */
export const DOWNLOAD_WORDS = {
  title: 'Tải tệp',
  lead: 'Bấm nút dưới đây để tải. Trang này dùng được một lần, chỉ dành cho anh/chị; xin không chuyển cho người khác.',
  button: 'Tải tệp',
  again: 'Tải lại',
  used: 'Tệp đã được tải từ trang này. Cần tải lại, xin hỏi lại trong cuộc trò chuyện với bot.',
  expired: 'Liên kết này đã hết hạn. Cần tải tệp, xin hỏi lại trong cuộc trò chuyện với bot.',
  unknown: 'Liên kết không đúng. Cần tải tệp, xin hỏi lại trong cuộc trò chuyện với bot.',
} as const;

/** The button was pressed. */
export function sayTaken(until: number, zone: string): string {
  return `Tệp đã được tải. Nếu chưa nhận được, bấm “${DOWNLOAD_WORDS.again}” trước ${sayMoment(until, zone)}.`;
}

export function saySize(bytes: number): string {
  const mega = bytes / 1024 / 1024;
  return mega < 1
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${mega.toFixed(1).replace('.', ',').replace(',0', '')} MB`;
}

/** In place of a file that this app does not take: where to download it. */
export function sayDownloadPage(file: OutgoingFile, page: { url: string; expiresAt: number }, zone: string): RichText {
  return say`📎 Tệp “${file.name}” (${saySize(file.size)}): xin mở trang này để tải, dùng được một lần, đến ${sayMoment(page.expiresAt, zone)}:\n${page.url}`;
}

/** In place of a file that cannot be had here at all: its name, and a way. */
export function sayNoDownload(file: OutgoingFile, other: { app: string; isTheirs: boolean } | null): RichText {
  const named = say`📎 Tệp “${file.name}” (${saySize(file.size)}) không gửi được qua ứng dụng này.`;
  if (other === null) return say`${named} Xin nhờ cán bộ điều phối gửi giúp tệp.`;
  return other.isTheirs
    ? say`${named} Xin mở bot trên ${other.app} và hỏi lại ở đó để nhận tệp.`
    : say`${named} Xin nhận tệp qua ${other.app} (gõ /toi lienket để thêm ứng dụng), hoặc nhờ cán bộ điều phối gửi giúp.`;
}
