import type { RichText } from './rich-text.ts';
import { b, code, join, plain, say } from './rich-text.ts';

export interface HelpEntry {
  name: string;
  summary: string;
  example: string;
}

/** Above this the examples are left out, so that help stays one message of 2,000 characters on every app (platforms.md). */
const ROOM = 1950;

/** The commands that work for this person now, with an example each while there is room, and who is behind it all. */
export function sayHelp(commands: readonly HelpEntry[], contact: RichText): RichText {
  const whole = layOut(commands.map(sayEntry), contact, SPELLING);
  if (plain(whole).length <= ROOM) return whole;
  return layOut(
    commands.map(({ name, summary }) => say`/${name} – ${summary}`),
    contact,
    say`Xem ví dụ của một lệnh: ${code('/trogiup dondoc')}`,
  );
}

/** One command: what it does and how it is typed. */
export function sayEntry({ name, summary, example }: HelpEntry): RichText {
  const typed = example === `/${name}` ? say`` : say`\n   ví dụ: ${code(example)}`;
  return say`/${name} – ${summary}${typed}`;
}

const SPELLING = say`Gõ có dấu hay không dấu, chữ hoa hay chữ thường đều được. Bot nhắc trước hạn và thôi nhắc ngay khi nhận được báo cáo.`;

function layOut(lines: readonly RichText[], contact: RichText, last: RichText): RichText {
  return join([say`${b('Các lệnh dùng được')}`, join(lines), last, contact], '\n\n');
}
