import { fold, tidy } from '../language/fold.ts';
import type { Situation } from './meaning.ts';
import { unitIn, unitsIn } from './name-unit.ts';

const INVITES =
  /^(?:(?:em|bot|giúp|chị|cho|xin|tạo|lấy|cấp|làm|gửi|tao|lay|cap|lam|gui|giup|chi) )*(?:mã mời|ma moi|mời|moi)(?: (?:thêm|them|cho|giúp|giup|vào|vao))* (.*)$/iu;
const NO_INVITATION = /\b(?:hop|du|tham du|giao ban|le ra)\b|\?|:/u;
const OPEN_CODES = /^(?:(?:cho|chi|em|xem|cac|nhung) )*ma moi (?:dang (?:co|mo|con)|nao|chua dung|con hieu luc)\b/u;
const REVOKES_CODE =
  /^(?:(?:em|bot|giúp|giup|chị|chi|cho) )*(?:thu hồi|thu hoi|huỷ|hủy|huy)(?: (?:cái|cai))? (?:mã mời|ma moi)(.*)$/iu;
const ROLES = ['lãnh đạo', 'đầu mối', 'chuyên viên'];

/** "Mời thêm lãnh đạo huyện Ninh Giang", "mời đầu mối mới cho Kinh Môn và Thanh Miện": a role and the units, all of them; or the open codes. */
export function readInviting(text: string, { units }: Pick<Situation, 'units'>): string | null {
  const said = text.trim();
  if (OPEN_CODES.test(fold(said))) return 'danhsach';
  const revoked = REVOKES_CODE.exec(said)?.[1];
  if (revoked !== undefined) return `thuhoi ${unitIn(revoked, units) ?? ''}`.trim();
  const whom = INVITES.exec(said)?.[1];
  if (whom === undefined || NO_INVITATION.test(fold(said))) return null;
  const named = unitsIn(whom, units);
  if (named.length === 0) return null;
  const role = ROLES.find((one) => fold(whom).includes(fold(one)));
  return [...(role === undefined ? [] : [role]), ...named].join(' ');
}

const LEAVES =
  /\b(?:nghi (?:thai san|viec|huu|che do|om|dai han|sinh|de)|ve huu|chuyen (?:cong tac|don vi|co quan|phong|viec|sang)|luan chuyen|dieu dong|thoi viec)\b/u;
const REPLACED = /\b(?:thay|nguoi (?:khac|moi)|ban giao|dau moi moi|can bo moi)\b/u;
const REPLACES = /\b(?:thay|doi)(?: lai)? (?:dau moi|can bo dau moi|nguoi phu trach|nguoi lam bao cao)\b/u;
const ENDS =
  /\b(?:thoi|khong|ngung|dung|het|nghi)(?: con| cho)? (?:lam|la|phu trach)(?: \S+){0,2} ?(?:dau moi|lanh dao|chuyen vien|bao cao)\b|\b(?:go|bo|xoa|ket thuc|rut)(?: vai tro| quyen| ten)?(?: cua)?(?: \S+){0,6} (?:khoi dau moi|dau moi|vai tro)\b|\bket thuc vai tro\b/u;
const LONGEST = 160;

/** "Chị Lan Ninh Giang nghỉ thai sản, thay bằng người khác": the unit whose liaison hands over; null for anything else. */
export function readHandOver(text: string, { units }: Pick<Situation, 'units'>): string | null {
  const said = plain(text);
  const isMeant = (LEAVES.test(said) && REPLACED.test(said)) || REPLACES.test(said);
  return said.length > LONGEST || text.includes('?') || !isMeant ? null : unitIn(text, units);
}

/** "Cho anh Bình Công an tỉnh thôi làm đầu mối": the unit in which somebody's role ends; whose is asked there. */
export function readEnding(text: string, { units }: Pick<Situation, 'units'>): string | null {
  const said = plain(text);
  const unit = said.length > LONGEST || text.includes('?') || !ENDS.test(said) ? null : unitIn(text, units);
  return unit === null ? null : `ketthuc ${unit}`;
}

function plain(text: string): string {
  return fold(tidy(text))
    .replace(/[.,;!?:]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
