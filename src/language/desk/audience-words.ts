import type { UnitKind } from '../../domain/unit.ts';
import { foldInPlace } from '../fold.ts';

/** How people name the receivers of a notice; part of such a name counts too. */
export const AUDIENCE_WORDS: Readonly<Record<UnitKind | 'all' | 'missing', readonly string[]>> = {
  all: ['tất cả', 'mọi đơn vị', 'tất cả các đơn vị', 'toàn bộ', 'toàn tỉnh', 'all'],
  missing: ['chưa nộp', 'các đơn vị chưa nộp', 'đơn vị chưa báo cáo', 'chưa báo cáo', 'còn thiếu'],
  department: ['sở', 'các sở', 'sở ngành', 'các sở ngành', 'sở ban ngành', 'ban ngành'],
  district: ['huyện', 'các huyện', 'cấp huyện', 'các huyện thị', 'các huyện thị xã thành phố'],
  commune: ['xã', 'các xã', 'phường', 'các xã phường', 'cấp xã'],
  press: ['báo', 'đài', 'báo đài', 'các báo đài', 'báo chí'],
  mass_organisation: ['đoàn thể', 'các đoàn thể', 'các hội', 'hội đoàn thể'],
  front: ['mặt trận', 'mttq', 'ủy ban mặt trận'],
};

/** All units of that kind, in words that are read again: "các huyện". */
export function unitsOfKind(kind: UnitKind): string {
  const words = AUDIENCE_WORDS[kind];
  return words.find((one) => one.startsWith('các ')) ?? words[0] ?? '';
}

const MISSING =
  /^\s*(?:(?:tat ca |toan bo |het )?(?:cac |nhung |may )?(?:don vi |noi |cho )?)?(?:con |van )?(?:chua nop|chua bao cao|con thieu)(?:\s+|$)/;

/** What stands behind "(các đơn vị) chưa nộp": the report that is meant, perhaps nothing; null where it is not about them. */
export function readMissing(text: string): string | null {
  const found = MISSING.exec(foldInPlace(text));
  return found === null ? null : text.slice(found[0].length).trim();
}
