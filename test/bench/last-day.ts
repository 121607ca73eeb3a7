import { atTime, dayOf } from '../../src/domain/calendar.ts';
import { openSide } from './child.ts';
import type { BenchOptions, Finding } from './figures.ts';
import { at } from './figures.ts';
import { ZONE } from './scene.ts';
import type { CrowdRequest, Lived } from './sides/lean-crowd.ts';
import type { ProvinceRequest } from './sides/own-province.ts';

/** What Telegram takes of a bot in a second (core.telegram.org/bots/faq). */
const PLATFORM_PER_SECOND = 30;
/** A report has two answers: the preview, and the receipt. */
const ANSWERS = 2;
const PEOPLE = 30;

/** h: the last day's rush on one Telegram bot: 3,000 reports in a quarter of an hour, lived through four times as fast. */
export async function benchLastDay({ quick }: BenchOptions): Promise<Finding[]> {
  const count = quick ? 120 : 3000;
  const perSecond = (3000 / 900) * 4;
  const crowd = openSide('lean-crowd.ts');
  const { url } = await crowd.ask<{ url: string }>({ do: 'listen' } satisfies CrowdRequest);
  const own = openSide('own-province.ts');
  const today = dayOf(Date.now(), ZONE);
  const now = atTime(`${today.slice(0, 7)}-17`, '08:00', ZONE);
  const start: ProvinceRequest = { do: 'start', url, now, zaloBots: 0, onEachZaloBot: 0, onTelegram: PEOPLE };
  await own.ask(start);
  const people = Array.from({ length: PEOPLE }, (_, number) => ({ bot: '1:telegram', chat: String(1000 + number) }));
  const month = Number(today.slice(5, 7));
  const text = `/nop t${month} hoi_nghi=3 nguoi_du=120 ket_qua=Lần # trong ngày cuối.`;
  const order: CrowdRequest = { do: 'live', people, perSecond, count, text, press: 'Gửi báo cáo' };
  const { said, pressed, seconds } = await crowd.ask<Lived>(order);
  await own.close();
  await crowd.close();

  const messages = (said.length + pressed.length) / seconds;
  const pace = `${count} reports in ${seconds.toFixed(0)} s`;
  return [
    {
      what: 'last day: ms from the text to its answer, p99',
      value: at(said, 0.99),
      goal: null,
      behind: `p50 ${at(said, 0.5).toFixed(0)}, most ${at(said, 1).toFixed(0)}; ${pace}`,
    },
    {
      what: 'last day: ms from the press to the receipt, p99',
      value: at(pressed, 0.99),
      goal: null,
      behind: `p50 ${at(pressed, 0.5).toFixed(0)}, most ${at(pressed, 1).toFixed(0)}`,
    },
    {
      what: 'last day: messages a second ÷ what the platform takes',
      value: messages / PLATFORM_PER_SECOND,
      goal: null,
      behind: `${messages.toFixed(1)} of ${PLATFORM_PER_SECOND}/s; in real time ${((3000 / 900) * ANSWERS).toFixed(1)}/s`,
    },
  ];
}
