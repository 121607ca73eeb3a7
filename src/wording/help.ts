import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';

export interface HelpEntry {
  name: string;
  summary: string;
  example: string;
}

/** The commands that work for this person now, with an example each, and who is behind it all. */
export function sayHelp(commands: readonly HelpEntry[], contact: RichText): RichText {
  return join(
    [
      say`${b('Các lệnh dùng được')}`,
      join(
        commands.map((command) => {
          const example = command.example === `/${command.name}` ? say`` : say`\n   ví dụ: ${code(command.example)}`;
          return say`/${command.name} – ${command.summary}${example}`;
        }),
      ),
      say`Gõ có dấu hay không dấu, chữ hoa hay chữ thường đều được. Bot nhắc trước hạn và thôi nhắc ngay khi nhận được báo cáo.`,
      contact,
    ],
    '\n\n',
  );
}
