import { botOf } from '../../actions/desk.ts';
import { orderPrint } from '../../actions/print.ts';
import { takeTemplate, takeTemplateBack } from '../../actions/template.ts';
import { parseCommand } from '../../language/command-line.ts';
import { HEARD, readSub } from '../../understanding/command-words.ts';
import { COMMAND_WORDS } from '../../wording/commands.ts';
import { sayProblem } from '../../wording/problems.ts';
import { sayTemplateBack, sayTemplateNames, sayTemplateTaken, TEMPLATE_WORDS } from '../../wording/template.ts';
import type { Command } from '../command.ts';
import { endTemplateTrial, templateDialog, tryTemplate } from '../dialogs/template.ts';
import { isWord, looseFile } from '../loose-file.ts';
import type { Turn } from '../turn.ts';
import { mayUse } from '../usable-commands.ts';

export const templateCommand: Command = {
  name: 'mau',
  alias: 'template',
  ...COMMAND_WORDS.mau,
  ...HEARD.mau,
  needs: 'export',
  run(turn, args) {
    if (turn.person === null) return;
    const order = readSub(args, HEARD.mau.subs);
    if (order?.sub === 'ten') return turn.say(sayTemplateNames(figuresOf(turn)));
    if (order?.sub === 'dung') return take(turn, turn.person, Number(order.rest));
    if (order?.sub === 'tep') return tryFile(turn, Number(order.rest));
    if (order?.sub === 'truoc') return takeBack(turn, turn.person, Number(order.rest));
    const bot = botOf(turn.desk, turn.chat);
    // Where the bot has a web address the board takes files of any kind.
    if (bot?.capabilities.filesIn !== 'all')
      return turn.say(turn.desk.publicUrl === null ? TEMPLATE_WORDS.elsewhere(otherApp(turn)) : TEMPLATE_WORDS.atBoard);
    templateDialog.repeat(turn, { since: turn.now });
    const ordered = orderPrint(turn.desk, { person: turn.person, at: turn.now }, turn.chat.id, [{ print: 'template' }]);
    if (!ordered.ok) turn.say(sayProblem(ordered.problem, turn.desk.zone));
  },
};

/** "/mau" under a file says what it is for. */
export function isForTemplate({ text, memberships }: Turn): boolean {
  const { name, alias } = templateCommand;
  return parseCommand(text, [name, alias])?.args === '' && mayUse(templateCommand, memberships, true);
}

function take(turn: Turn, person: number, id: number): void {
  const taken = takeTemplate(turn.desk, { person, at: turn.now }, id);
  if (taken.ok) endTemplateTrial(turn);
  turn.say(taken.ok ? sayTemplateTaken(taken.value.name) : sayProblem(taken.problem, turn.desk.zone));
}

/** A file that was sent before anybody knew what it was for. */
function tryFile(turn: Turn, id: number): void {
  const file = looseFile(turn, id);
  tryTemplate(turn, file === null || !isWord(file) ? undefined : { file: file.id, name: file.name });
}

function takeBack(turn: Turn, person: number, seen: number): void {
  const ended = takeTemplateBack(turn.desk, { person, at: turn.now }, seen);
  if (!ended.ok) return turn.say(sayProblem(ended.problem, turn.desk.zone));
  const { current } = turn.desk.store.templates.inForce();
  turn.say(sayTemplateBack(ended.value.name, current?.name ?? null));
}

/** Every figure of every form, once. */
function figuresOf({ rules }: Turn) {
  const figures = rules.forms.flatMap((form) => form.fields.filter((field) => field.kind !== 'text'));
  return [...new Map(figures.map((field) => [field.key, field])).values()];
}

/** An app through which a Word file can be sent. */
function otherApp({ desk }: Turn): string | null {
  const other = desk.bots.find((one) => one.channel !== 'web' && one.capabilities.filesIn === 'all');
  return other === undefined ? null : desk.titleOf(other.channel);
}
