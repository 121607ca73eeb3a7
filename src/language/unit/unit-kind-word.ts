import type { UnitKind } from '../../domain/unit.ts';
import { fold, lower } from '../fold.ts';

/** "UBND xã An Bình" is named by what stands after it. */
const OFFICE_OF = /^(?:uy ban nhan dan|ubnd|hdnd (?:va|-) ubnd|hoi dong nhan dan (?:va|-) uy ban nhan dan)\s+/u;

/** What a name begins with, or has in it, in the order in which it decides. Folded, marks as blanks. */
const BY_NAME: readonly (readonly [RegExp, UnitKind])[] = [
  [/\b(?:mat tran to quoc|mttq|ubmttq)\b/u, 'front'],
  [
    /^(?:(?:ban thuong vu|ban chap hanh|bch|btv) )?(?:tinh doan|thanh doan|huyen doan|lien doan lao dong|ldld|cong doan|doan thanh nien|doan tncs|hiep hoi|lien hiep|lien minh|hoi (?!dong))/u,
    'mass_organisation',
  ],
  [
    /^(?:dai (?:phat thanh|truyen hinh|truyen thanh|pt|th\b)|tap chi|ban tin|co quan bao chi|bao va (?:dai|phat thanh)|trung tam (?:truyen thong|bao chi))/u,
    'press',
  ],
  [/^(?:xa|phuong|dac khu|thi tran)\b/u, 'commune'],
  [/^(?:huyen|thi xa|thanh pho|quan|tp|tx)\b/u, 'district'],
  [
    /^(?:so|ban|van phong|vp|thanh tra|cong an|bo chi huy|bchqs|bo doi|chi cuc|cuc|kho bac|bao hiem|toa an|vien|vksnd|tand|thue|hai quan|ngan hang|hoi dong nhan dan|hdnd|truong|dai hoc|hoc vien|cao dang|trung tam|benh vien|quy|cong ty|tong cong ty|tap doan|buu dien|tinh uy|thanh uy|dang uy|co quan|doan dai bieu|doan dbqh|vuon quoc gia|bao tang|thu vien|tinh|kiem lam|quan ly)\b/u,
    'department',
  ],
];

/** "Báo" is a paper; without its accents it may also be a museum or an insurance. */
const PAPER = /^bao (?!hiem\b|tang\b|ve\b|tro\b|ton\b|mat\b)/u;

/** How a column or a group heading says it, several words at once. */
const BY_GROUP: readonly (readonly [RegExp, UnitKind])[] = [
  [/\b(?:so|ban nganh|nganh|co quan chuyen mon|don vi su nghiep|cap tinh|department)\b/u, 'department'],
  [/\b(?:thi tran|xa phuong|phuong|dac khu|cap xa|commune)\b|^(?:cac )?xa\b|(?<!thi )\bxa$/u, 'commune'],
  [/\b(?:huyen|thi xa|thanh pho|quan|district)\b/u, 'district'],
  [/\b(?:bao chi|bao dai|dai|press|bao)\b/u, 'press'],
  [/\b(?:doan the|hoi|chinh tri xa hoi|mass organisation)\b/u, 'mass_organisation'],
  [/\b(?:mat tran|mttq|front)\b/u, 'front'],
];

/** The kind of a unit that its own name shows; null where it shows none. */
export function kindOfName(name: string): UnitKind | null {
  const bare = bareName(name);
  if (PAPER.test(bare) && !/^(?:bảo|bão)\b/u.test(lower(name))) return 'press';
  return BY_NAME.find(([shape]) => shape.test(bare))?.[1] ?? null;
}

/** The kind that a cell under "Loại" or the heading of a group names: "Sở, ban, ngành", "II. UBND các huyện, thị xã". */
export function kindOfGroup(text: string): UnitKind | null {
  const said = words(text).replace(/^(?:[ivx]+|[a-h]|\d+) /u, '');
  return BY_GROUP.find(([shape]) => shape.test(said))?.[1] ?? null;
}

/** The name folded, marks as blanks, without "Ủy ban nhân dân" before a place. */
export function bareName(name: string): string {
  return words(name).replace(OFFICE_OF, '');
}

function words(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
