import type { Instant } from '../domain/calendar.ts';
import { sayMoment } from './when.ts';

/** What `npm run audit:check` found. `head` is the hash of the newest sound entry. */
export interface AuditFinding {
  entries: number;
  head: string;
  broken: { id: number; at: Instant; action: string } | null;
}

/** As many digits of a hash as people compare by eye. */
const SHORT = 12;

function shortHead(head: string): string {
  return head.slice(0, SHORT);
}

/**
 * The line that stands in digests and exports, of `store.audit.head()` at that moment: whoever kept one can show later
 * that nothing up to it was changed or cut off.
 */
export function sayAuditHead(head: string): string {
  return `Mã kiểm nhật ký: ${shortHead(head)}`;
}

export function sayAuditFinding({ entries, head, broken }: AuditFinding, zone: string): string {
  if (broken === null) return `Nhật ký nguyên vẹn: ${entries} mục. Mã kiểm: ${shortHead(head)}`;
  return (
    `Nhật ký đã bị sửa hoặc mất mục: mục ${broken.id} (${broken.action}, ${sayMoment(broken.at, zone)}) không khớp. ` +
    `${entries} mục trước đó nguyên vẹn, mã kiểm ${shortHead(head)}.`
  );
}
