import type { Role } from '../../domain/access.ts';
import { UNIT_KINDS, type UnitKind } from '../../domain/unit.ts';
import { fold, foldInPlace, tidy } from '../fold.ts';
import { AUDIENCE_WORDS } from './audience-words.ts';

/** Whom a notice is for, as somebody says it. */
export interface SaidAudience {
  /** "Lãnh đạo", "đầu mối", "chuyên viên"; empty = whoever reports. */
  roles: Role[];
  /** "Chưa nộp", "đã nộp", "nộp muộn", and the words behind it, which name the report. */
  state: 'missing' | 'submitted' | 'late' | null;
  report: string;
  /** "Các huyện", "sở và báo đài". */
  kinds: UnitKind[];
  /** What is left: units, by codes or names, as typed; empty: all of them. */
  units: string;
}

const STATES = {
  missing: /(?<!\S)(?:con |van )?(?:chua nop|chua bao cao|chua gui|con thieu|con no)(?!\S)/,
  late: /(?<!\S)(?:da )?(?:nop|gui) (?:muon|tre|cham|sau han)(?!\S)/,
  submitted: /(?<!\S)(?:da nop|da bao cao|da gui|nop roi)(?!\S)/,
} as const;
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/(?<!\S)(?:(?:cac )?(?:dong chi )?lanh dao|thu truong)(?!\S)/g, 'leader'],
  [/(?<!\S)(?:(?:cac )?(?:can bo |nguoi )?dau moi)(?!\S)/g, 'liaison'],
  [/(?<!\S)(?:(?:cac )?chuyen vien)(?!\S)/g, 'staff'],
];
const FILLERS =
  /(?<!\S)(?:cho|toi|den|gui|cac|nhung|don vi|cua|o|tai|thuoc|tat ca|toan bo|moi|nguoi|ca tinh|toan tinh|la|ma)(?!\S)/g;
const KIND_OF: ReadonlyMap<string, UnitKind> = new Map(
  UNIT_KINDS.flatMap((kind) => AUDIENCE_WORDS[kind].map((word) => [fold(word), kind] as const)),
);

/** Reads "các huyện chưa nộp tháng 11", "lãnh đạo các sở", "đầu mối HBG, HCG"; what it does not know is left as units. */
export function readAudience(text: string): SaidAudience {
  const typed = tidy(text).trim();
  const folded = foldInPlace(typed);
  const found = (['missing', 'late', 'submitted'] as const)
    .map((state) => ({ state, match: STATES[state].exec(folded) }))
    .find(({ match }) => match !== null);
  const at = found?.match?.index ?? typed.length;
  const report = found?.match == null ? '' : typed.slice(at + found.match[0].length).trim();
  const { roles, rest } = withoutRoles(typed.slice(0, at));
  const parts = rest
    .split(/[,;+]|(?<!\S)(?:và|va)(?!\S)/iu)
    .map((part) => part.trim())
    .filter((part) => bare(part) !== '');
  const kinds = parts.map((part) => KIND_OF.get(bare(part)) ?? KIND_OF.get(fold(part)));
  const known = kinds.filter((kind) => kind !== undefined);
  const isOfKinds = parts.length > 0 && known.length === parts.length;
  return {
    roles,
    state: found?.state ?? null,
    report,
    kinds: isOfKinds ? [...new Set(known)] : [],
    units: isOfKinds ? '' : parts.map(withoutLead).join(', '),
  };
}

/** "Lãnh đạo các huyện và đầu mối các sở": groups with a role of their own each, as typed; null where all have the same. */
export function rolesOfGroups(text: string): string[] | null {
  const parts = tidy(text)
    .split(/[,;+]|(?<!\S)(?:và|va|với|voi)(?!\S)/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const groups = parts.filter((part) => {
    const { roles, kinds, units } = readAudience(part);
    return roles.length > 0 && (kinds.length > 0 || units !== '');
  });
  const roles = new Set(groups.map((group) => readAudience(group).roles.join(' ')));
  return roles.size > 1 ? groups : null;
}

function withoutRoles(text: string): { roles: Role[]; rest: string } {
  let rest = text;
  const roles: Role[] = [];
  for (const [pattern, role] of ROLES) {
    for (const match of [...foldInPlace(rest).matchAll(pattern)].reverse()) {
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
      if (!roles.includes(role)) roles.push(role);
    }
  }
  return { roles, rest: rest.trim() };
}

/** Without the words that name nobody. */
function bare(part: string): string {
  return fold(part).replace(FILLERS, ' ').replace(/\s+/gu, ' ').trim();
}

/** "Của huyện Bình Giang": the name alone. */
function withoutLead(part: string): string {
  const lead = /^(?:(?:cho|toi|den|gui|cac|don vi|cua|o|tai)\s+)+/.exec(foldInPlace(part));
  return lead === null ? part : part.slice(lead[0].length);
}
