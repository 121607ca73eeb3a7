import type { Day } from '../domain/calendar.ts';
import { parseCommand } from '../language/command-line.ts';
import { isOnlyCourteous } from '../language/courtesy.ts';
import { readRemindOrder } from '../language/remind-word.ts';
import type { LocalNow } from '../language/time/moment-word.ts';
import { parseMoment } from '../language/time/moment-word.ts';
import { isSpelledAs, readSub } from './command-words.ts';
import type { Situation } from './meaning.ts';
import { nameUnits } from './name-unit.ts';
import { namesReport } from './named-in.ts';
import type { CommandSaid } from './new-order.ts';
import { readOrder } from './order.ts';
import { isHeldBack, meantOf } from './order-stance.ts';
import { denies } from './sentence.ts';
import { asksNotTells } from './spoken-notice.ts';

/** The command a text begins with. Without its slash, a sentence means only what the person may use. */
export function commandIn(text: string, situation: Situation): CommandSaid | null {
  const names = situation.commands.flatMap(({ name, alias }) => [name, alias]);
  const parsed = parseCommand(text.startsWith('/') ? text : meantOf(text), names);
  const command = situation.commands.find(({ name, alias }) => name === parsed?.name || alias === parsed?.name);
  if (parsed === null || command === undefined) return null;
  const said = { name: command.name, args: parsed.args };
  if (parsed.exact) return said;
  if (command.name === 'thongbao' && asksNotTells(text)) return null;
  if (command.everyday === 'bare') return isOnlyCourteous(parsed.args) ? { ...said, args: '' } : null;
  if (!command.isUsable || isHeldBack(text, command.name) || denies(text, command.name)) return null;
  if (!isSpelledAs(command.name, text)) return null;
  if (command.everyday === 'sub') {
    const sub = readSub(parsed.args, command.subs ?? {})?.sub;
    return sub === undefined || command.slashOnly?.includes(sub) === true ? null : said;
  }
  if (command.everyday === 'unit') return nameUnits(parsed.args, situation.units).length > 0 ? said : null;
  if (command.everyday === 'period') return namesReport(parsed.args, situation) ? said : null;
  if (command.everyday === 'moment') return parseMoment(parsed.args, ANY_TIME(situation.today)) === null ? null : said;
  if (command.everyday === 'remind')
    return readRemindOrder(parsed.args, ANY_TIME(situation.today)) === null ? null : said;
  if (command.everyday === 'order') return isOrder(parsed.args, situation) ? said : null;
  return said;
}

/** Only whether it is a moment matters here: any time of the day will do. */
export const ANY_TIME = (today: Day): LocalNow => ({ today, time: '00:00' });

/** A role or a unit's code: not just any words behind "mời". */
function isOrder(args: string, { units }: Situation): boolean {
  const { role, words } = readOrder(args);
  return words === '' ? role !== null : units.some(({ code }) => code === words.toUpperCase());
}
