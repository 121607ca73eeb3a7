import { fold } from './fold.ts';

const LONGEST = 200;
const AWAY =
  /(?<!\S)(?:nghi (?:om|phep|de|sinh|mat|benh|viec|huu|tu|che do)|thai san|di cong tac|cong tac|nam vien|di vien|nhap vien|di hoc|om|ve huu|chuyen (?:cong tac|don vi|phong|co quan|cong viec))(?!\S)/u;
const FOR_GOOD = /(?<!\S)(?:nghi (?:huu|viec)|ve huu|chuyen (?:cong tac|don vi|phong|co quan|cong viec))(?!\S)/u;
const COVERS = /(?<!\S)(?:thay|lam ho|nop ho)(?!\S)/u;
const OTHERWISE =
  /(?<!\S)(?:thay (?:doi|the|vi|mat|so|bang|moi|anh \p{L}+ roi|chi \p{L}+ roi)|duoc chua|roi thi|nop thay|nhap thay|xong chua)(?!\S)/u;
/** "Chị Hoa thay em", "làm thay tôi", "chị Hạnh làm thay": somebody for the one who speaks. */
const FOR_ME =
  /^(?:anh|chi|co|chu|bac|ong|ba|em|dong chi) \p{L}+ (?:se )?(?:lam|phu trach|theo doi|nhan viec) thay(?: (?:nhe|a|nha|roi))*$|(?<!\S)(?:lam|phu trach|theo doi|truc|nhan viec|bao cao) thay (?:cho )?(?:em|toi|minh|chi|anh)(?!\S)|^(?:(?:tu|thang|ky|tuan|hom)(?: \S+)? (?:nay|sau|mai) )?(?:(?:anh|chi|em|co|chu|bac|ong|ba|dong chi|d\/c) )?\p{L}+ (?:se )?thay (?:cho )?(?:em|toi|minh|chi|anh)(?: (?:nhe|a|nha|roi))*$/u;

/**
 * That somebody else does the work for a while, or from now on: "em nghỉ ốm từ thứ 2 đến hết tuần, anh Minh thay", "tôi nghỉ hưu, bàn giao cho chị
 * Hạnh". Null where it says something else.
 */
export function readStandInTalk(text: string): 'for-a-while' | 'for-good' | null {
  if (text.length > LONGEST || text.includes('\n')) return null;
  const said = fold(text)
    .replace(/(?:(?:sdt|so dien thoai|so) )?\b0\d{8,10}\b/gu, ' ')
    .replace(/[.,;:!?~“”"'()]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (FOR_GOOD.test(said) && (COVERS.test(said) || /(?<!\S)ban giao(?!\S)/u.test(said))) return 'for-good';
  if (!COVERS.test(said) || OTHERWISE.test(said)) return null;
  return AWAY.test(said) || FOR_ME.test(said) ? 'for-a-while' : null;
}

const AGREES =
  /^(?:(?:da|vang|ok|oke|em|toi|chi|anh|minh|the|thi|u|roi|bot|oi) )*(?:dong y|nhan|de em|de toi|san sang)(?: (?:lam|nhan|viec|loi|nay|thay|nhe|nha|a|roi|chi|anh|em|luon|giup|ho|cho|voi|duoc|\p{Lu}?\p{L}{2,6}))*$/u;
const REFUSES =
  /^(?:(?:da|em|toi|chi|anh|minh|thoi|bot|oi|xin loi) )*(?:(?:khong|ko|k) (?:nhan|dong y|lam duoc|lam|thay)|tu choi|ban lam)(?!\S)/u;

/** Whether somebody who was asked to stand in agrees or refuses in words; null where it is neither. */
export function readStandInAnswer(text: string): boolean | null {
  const said = fold(text)
    .replace(/[.,;:!~]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (said.length > 60 || /[?\d]/u.test(text)) return null;
  if (REFUSES.test(said)) return false;
  return AGREES.test(said) && !/(?<!\S)(?:khong|ko|chua|neu)(?!\S)/u.test(said) ? true : null;
}

const BY_ONESELF =
  /(?<!\S)(?:em|e|toi|tui|minh) (?:se |van |lai )?tu (?:lam|nop|gui|bao cao)(?: (?:duoc|lay|luon))?(?!\S)/u;
const NO_LONGER =
  /^(?:(?:a|da|vang|bot|oi|em|e|chi|anh|cho) )*(?:thoi|khoi|huy|bo|khong can|ko can|rut|dung)(?: (?:thoi|khoi|can|viec|cai|phai|huy|bo|khong|ko))*(?: (?:nho|nguoi|thay|the|nop ho|nop thay|lam ho|lam thay|ai|ban|chi|anh|em|co)){1,5}(?: (?:nua|dau|nhe|nha|a|roi|luon))*$/u;

/** "Thôi khỏi, để tui tự làm", "không cần người thay nữa": nobody is to stand in after all. */
export function callsOffStandIn(text: string): boolean {
  const said = fold(text)
    .replace(/[.,;:!~]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (said.length > 80 || /[?\d]/u.test(text)) return false;
  return BY_ONESELF.test(said) || (/(?<!\S)(?:thay|ho)(?!\S)/u.test(said) && NO_LONGER.test(said));
}
