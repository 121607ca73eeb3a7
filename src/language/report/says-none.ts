import { fold } from '../fold.ts';

const NONE =
  /^(?:(?:don vi|co quan|em|ben em|trong ky|ky nay|hien|hien tai|hien nay)\s+)*(?:khong|ko|k|kh|hong|chua|0)(?:\s+(?:co|gi|kho khan|vuong mac|de xuat|kien nghi|phat sinh|nao|a|va|hoac|ca|them|lon|dang ke))*$/u;

/** "Không", "ko có", "Không có khó khăn, vướng mắc gì", "-": the field says that there is none. */
export function saysNone(text: string): boolean {
  const said = fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return said === '' || NONE.test(said);
}
