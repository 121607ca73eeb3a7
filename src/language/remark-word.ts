import { fold } from './fold.ts';

/** What is said among people and asks for nothing a command does. */
export const REMARKS = ['chao', 'buc', 'om', 'suco', 'mat', 'xinloi'] as const;
export type Remark = (typeof REMARKS)[number];

const LONGEST = 140;
const GREETING =
  /^(?:(?:da|vang|a|xin|kinh|em|e|anh|chi|chu|co|bot|ad|oi|minh|toi|moi nguoi|ca nha|buoi sang|buoi chieu|ngay moi|nhe|good|day|co ai khong|co ai o day khong) )*(?:chao|hello|helo|hi|hey|alo|good morning|what is this|who are you|hello bot|ban la ai|bot la ai|day la (?:cai )?gi)(?: (?:em|e|anh|chi|chu|co|bot|ad|a|ah|nhe|nha|oi|ban|moi nguoi|ca nha|buoi sang|buoi chieu|the|vay|day|toi|minh))*$/u;
const UPSET =
  /\b(?:buc minh|buc qua|buc ca minh|kho chiu|phien phuc|phien qua|lam phien|dien qua|dien ca nguoi|chan qua|vo van|lang nhang|met qua|met moi|suot ngay nhac|nhac lam the|nhac gi ma nhac|nhac hoai|bot (?:gi ma |kieu gi ma |nay )?(?:ngu|dot|te|chan|kem|vo dung|vo tich su|ngo ngan)|ngu the|dot the|te the)\b/u;
const ANGRY_FACE = /[😡😠🤬😤]/u;
const UNWELL =
  /\b(?:nam vien|nhap vien|bi om|dang om|om qua|om nang|bi benh|(?:di|dang|phai|vao|dua) cap cuu|tai nan|mo cap|nha co (?:tang|dam|viec buon)|dam tang|tang gia|sot cao)\b/u;
const TROUBLE =
  /\b(?:mang (?:hong|loi|yeu|cham|bi)|mat (?:mang|dien)|dien thoai (?:hong|loi|mat|het pin)|may (?:hong|loi|treo))\b|\b(?:sep|lanh dao|thu truong|giam doc|chu tich|truong phong|chanh van phong)\b.*\b(?:cong tac|di vang|di hop|nghi phep|chua ky|chua duyet|ban hop)\b/u;
const SORRY = /\b(?:xin loi|thong cam|thu loi|sorry|loi cua em)\b/u;

/** With its marks: "mất" is no secret. */
const SECRET =
  /(?<!\p{L})(?:nội dung|số liệu|báo cáo|công văn|văn bản|tài liệu|phần|cái)(?: \p{L}+){0,2} (?:mật|tối mật|bí mật nhà nước)(?!\p{L})/iu;

/** Whether a text speaks of what is classified, which never goes this way. */
export function speaksOfSecrets(text: string): boolean {
  return SECRET.test(text.normalize('NFC'));
}

/** The remark that a text is, and no more; null where it is none. Figures and orders are none. */
export function readRemark(text: string): Remark | null {
  if (text.length > LONGEST || text.includes('\n')) return null;
  if (ANGRY_FACE.test(text)) return 'buc';
  if (speaksOfSecrets(text)) return 'mat';
  const said = fold(text)
    .replace(/[.,;:!?~“”"']+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (GREETING.test(said)) return 'chao';
  if (/\d/u.test(said)) return null;
  if (UPSET.test(said)) return 'buc';
  if (UNWELL.test(said)) return 'om';
  if (TROUBLE.test(said)) return 'suco';
  return SORRY.test(said) ? 'xinloi' : null;
}
