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
  | { is: 'review-queue' }
  | { is: 'review-report' }
  | { is: 'ask-fields' }
  | { is: 'ask-why' }
  | { is: 'accepted' }
  | { is: 'returned' }
  | { is: 'stand-in' }
  | { is: 'which-paper' }
  | { is: 'ask-figures' }
  | { is: 'paper-preview' }
  | { is: 'filed' }
  | { is: 'paper-receipt' }
  | { is: 'please-extend' }
  | { is: 'to-correct'; task: number; fields: string[] }
  | { is: 'bad-code' }
  | { is: 'stale' }
  | { is: 'link-code'; code: string }
  | { is: 'link-question' }
  | { is: 'withdraw' }
  | { is: 'settled' }
  | { is: 'other' };

/** What a message says, without the line that it is sent again. */
export function saidIn(text: string): string {
  return text.startsWith(REPEATED) ? text.slice(text.indexOf('\n') + 1) : text;
}

/** Reads a message as its recipient would. */
export function read({ text, choices }: Pick<Arrived, 'text' | 'choices'>): Reading {
  const said = saidIn(text);
  const has = (words: string): boolean => said.includes(words);
  const offers = (label: RegExp): boolean => choices.some((choice) => label.test(choice.label));
  if (/^(⏰|🔴)/u.test(said)) return { is: 'reminder', task: taskIn(said) };
  if (said.startsWith('📢')) return { is: 'notice', text: said };
  const paper = readPaper(said, offers);
  if (paper !== null) return paper;
  const receipt = /Mã biên nhận: (\S+)/u.exec(said)?.[1];
  if (receipt !== undefined && has('Đã nhận báo cáo')) {
    const version = Number(/Bản thứ (\d+),/u.exec(said)?.[1]);
    return { is: 'receipt', receipt, version, onTime: has('Ghi nhận: đúng hạn'), task: taskIn(said) ?? 0 };
  }
  if (offers(/^Đúng là tôi, liên kết$/u)) return { is: 'link-question' };
  if (offers(/^Gửi báo cáo$/u)) return { is: 'preview' };
  if (offers(/^Đồng ý$/u)) return { is: 'consent' };
  if (offers(/^Đồng ý thay$/u)) return { is: 'stand-in' };
  if (offers(/^Rút lại đồng ý$/u)) return { is: 'withdraw' };
  if (offers(/^Gửi cho \d+ người$/u)) return { is: 'notice-preview' };
  if (offers(/^Nhắc \d+ người$/u)) return { is: 'nudge-preview' };
  const acting = readActing(said, offers) ?? readReview(said, offers);
  if (acting !== null) return acting;
  const correct = choices.find(({ label, value }) => label === 'Sửa báo cáo' && /^\/nop \d+$/u.test(value));
  if (said.startsWith('↩️ Báo cáo cần sửa') && correct !== undefined)
    return { is: 'to-correct', task: Number(correct.value.slice(5)), fields: fieldsIn(said) };
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
  if (has('đã được duyệt. Muốn sửa')) return { is: 'settled' };
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

/** What a coordinator reads on the way through what waits. */
function readReview(said: string, offers: (label: RegExp) => boolean): Reading | null {
  if (/^✅ Đã duyệt \d+ báo cáo/u.test(said)) return { is: 'accepted' };
  if (said.startsWith('↩️ Đã trả lại để sửa')) return { is: 'returned' };
  if (said.startsWith('Đã hoàn tác việc duyệt') || said.startsWith('Việc trả lại đã được rút')) return { is: 'undone' };
  if (said.includes('📋 Chờ duyệt:')) return { is: 'review-queue' };
  if (offers(/^(Trả lại|Mở lại) để sửa$/u)) return { is: 'review-report' };
  if (said.includes('Sai ở mục nào?')) return { is: 'ask-fields' };
  if (said.includes('Lý do trả lại là gì?')) return { is: 'ask-why' };
  return null;
}

/** What is read about a report that came on paper. */
function readPaper(said: string, offers: (label: RegExp) => boolean): Reading | null {
  if (said.startsWith('✅ Đã ghi nhận báo cáo bằng văn bản')) return { is: 'filed' };
  if (said.startsWith('✅ Đã nhận báo cáo bằng văn bản')) return { is: 'paper-receipt' };
  if (said.startsWith('↩️ Đã bỏ việc ghi nhận báo cáo bằng văn bản')) return { is: 'undone' };
  if (offers(/^Ghi nhận báo cáo$/u)) return { is: 'paper-preview' };
  if (said.startsWith('Số liệu trong văn bản?')) return { is: 'ask-figures' };
  if (said.startsWith('Báo cáo nào của ')) return { is: 'which-paper' };
  if (said.startsWith('🙋') && said.includes('xin gia hạn')) return { is: 'please-extend' };
  return null;
}

/** The labels of the fields that are to be corrected. */
function fieldsIn(text: string): string[] {
  return [...text.matchAll(/^• (.+?): (?:đã nộp|đang) /gmu)].map(([, label = '']) => label);
}

function taskIn(text: string): number | null {
  const id = /\/nop (\d+)/u.exec(text)?.[1];
  return id === undefined ? null : Number(id);
}
