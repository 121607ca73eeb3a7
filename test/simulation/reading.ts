import type { Arrived } from './platform-bot.ts';

export const REPEATED = '(Gửi lại';

/** What a message is, judged by nothing but its words. */
export type Reading =
  | { is: 'reminder'; task: number | null }
  | { is: 'consent' }
  | { is: 'welcome' }
  | { is: 'tasks' }
  | { is: 'template' }
  | { is: 'question'; of: 'count' | 'money' | 'text'; optional: boolean }
  | { is: 'preview' }
  | { is: 'receipt'; receipt: string; version: number; onTime: boolean; task: number }
  | { is: 'which' }
  | { is: 'nudge-preview' }
  | { is: 'ask-audience' }
  | { is: 'notice-preview' }
  | { is: 'notice'; text: string }
  | { is: 'which-round' }
  | { is: 'ask-units' }
  | { is: 'ask-day' }
  | { is: 'ask-reason' }
  | { is: 'acting-preview' }
  | { is: 'acted' }
  | { is: 'undone' }
  | { is: 'deaf-offer' }
  | { is: 'totals' }
  | { is: 'bad-code' }
  | { is: 'stale' }
  | { is: 'link-code'; code: string }
  | { is: 'link-question' }
  | { is: 'withdraw' }
  | { is: 'other' };

/** Reads a message as its recipient would. */
export function read({ text, choices }: Pick<Arrived, 'text' | 'choices'>): Reading {
  const said = text.startsWith(REPEATED) ? text.slice(text.indexOf('\n') + 1) : text;
  const has = (words: string): boolean => said.includes(words);
  const offers = (label: RegExp): boolean => choices.some((choice) => label.test(choice.label));
  if (/^(⏰|🔴)/u.test(said)) return { is: 'reminder', task: taskIn(said) };
  if (said.startsWith('📢')) return { is: 'notice', text: said };
  const receipt = /Mã biên nhận: (\S+)/u.exec(said)?.[1];
  if (receipt !== undefined && has('Đã nhận báo cáo')) {
    const version = Number(/Bản thứ (\d+),/u.exec(said)?.[1]);
    return { is: 'receipt', receipt, version, onTime: has('Ghi nhận: đúng hạn'), task: taskIn(said) ?? 0 };
  }
  if (offers(/^Đúng là tôi, liên kết$/u)) return { is: 'link-question' };
  if (offers(/^Gửi báo cáo$/u)) return { is: 'preview' };
  if (offers(/^Đồng ý$/u)) return { is: 'consent' };
  if (offers(/^Rút lại đồng ý$/u)) return { is: 'withdraw' };
  if (offers(/^Gửi cho \d+ người$/u)) return { is: 'notice-preview' };
  if (offers(/^Nhắc \d+ người$/u)) return { is: 'nudge-preview' };
  const acting = readActing(said, offers);
  if (acting !== null) return acting;
  if (offers(/^Tất cả đơn vị$/u)) return { is: 'ask-audience' };
  if (offers(/^Trả lời từng câu$/u)) return { is: 'template' };
  if (/Câu \d+\/\d+\. /u.test(said)) {
    const of = has('triệu đồng.') || has('triệu đồng (') ? 'money' : has('Nhập một số') ? 'count' : 'text';
    return { is: 'question', of, optional: offers(/^(Bỏ qua|Giữ nguyên)$/u) };
  }
  const code = /\/batdau ([A-Z0-9]{10})/u.exec(said)?.[1];
  if (code !== undefined && has('ứng dụng khác')) return { is: 'link-code', code };
  if (has('nộp báo cáo nào')) return { is: 'which' };
  if (choices.some((choice) => /^\/nop \d+$/u.test(choice.value))) return { is: 'tasks' };
  if (has('Lựa chọn') && has('cũ')) return { is: 'stale' };
  return { is: 'other' };
}

/** What a coordinator reads on the way to a decision about units. */
function readActing(said: string, offers: (label: RegExp) => boolean): Reading | null {
  if (/^✅ Đã (gia hạn|miễn|bỏ miễn) \d+ đơn vị/u.test(said)) return { is: 'acted' };
  if (/^Đã hoàn tác việc (gia hạn|miễn)/u.test(said)) return { is: 'undone' };
  if (offers(/^(Gia hạn cho|Miễn cho|Bỏ miễn) \d+ đơn vị$/u)) return { is: 'acting-preview' };
  if (said.startsWith('🔇') && offers(/^Gia hạn \d+ đơn vị$/u)) return { is: 'deaf-offer' };
  if (/(Gia hạn|Miễn báo cáo|Bỏ miễn): báo cáo nào\?/u.test(said)) return { is: 'which-round' };
  if (/(Gia hạn|Miễn|Bỏ miễn) cho đơn vị nào\?/u.test(said)) return { is: 'ask-units' };
  if (said.includes('Gia hạn đến khi nào?')) return { is: 'ask-day' };
  if (/Lý do (gia hạn|miễn|bỏ miễn) là gì\?/u.test(said)) return { is: 'ask-reason' };
  if (said.startsWith('📊') && said.includes('✅ Đúng hạn:')) return { is: 'totals' };
  return null;
}

function taskIn(text: string): number | null {
  const id = /\/nop (\d+)/u.exec(text)?.[1];
  return id === undefined ? null : Number(id);
}
