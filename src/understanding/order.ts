import type { Role } from '../domain/access.ts';
import { fold } from '../language/fold.ts';

/** How people name the roles. */
const ROLE_WORDS: Readonly<Record<string, Role>> = {
  liaison: 'liaison',
  'dau moi': 'liaison',
  'can bo': 'liaison',
  leader: 'leader',
  'lanh dao': 'leader',
  staff: 'staff',
  'chuyen vien': 'staff',
  coordinator: 'coordinator',
  'dieu phoi': 'coordinator',
  admin: 'admin',
  'quan tri': 'admin',
};

/** The words of "/moi": "HBG", "HBG lanhdao", "lanh dao Bình Giang", "dieu phoi", in any order: the role, and what is left. */
export function readOrder(args: string): { role: Role | null; words: string } {
  let words = fold(args);
  let role: Role | null = null;
  for (const [word, meaning] of Object.entries(ROLE_WORDS)) {
    const pattern = new RegExp(`(^|\\s)${word.replace(' ', ' ?')}(?=\\s|$)`, 'u');
    if (!pattern.test(words)) continue;
    role ??= meaning;
    words = words.replace(pattern, ' ');
  }
  return { role, words: words.trim() };
}
