import type { Instant } from '../domain/calendar.ts';
import type { RichText } from './rich-text.ts';
import { say } from './rich-text.ts';
import { sayMoment } from './when.ts';

/** How many people a decision is told, and when it gets to those who do not hear of it now. */
export interface Told {
  people: number;
  /** Of them, who has had a day's messages already. */
  capped: number;
  /** When it gets to everybody: later than now outside the sending hours, and where somebody's day is full. Null: now. */
  laterAt: Instant | null;
  zone: string;
}

/** A sentence without its full stop. Whoever decides at the last minute has to know whom to ring up. */
export function sayTold({ people, capped, laterAt, zone }: Told): RichText {
  if (people === 0) return say`Chưa báo được cho ai: đơn vị chưa có người trên bot`;
  if (laterAt === null) return say`Đã báo cho ${people} người`;
  const at = sayMoment(laterAt, zone);
  if (capped === 0) return say`Ngoài giờ gửi tin, nên ${people} người sẽ được báo lúc ${at}`;
  const now = people - capped;
  const first = now === 0 ? '' : `Đã báo cho ${now} người; `;
  return say`${first}${capped} người đã nhận đủ số tin hôm nay nên đến ${at} mới nhận được, cần sớm hơn thì gọi điện`;
}
