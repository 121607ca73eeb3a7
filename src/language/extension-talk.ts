import { fold, foldInPlace, tidy } from './fold.ts';

/** What a unit says about more time besides asking for it: it takes the request back, asks how it stands, or what being late means. */
export type ExtensionTalk = 'withdraw' | 'state' | 'late';

const LONGEST = 120;
const MORE_TIME = '(?:xin |don xin |de nghi |yeu cau |viec xin |viec )*(?:gia han|lui han|lui ngay|doi han|lui)';
const POLITE = '(?: (?:nua|nhe|nha|a|di|em|chi|anh|roi|dau|giup|voi|ad|bot|cho))*';
const WITHDRAWS = new RegExp(
  `^(?:(?:a|da|vang|thoi|em|chi|anh|cho|xin|oi|toi|minh|ben|muon) )*(?:huy|rut|rut lai|bo|huy bo) ${MORE_TIME}${POLITE}$`,
  'u',
);
const NO_MORE = new RegExp(
  `^(?:(?:a|da|vang|thoi|em|chi|anh|oi|toi|minh|ben) )*(?:khong|khoi|ko|k)(?: can)? ${MORE_TIME} nua${POLITE}$`,
  'u',
);
const GRANTED = '(?:duyet|dong y|tra loi|chap nhan|cho phep|quyet)';
const YET = '(?:chua|chua a|chua chi|chua em|chua anh|khong|ko|k)';
const STATE = [
  new RegExp(`\\b${GRANTED}\\b.{0,20}\\b(?:gia han|lui han)\\b.{0,12}\\b${YET}$`, 'u'),
  new RegExp(`\\b(?:gia han|lui han)\\b.{0,25}\\b${GRANTED}\\b.{0,12}\\b${YET}$`, 'u'),
  /\b(?:gia han|lui han)\b.{0,25}\b(?:den dau|sao roi|the nao|ra sao|co ket qua chua|duoc chua)(?: roi| vay| a| chi| em| anh)*$/u,
];
const IS_IT_SO =
  /^(?:(?:the|vay|a|da|em|chi|anh|co|lieu|ma|oi) )*(?:co )?(?:duoc|dc|duyet|dong y|on)(?: roi)? (?:khong|ko|k|chua)(?: (?:a|chi|anh|em|the|vay))*$/u;
const LATE =
  /\b(?:nop|gui|bao cao)\b.{0,20}\b(?:muon|tre|cham)\b.{0,20}\b(?:co sao|co bi|bi (?:phat|phe binh|tru|gi|sao)|thi sao|thi the nao)\b|^(?:(?:em|the|neu|nop muon|muon|tre|cham|ma|co|thi|bi) )*bi (?:phe binh|phat|tru diem|ky luat|nhac nho)(?: (?:gi|khong|ko|k|a|chi|nhi))*$/u;

/** `isWaiting`: a request of the unit waits for an answer, which a bare "thế có được không" then asks about. */
export function readExtensionTalk(text: string, isWaiting: boolean): ExtensionTalk | null {
  if (text.length > LONGEST || text.includes('\n')) return null;
  const said = fold(text)
    .replace(/[.,;:!?~“”"']+/gu, ' ')
    .replace(/\b(?:k|ko|hok|hem)\b/gu, 'khong')
    .replace(/\b(?:dc|dk)\b/gu, 'duoc')
    .replace(/\s+/gu, ' ')
    .trim();
  if (WITHDRAWS.test(said) || NO_MORE.test(said)) return 'withdraw';
  if (STATE.some((pattern) => pattern.test(said)) || (isWaiting && IS_IT_SO.test(said))) return 'state';
  return LATE.test(said) ? 'late' : null;
}

const REFUSED =
  /^(?:(?:a|ah|da|vang|u|uh|ok|thoi|em|e|chi|anh|oi|toi|minh|ben|the|vay|sep|lanh dao|thu truong|giam doc|chu tich|bao|noi|gio|roi) )*(?:khong|ko|k|khoi|het|dung|chang|bo|huy)(?: (?:cho|can|xin|duoc|phai|muon|cai|viec|don|yeu cau|nua|dong y))* (?:gia han|lui han|lui ngay|lui|hoan|doi han|keo dai)(?: (?:han|ngay|nop))?(?: (?:nua|nhe|nha|a|di|roi|dau|em|chi|anh|thi))*(?:\s?[,;.:!]+\s*|\s+(?=(?:nop|gui|bao|bao cao)\s))(?:(?:nen|thi|gio|vay|de|em|e|minh|ben em|toi|anh|chi|day|va|cho) )*(?:(?:nop|gui|bao|bao cao|bao len)(?: (?:luon|ngay|day|nhe|lai|bao cao|bc|bay gio|gio|di|cho))*\s*[:,.]?\s*)?/u;

/** "Khỏi gia hạn nữa, nộp luôn: hn 5 tin 3": the report that is said behind it; null where it asks for time, or reports nothing. */
export function behindRefusal(text: string): string | null {
  const typed = tidy(text).trimStart();
  const lead = REFUSED.exec(foldInPlace(typed.slice(0, LONGEST)))?.[0] ?? '';
  const rest = typed.slice(lead.length);
  return lead === '' || /\d/u.test(lead) || !/\d/u.test(rest) ? null : rest;
}

const QUESTION = /\?|\b(?:khong|chua|nao|gi|sao|dau|ai|may|nhi)(?: (?:a|em|chi|anh|the|vay))*[.! ]*$/u;
const OTHER = /\d|:|=|\b(?:nop|hen|huy|rut|giao|hoi|cam on|chao)\b/u;

/** What reasons speak of: without one of these a sentence near a request is perhaps about something else. */
const OF_REASONS =
  /\b(?:cong tac|om|nghi|di vang|vang mat|chua ky|chua duyet xong|chua kip|chua co|chua xong|chua tong hop|lanh dao|sep|mua|lu|bao so|mat dien|mat mang|mang|ban|di hop|nhan su|thieu (?:nguoi|so lieu|can bo)|cho so lieu|doi so lieu|vi|do|ly do|moi nhan|nhan ban giao|thai san|cap xa|cac xa|tong hop|tap huan|doan kiem tra|nhieu viec|sap nhap)\b/u;

/** Whether what follows a request for time can be its reason: a plain statement of some words that asks and orders nothing. */
export function canBeReason(text: string): boolean {
  const said = fold(text).trim();
  return (
    text.length <= 300 &&
    said.split(/\s+/u).length >= 3 &&
    OF_REASONS.test(said) &&
    !QUESTION.test(said) &&
    !OTHER.test(said)
  );
}
