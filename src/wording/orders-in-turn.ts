import type { Choice } from './message.ts';
import { sayPeriodKey } from './period.ts';
import type { RichText } from './rich-text.ts';
import { join, say } from './rich-text.ts';

/** A code or a period in an order as it is typed. */
const TYPED = /(?<![\p{L}\p{N}/-])(?:20\d\d(?:-(?:\d\d|H\d|Q\d|9M))?(?![\d/])|\p{Lu}[\p{Lu}\d]+)(?![\p{L}\p{N}])/gu;

/** An order as people read it: names in the place of codes. */
export function sayOrder(order: string, names: ReadonlyMap<string, string>): string {
  return order.replace(TYPED, (word) => names.get(word) ?? (/^\d/u.test(word) ? sayPeriodKey(word) : word));
}

/** Several orders in one message: what is begun now, and what comes after it. */
export function sayOrdersInTurn(rest: readonly string[]): RichText {
  return join([
    say`Tin này có ${rest.length + 1} việc, bot làm lần lượt. Dưới đây là việc thứ nhất; sau đó:`,
    ...rest.map((order) => say`• “${order}”`),
  ]);
}

/** What was said beside what is in hand. */
export function sayPutOff(orders: readonly string[]): RichText {
  return say`Bot để riêng, làm ngay sau việc này: ${quoted(orders)}.`;
}

/** While nothing is in hand: what was said along with something else and waits. */
export function sayNextOrder(
  rest: readonly string[],
  { go, drop }: { go: string; drop: string },
): { text: RichText; choices: Choice[] } {
  return {
    text: say`Còn việc trong tin trước: ${quoted(rest)}.`,
    choices: [
      {
        label: 'Làm việc tiếp theo',
        value: go,
        means: {
          words: ['làm tiếp', 'tiếp', 'tiếp tục', 'việc tiếp', 'làm tiếp đi', 'tiếp đi', 'làm việc còn lại', 'làm nốt'],
        },
      },
      { label: rest.length === 1 ? 'Bỏ việc này' : 'Bỏ các việc này', value: drop },
    ],
  };
}

/** What waited and was given up. */
export function sayOrdersDropped(orders: readonly string[]): RichText {
  return say`Đã bỏ, không làm: ${quoted(orders)}.`;
}

/** What waited for a day. */
export function sayNotDone(orders: readonly string[]): RichText {
  return say`⚠️ Chưa làm: ${quoted(orders)}. Nếu vẫn cần, xin nhắn lại.`;
}

/** What was kept aside before something else was. */
export function sayAsideLost(what: string): RichText {
  return say`Bot chỉ giữ được một việc dở: ${what} cất trước đó không lấy lại được nữa.`;
}

const quoted = (orders: readonly string[]): string => orders.map((order) => `“${order}”`).join('; ');

/** Units that were named and stand nowhere in the answer. */
export function sayPassedOver(names: readonly string[]): RichText {
  return say`⚠️ Chưa tính đến: ${names.join(', ')}. Nếu cần, xin nhắn riêng cho đơn vị này.`;
}
