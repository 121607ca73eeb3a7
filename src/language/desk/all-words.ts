import { foldInPlace, tidy } from '../fold.ts';

const ALL = /(?:^|\s)(?:tat ca|day du|du danh sach|toan bo|het|all)\s*$/;

/** "t11 tất cả", "tháng 11 đầy đủ": whether everything is wanted, and what stands before it. */
export function takeAll(text: string): { isAll: boolean; rest: string } {
  const tidied = tidy(text).trim();
  const found = ALL.exec(foldInPlace(tidied));
  return found === null ? { isAll: false, rest: tidied } : { isAll: true, rest: tidied.slice(0, found.index).trim() };
}
