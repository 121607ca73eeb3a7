import { isQuestion } from '../language/question-form.ts';
import type { Act, CommandAct, Situation } from './meaning.ts';
import { namesIn } from './named-in.ts';

const LONGEST = 160;
/** More in one message is a story. */
const MOST = 3;
const BETWEEN = /[,;?]+\s+|\s+(?:và|va|rồi|roi|với lại|voi lai|còn|con)\s+/iu;
/** They only show something. */
const SHOWN: ReadonlySet<string> = new Set('tonghop hoiviec donvi lichsu nhiemvu lich vuongmac goi'.split(' '));
/** The list of what awaits review takes the place of what is in hand: it is shown last, and only once. */
const TAKES_OVER = 'duyet';

/**
 * Several questions in one message ("báo cáo năm hạn ngày nào, mấy đơn vị nộp rồi"), each as what answers it; null where it is one, or where any part
 * of it is no question that can be answered: then the whole is read as it stands. A part says of what report and unit it is by the rest.
 */
export function severalAsked(
  text: string,
  situation: Situation,
  actOf: (part: string, situation: Situation) => Act<unknown>,
): CommandAct[] | null {
  const { awaits, commands } = situation;
  const isForAll = commands.some(({ name, isUsable }) => name === 'tonghop' && isUsable);
  if (!isForAll || (awaits !== null && awaits !== 'choice') || text.length > LONGEST || /[\n:=/]/u.test(text))
    return null;
  const parts = text.split(BETWEEN).map((part) => part.replace(/[?.!\s]+$/u, '').trim());
  if (parts.length < 2 || parts.length > MOST || parts.some((part) => !part.includes(' '))) return null;
  const idle = { ...situation, awaits: null, about: null, shown: { choices: [], numbered: false } };
  const { period, unit } = namesIn(text, idle);
  const acts = parts.flatMap((part) => {
    const own = namesIn(part, situation);
    const names = [own.unit === null ? unit : null, own.period === null ? wordsOf(period) : null].filter(
      (one) => one !== null,
    );
    const act = actOf([part, ...names].join(' '), idle);
    const bare = actOf(part, idle);
    // Where the names do not fit in, the part stands for itself.
    const read = isShown(act) ? act : bare;
    return isShown(read) && isQuestion(part) ? [read] : [];
  });
  const distinct = [...new Map(acts.map((act) => [JSON.stringify(act), act])).values()];
  const over = distinct.filter(({ name }) => name === TAKES_OVER);
  if (acts.length < parts.length || distinct.length < 2 || over.length > 1) return null;
  return [...distinct.filter((act) => !over.includes(act)), ...over];
}

/** A period as it would be typed. */
function wordsOf(period: string | null): string | null {
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/u.exec(period ?? '') ?? [];
  if (year === undefined) return period;
  return month === undefined ? `năm ${year}` : `tháng ${Number(month)}/${year}`;
}

function isShown(act: Act<unknown>): act is CommandAct {
  return act.do === 'command' && (SHOWN.has(act.name) || act.name === TAKES_OVER);
}
