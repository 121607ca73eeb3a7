import type { RichText } from './rich-text.ts';
import { b, code, join, say } from './rich-text.ts';

export const HAND_OVER = {
  what: 'việc bàn giao đầu mối',
  yes: 'Tạo mã bàn giao',
  no: 'Thôi',
  kept: say`Đã thôi: vai trò vẫn như cũ.`,
  none: say`Anh/chị không giữ vai trò cán bộ đầu mối của đơn vị nào nên không có gì để bàn giao.`,
  ofWhom: say`Bàn giao đầu mối của đơn vị nào? Gõ /bangiao và mã đơn vị, ví dụ: ${code('/bangiao HBG')}`,
  nobody: (unit: string): RichText =>
    say`${unit} chưa có cán bộ đầu mối nào trên bot. Mời người mới: ${code('/moi')} và mã đơn vị.`,
  passOn: say`Xin chuyển mã này cho người thay. Khi người đó tham gia, vai trò đầu mối cũ kết thúc; đến lúc đó mọi việc vẫn như cũ.`,
} as const;

/** What handing over does, before a code is made. `name` null: the person's own place. */
export function sayAskHandOver({ name, unit }: { name: string | null; unit: string }): RichText {
  const whose = name === null ? 'của anh/chị' : `của ${name}`;
  return join(
    [
      say`Bàn giao vai trò cán bộ đầu mối ${whose} ở ${b(unit)}?`,
      say`Bot tạo mã mời cho người thay. Khi người đó tham gia, vai trò ${whose} kết thúc; nhiệm vụ và báo cáo đã nộp ở lại đơn vị.`,
    ],
    '\n\n',
  );
}

/** One of several places that can be handed over. */
export function sayWhichPlace(): RichText {
  return say`Bàn giao vai trò đầu mối nào?`;
}

export interface Place {
  leaver: string;
  successor: string;
  unit: string;
}

export function sayHandOverReason(successor: string): string {
  return `đã bàn giao cho ${successor}`;
}

/** To the leaver. */
export function sayHandedOver({ successor, unit }: Place): RichText {
  return say`${b(successor)} đã nhận bàn giao: vai trò cán bộ đầu mối của anh/chị ở ${unit} kết thúc. Nhiệm vụ và báo cáo đã nộp ở lại đơn vị. Cảm ơn anh/chị. Nếu đây là nhầm lẫn, xin báo cơ quan điều phối.`;
}

/** To the coordinators. */
export function sayHandOverDone({ leaver, successor, unit }: Place): RichText {
  return say`👥 ${unit}: ${b(successor)} đã nhận bàn giao đầu mối từ ${leaver}. Vai trò của ${leaver} đã kết thúc.`;
}
