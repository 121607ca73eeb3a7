import type { Outgoing } from './message.ts';
import type { RichText } from './rich-text.ts';
import { b, join, say } from './rich-text.ts';

export interface SecondLiaison {
  id: number;
  unit: string;
  newcomer: string;
  others: readonly { person: number; name: string }[];
}

/** As many as a unit ever has, and a message of choices holds. */
const OFFERED = 4;

/** To the coordinators, when somebody joins as the liaison of a unit that has one. To keep comes first: it changes nothing. */
export function sayAskSecond({ id, unit, newcomer, others }: SecondLiaison): Outgoing {
  const names = others.map(({ name }) => name).join(', ');
  return {
    text: join(
      [
        say`👥 ${b(newcomer)} vừa tham gia làm cán bộ đầu mối của ${unit}, nơi đã có ${b(names)}.`,
        say`Giữ tất cả, hay kết thúc vai trò của người trước? Trả lời sau cũng được: /donvi daumoi.`,
      ],
      '\n\n',
    ),
    choices: [
      [{ label: others.length > 1 ? 'Giữ tất cả' : 'Giữ cả hai', value: `/donvi daumoi ${id} giu` }],
      ...others
        .slice(0, OFFERED)
        .map(({ person, name }) => [
          { label: `Kết thúc vai trò của ${name}`.slice(0, 60), value: `/donvi daumoi ${id} thay ${person}` },
        ]),
    ],
    answer: 'pick',
  };
}

/** What was decided, as it stands in a sentence. */
export function saySecondDecision(ended: string | null): string {
  return ended === null ? 'giữ tất cả' : `kết thúc vai trò của ${ended}`;
}

/** The reason the earlier liaison reads. */
export function sayReplacedReason(newcomer: string): string {
  return `đơn vị đã có cán bộ đầu mối mới là ${newcomer}`;
}

export function saySecondDecided({ unit, ended }: { unit: string; ended: string | null }): RichText {
  return ended === null
    ? say`Đã giữ tất cả cán bộ đầu mối của ${unit}.`
    : say`Đã kết thúc vai trò đầu mối của ${b(ended)} ở ${unit}. Người này được báo lý do.`;
}

export const SECOND_LIAISON = {
  none: say`Không có đơn vị nào đang chờ quyết định về cán bộ đầu mối.`,
  open: (count: number): RichText => say`👥 ${count} đơn vị có thêm cán bộ đầu mối, chờ quyết định: /donvi daumoi`,
  more: (count: number): RichText => say`Sau câu này còn ${count} câu nữa.`,
} as const;
