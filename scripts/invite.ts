import { parseArgs } from 'node:util';
import { rememberedBotLinks, withApps } from '../src/actions/bots.ts';
import type { Desk } from '../src/actions/desk.ts';
import { revokeInvitation } from '../src/actions/end-access.ts';
import type { InvitationOrder } from '../src/actions/invite.ts';
import { invite } from '../src/actions/invite.ts';
import { listInvitations } from '../src/actions/list-access.ts';
import { isProvincial, ROLES } from '../src/domain/access.ts';
import { dayOf } from '../src/domain/calendar.ts';
import { sayOpenInvitations, sayRole } from '../src/wording/access.ts';
import { sayInvitation } from '../src/wording/invite.ts';
import { sayProblem } from '../src/wording/problems.ts';
import { plain } from '../src/wording/rich-text.ts';
import { SHELL } from '../src/wording/shell.ts';
import { inviteEveryUnit, openMeetingFor } from './invite-many.ts';
import { badArguments, botNow, deskFor, run, UsageError, withStore } from './run.ts';

const USAGE = SHELL.invite.usage(ROLES);

await run((config) =>
  withStore(config, (store) => {
    const words = readWords();
    const desk = deskFor(config, store);
    const now = botNow(config, store);
    if (words.list === true) return console.log(sayOpenInvitations(listInvitations(desk, now), config.timeZone));
    if (words.revoke !== undefined) return revoke(desk, now, words.revoke);
    if (store.ruleBooks.newestId() === null) {
      throw new UsageError(SHELL.invite.noPlan);
    }
    if (words.meeting === true) {
      const hours = wholeNumber('--hours', words.hours ?? '4', 24);
      return openMeetingFor(desk, now, { hours, html: words.html ?? null });
    }
    const { order, json } = readOrder(words);
    if (words.all === true) {
      if (isProvincial(order.role) || order.unit !== null) throw new UsageError(USAGE);
      return inviteEveryUnit(desk, now, { ...order, xlsx: words.xlsx ?? null, html: words.html ?? null });
    }
    const made = invite(desk, order, now);
    if (!made.ok) {
      if (made.problem.problem === 'role-needs-unit') throw new UsageError(USAGE);
      throw new UsageError(plain(sayProblem(made.problem, config.timeZone)));
    }
    const { code, role, unit, uses, expiresAt } = made.value;
    const botLinks = rememberedBotLinks(store, code);
    const link = botLinks.find((botLink) => botLink.channel === 'telegram')?.link ?? null;
    if (json) {
      const line = { code, role, unit, uses, expiresAt: new Date(expiresAt).toISOString(), telegramLink: link };
      console.log(JSON.stringify(line));
      return;
    }
    const name = unit === null ? null : (store.units.find(unit, dayOf(expiresAt, config.timeZone))?.name ?? unit);
    console.log(
      plain(sayInvitation({ ...made.value, unit: name, botLinks: withApps(desk, botLinks), zone: config.timeZone })),
    );
  }),
);

function revoke(desk: Desk, now: number, number: string): void {
  const done = revokeInvitation(desk, { person: null, at: now }, Number(number), 'operator');
  if (!done.ok) throw new UsageError(`--revoke ${number}: ${plain(sayProblem(done.problem, desk.zone))}`);
  console.log(SHELL.invite.revoked(number, sayRole(done.value)));
}

function readOrder(values: Words): { order: InvitationOrder; json: boolean } {
  const role = ROLES.find((one) => one === values.role);
  if (role === undefined) throw new UsageError(`${SHELL.invite.noRole}\n${USAGE}`);
  const uses = wholeNumber('--uses', values.uses ?? '1', 1000);
  const days = wholeNumber('--days', values.days ?? '7', 365);
  return { order: { role, unit: values.unit ?? null, uses, days, by: null }, json: values.json === true };
}

type Words = ReturnType<typeof readWords>;

function readWords() {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    return parseArgs({
      options: {
        role: text,
        unit: text,
        uses: text,
        days: text,
        json: flag,
        list: flag,
        revoke: text,
        all: flag,
        xlsx: text,
        html: text,
        meeting: flag,
        hours: text,
      },
    }).values;
  } catch {
    throw badArguments(USAGE);
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new UsageError(`${SHELL.wholeNumber(name, most)}\n${USAGE}`);
}
