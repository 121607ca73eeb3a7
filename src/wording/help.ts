import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';

export interface HelpEntry {
  name: string;
  summary: string;
  example: string;
}

/** The commands that work for this person now, and who is behind it all. */
export function sayHelp(
  commands: readonly HelpEntry[],
  contact: RichText,
  examples: 'with examples' | 'without',
): RichText {
  const isShort = examples === 'without';
  return join(
    [
      say`${b('Các lệnh dùng được')}`,
      join(commands.map(isShort ? sayUse : sayEntry)),
      isShort
        ? say`Xem ví dụ của một lệnh: ${code('/trogiup dondoc')}`
        : say`Gõ có dấu hay không dấu, chữ hoa hay chữ thường đều được. Bot nhắc trước hạn và thôi nhắc ngay khi nhận được báo cáo.`,
      contact,
    ],
    '\n\n',
  );
}

/** One command: what it does and how it is typed. */
export function sayEntry(command: HelpEntry): RichText {
  const { name, example } = command;
  return example === `/${name}` ? sayUse(command) : say`${sayUse(command)}\n   ví dụ: ${code(example)}`;
}

function sayUse({ name, summary }: HelpEntry): RichText {
  return say`/${name} – ${summary}`;
}
