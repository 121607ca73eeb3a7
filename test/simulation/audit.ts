import { roundStatus } from '../../src/actions/round-status.ts';
import type { PlannedMilestone } from '../../src/domain/milestone-plan.ts';
import type { MilestoneRule } from '../../src/domain/reminder-policy.ts';
import type { Unit } from '../../src/domain/unit.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { plain } from '../../src/wording/rich-text.ts';
import { sayContent } from '../../src/wording/submit.ts';
import { createAnswersGiven } from './answers-given.ts';
import { createBooks } from './books.ts';
import { createDeadlines } from './deadlines.ts';
import type { LiveRow, SendingRow, SubmissionRow, TaskRow } from './eye.ts';
import { EXCUSED } from './figures.ts';
import { OTHERS_SUFFER } from './floods.ts';
import type { Journal } from './journal.ts';
import { inWords } from './journal.ts';
import { BOUNDS, type Hindrance, LATE, LATE_FOR, type Lateness, RECOVERED_WITHIN } from './lateness.ts';
import type { Machine } from './machine.ts';
import { lastDayOf, sendingSince, wallDay } from './own-ladder.ts';
import type { Account, Person } from './person.ts';
import type { Attempt, PlatformBot } from './platform-bot.ts';
import { type Handed, momentsFor } from './said.ts';
import { createSums } from './sums.ts';
import type { Timeline } from './timeline.ts';
import type { Witness } from './witness.ts';

const HOUR = 3600_000;
const DAY = 24 * HOUR;
/** How long all must have been well before something that has not happened counts as not happening. */
const GRACE = 2 * HOUR;
/** Whoever is in the middle of a report is left alone for half an hour after their last word, looked at every minute. */
const TYPING = 31 * 60_000;
const LAST_DAY = new Set(['L', 'L-15h']);
/** More versions than are taken back between two looks. */
const NUMBERS_AGAIN = 50;
/** Milestones are looked at within a minute of their bound. */
const LOOKED_WITHIN = 60_000;
/** What the product writes where the plan asks for a report no more. */
const NOT_OWED = 'not-owed';
const FLOODED_OUT = 'somebody else had used up the month';

export interface AuditParts {
  timeline: Timeline;
  journal: Journal;
  machine: Machine;
  witness: Witness;
  lateness: Lateness;
  plan: Plan;
  people: readonly Person[];
  platforms: readonly PlatformBot[];
  /** The updates of that chat as they were handed over. */
  handedIn(chat: string): readonly Handed[];
  /** Updates each chat's platform was told are stored, and those handed over at all. */
  updatesOf(chat: string): { acknowledged: number; handed: number };
  /** How often they have confirmed a report, a double press counted once. */
  confirmedBy(person: Person): number;
  adoptedAt: number;
  /** The units of the plan that was applied last. */
  unitsInForce(): readonly Unit[];
  /** When units were merged; null: not yet. */
  appliedAt(): number | null;
  /** When a document came; null: nobody keyed it in. */
  paper(document: string): number | null;
}

/** Goes through the whole database and holds it against the rules and against what people were told. */
export function createAudit(parts: AuditParts) {
  const { timeline, journal, machine, witness, lateness, plan, people } = parts;
  const deadlines = createDeadlines(machine);
  const { rounds } = deadlines;
  const books = createBooks(machine, journal);
  const given = createAnswersGiven(parts);
  const checkSums = createSums(journal);
  const rules = new Map(plan.policy.milestones.map((rule) => [rule.key, rule]));
  /** Judged for good, and at what true time. */
  const settled = new Map<string, number>();
  /** Looked at, and not yet to be judged. */
  const pending = new Set<string>();
  let lastSubmission = 0;
  const seenReceipts = new Set<string>();
  const versionsBy = new Map<number, number>();
  let lastUnsent = 0;
  /** The answers counted so far, oldest first, and in which chat. */
  let counted: { id: number; label: string }[] = [];
  let lastAnswer = 0;
  const labels = new Map<number, string>();
  let answers = new Map<string, number>();
  /** Chats that led to a person at the last look. */
  const linkedBefore = new Set<string>();
  /** Updates of strangers that got no answer, by chat. */
  const unanswered = new Map<string, number>();

  /** I16: what the table says is being collected is open for every unit, with the table's own cut-off or the one it was given since. */
  function checkRounds(now: number): void {
    const isWell = machine.wellSince() !== null && timeline.now() - (machine.wellSince() ?? 0) >= GRACE;
    const stored = Map.groupBy(machine.eye().allTasks(), ({ obligation, period }) => `${obligation} ${period}`);
    for (const [key, { opensAt, cutOffAt }] of isWell ? rounds : []) {
      if (opensAt > now - GRACE || cutOffAt < Math.max(now, parts.adoptedAt)) continue;
      // What was merged meanwhile is asked for at the next beat.
      if (timeline.now() - (parts.appliedAt() ?? 0) < GRACE) continue;
      checkOwing(key, stored.get(key) ?? []);
    }
    for (const task of [...stored.values()].flat()) {
      const right = deadlines.cutOffAt(task, Number.POSITIVE_INFINITY);
      if (task.cut_off_at !== right)
        journal.breach(
          'I16 opened as the table says',
          `task ${task.id} (${task.unit} ${task.period}) is due ${inWords(task.cut_off_at)}, right is ${inWords(right)}`,
        );
    }
  }

  /** I11, I16: whoever exists at the cut-off owes, each once; of the others nothing is asked any more. */
  function checkOwing(key: string, tasks: readonly TaskRow[]): void {
    const lastDay = lastDayOf(key.split(' ')[1] ?? '');
    const owing = parts
      .unitsInForce()
      .filter(
        ({ compiles, validFrom, validTo }) => !compiles && validFrom <= lastDay && lastDay <= (validTo ?? lastDay),
      )
      .map(({ code }) => code);
    const [owed, others] = [true, false].map((isOwing) => tasks.filter(({ unit }) => owing.includes(unit) === isOwing));
    if (owed?.length !== owing.length || owed.some(({ state_reason: reason }) => reason === NOT_OWED))
      journal.breach('I16 opened as the table says', `${key}: ${owed?.length} of ${owing.length} tasks`);
    for (const task of others ?? []) {
      if (task.state === 'waived') continue;
      if (task.first_valid_at === null || task.state === 'returned')
        journal.breach(
          'I11 totals add up',
          `${task.unit} of ${key} is ${task.state}, and exists no more at the cut-off`,
        );
      else journal.count('reports of units that were merged before the cut-off');
      const successors = parts.unitsInForce().find(({ code }) => code === task.unit)?.successors ?? [];
      const reported = tasks.find(
        ({ unit, first_valid_at: at }) => at !== null && successors.some(({ code }) => code === unit),
      );
      if (reported !== undefined)
        journal.breach('I11 totals add up', `${task.unit} of ${key} counts beside ${reported.unit}, its successor`);
    }
  }

  /** I6: whatever was decided since, what came in first decides, by the deadline in force. */
  function checkTimeliness(): void {
    for (const task of machine.eye().allTasks()) {
      const { said_at: saidAt } = task;
      const right =
        saidAt === null ? null : saidAt < deadlines.cutOffAt(task, Number.POSITIVE_INFINITY) ? 'on_time' : 'late';
      if (task.timeliness !== right || task.first_valid_at !== saidAt)
        journal.breach(
          'I6 timeliness exactly as received',
          `task ${task.id} (${task.unit} ${task.period}, ${task.state}) is ${task.timeliness} by ${task.first_valid_at}; first said ${saidAt}, right is ${right}`,
        );
    }
  }

  /** Since when the bot could have written to this chat, or null while it cannot. */
  function openSince(platform: PlatformBot): number | null {
    const [machineFrom, platformFrom] = [machine.wellSince(), platform.weather.fairSince(timeline.now())];
    return machineFrom === null || platformFrom === null ? null : Math.max(machineFrom, platformFrom);
  }

  function isOpenFor(platform: PlatformBot, ms: number): boolean {
    const since = openSince(platform);
    return since !== null && timeline.now() - since >= ms;
  }

  /** I1: whoever can be written to has been reminded of the latest milestone of what they owe. */
  function checkReminders(now: number): void {
    const began = sendingSince(now);
    if (began === null || now - began < GRACE) return;
    for (const task of machine.eye().owed(now - 30 * DAY)) {
      const isDue = ({ dueAt }: PlannedMilestone): boolean => dueAt <= now - GRACE && dueAt >= parts.adoptedAt;
      const due = deadlines.ladderOf(task).findLast(isDue);
      const planned = deadlines.plannedLadderOf(task).findLast(isDue);
      if (task.state === 'waived')
        excuse(task, planned, `${EXCUSED}nothing was owed (${task.state_reason === NOT_OWED ? 'merged' : 'waived'})`);
      else if (due === undefined || due.dueAt <= deadlines.scheduledAt(task.id)) {
        const isExtended = deadlines.extensionOf(task) !== undefined;
        excuse(task, planned, `${EXCUSED}${isExtended ? 'more time was given' : 'due before the schedule in force'}`);
      } else if (due.usefulUntil === null || due.usefulUntil > now) {
        const rule = rules.get(due.key);
        if (rule !== undefined) checkMilestone(task, due, rule, now);
      }
    }
  }

  /** Counts a reminder of the plan's ladder that a decision has done away with, for everybody it would have gone to. */
  function excuse(task: TaskRow, due: PlannedMilestone | undefined, verdict: string): void {
    const rule = rules.get(due?.key ?? '');
    if (due === undefined || rule === undefined) return;
    for (const person of audienceOf(task.unit, rule, due.dueAt)) {
      const key = keyOf(task, due, person);
      if (settled.has(key)) continue;
      settled.set(key, timeline.now());
      if (!pending.delete(key)) journal.count('reminders looked at');
      journal.count('reminders judged');
      journal.count(verdict);
    }
  }

  function checkMilestone(task: TaskRow, due: PlannedMilestone, rule: MilestoneRule, now: number): void {
    for (const person of audienceOf(task.unit, rule, due.dueAt)) {
      const key = keyOf(task, due, person);
      if (settled.has(key)) continue;
      const verdict = judge(task, due, rule, person, now);
      if (!pending.has(key)) journal.count('reminders looked at');
      pending.add(key);
      if (verdict === 'wait') continue;
      pending.delete(key);
      settled.set(key, timeline.now());
      journal.count('reminders judged');
      if (verdict.startsWith(EXCUSED)) {
        journal.count(verdict);
        continue;
      }
      journal.count('reminders owed');
      if (verdict === 'in doubt') journal.count('reminders owed and left in doubt');
      else if (verdict === 'sent') journal.count('reminders owed and sent');
      else {
        journal.count('reminders missed');
        journal.breach(
          verdict === FLOODED_OUT ? OTHERS_SUFFER : 'I1 no milestone without its reminder',
          `${person.name} (${task.unit}) was not reminded of task ${task.id}, milestone ${due.key} of ${inWords(due.dueAt)}: ${verdict}`,
        );
      }
    }
  }

  const keyOf = (task: TaskRow, due: PlannedMilestone, person: Person): string =>
    `${task.id} ${due.key} ${due.dueAt} ${person.name}`;

  /** Whom the rule means; somebody who has left since, without the bot's knowing, may still have been meant. */
  function audienceOf(unit: string, rule: MilestoneRule, due: number): Person[] {
    const members = people.filter((person) => person.unit === unit && person.joinedAt !== null);
    const wanted = members.filter(
      (person) => rule.audience.includes(person.role) && (person.leftAt ?? due) >= due - DAY,
    );
    // Where nobody of those is there, whoever may submit for the unit; a member of staff may not.
    const others = members.some((person) => person.leftAt !== null)
      ? []
      : members.filter(({ role }) => role !== 'staff');
    const meant = wanted.length > 0 ? wanted : others;
    // Whoever has taken the place of one of them since before it was due is meant instead.
    const instead = deadlines
      .standInsIn(due, due)
      .filter((one) => one.unit === unit && one.until === Number.POSITIVE_INFINITY)
      .filter(({ absent }) => meant.some((person) => idsOf(person).includes(absent)));
    const substitutes = members.filter((person) =>
      instead.some(({ substitute }) => idsOf(person).includes(substitute)),
    );
    return [...new Set([...meant, ...substitutes])].filter((person) => person.leftAt === null);
  }

  function judge(
    task: TaskRow,
    due: PlannedMilestone,
    rule: MilestoneRule,
    person: Person,
    now: number,
    grace = GRACE,
  ): string {
    if ((person.joinedAt ?? now) >= due.dueAt - GRACE) return `${EXCUSED}joined after it`;
    const linked = linkedOf(person);
    if (isCutOff(linked) || person.unreachableAt >= due.dueAt - DAY) return `${EXCUSED}could not be reached`;
    const ids = idsOf(person);
    const away = deadlines.standInsIn(due.dueAt, now).filter(({ unit }) => unit === task.unit);
    if (away.some(({ absent }) => ids.includes(absent))) return `${EXCUSED}somebody stood in for them`;
    if (due.dueAt <= machine.livedAheadTo()) return `${EXCUSED}the machine's clock was ahead`;
    if (ids.some((id) => witness.remindedUntil(task.id, id) >= due.dueAt)) return 'sent';
    // Who said when it comes is not chased before, but for the last day.
    if (!LAST_DAY.has(due.key) && now < machine.eye().promisedUntil(task.id) + grace) return 'wait';
    if (ids.some((id) => witness.countOn(id, wallDay(now)) >= plan.policy.dailyCap))
      return `${EXCUSED}the day's messages were used up`;
    // By policy what was perhaps sent is not sent again, but for last-day reminders.
    if (!rule.repeatIfUnknown && ids.some((id) => machine.eye().isInDoubt(task.id, id, due.dueAt))) return 'in doubt';
    if (timeline.now() - person.typedAt < HOUR) return 'wait';
    const isDear = linked.some(({ platform }) => !platform.hasQuotaLeft());
    // The last day's is everybody's, whatever somebody else has used up.
    if (isDear && !(rule.repeatIfUnknown && linked.every(({ platform }) => platform.hadEnough())))
      return `${EXCUSED}the month's messages were used up`;
    if (!linked.every(({ platform }) => isOpenFor(platform, grace))) return 'wait';
    return isDear ? FLOODED_OUT : 'never sent';
  }

  /** I18: when the bound is over, everybody whom a milestone means has been reminded, or something was in the way. */
  function checkPunctual(now: number): void {
    for (const task of machine.eye().owed(now - 30 * DAY)) {
      if (task.state === 'waived' || timeline.now() - (parts.appliedAt() ?? 0) < GRACE) continue;
      const over = now - BOUNDS.reminder;
      const due = deadlines.ladderOf(task).findLast(({ dueAt }) => dueAt <= over && dueAt >= parts.adoptedAt);
      const rule = rules.get(due?.key ?? '');
      if (due === undefined || rule === undefined || due.dueAt <= over - LOOKED_WITHIN) continue;
      if (due.dueAt <= deadlines.scheduledAt(task.id) || (due.usefulUntil ?? Number.POSITIVE_INFINITY) <= now) continue;
      for (const person of audienceOf(task.unit, rule, due.dueAt)) checkInTime(task, due, rule, person, now);
    }
  }

  function checkInTime(task: TaskRow, due: PlannedMilestone, rule: MilestoneRule, person: Person, now: number): void {
    const verdict = judge(task, due, rule, person, now, BOUNDS.reminder);
    if (verdict === 'sent') return journal.count('reminders due: in time');
    const [last] = hindrances(task, person).filter(({ until }) => until > due.dueAt - RECOVERED_WITHIN);
    const why = last?.why ?? (verdict === 'never sent' ? null : verdict.replace(EXCUSED, ''));
    if (why !== null) return journal.count(`reminders due: ${LATE_FOR}${why}`);
    journal.count('reminders due: late');
    journal.breach(
      LATE,
      `${person.name} (${task.unit}) has not been reminded of task ${task.id}, milestone ${due.key} of ${inWords(due.dueAt)}, with nothing in the way`,
    );
  }

  /** What holds up a reminder of that task, the longest first. */
  function hindrances(task: TaskRow, person: Person): Hindrance[] {
    const all = [
      ...person.accounts.flatMap(({ platform, address }) => lateness.hindrances(platform, address)),
      { why: 'they were typing', until: person.typedAt + TYPING },
      { why: 'it was outside of the sending hours', until: sendingSince(timeline.now()) ?? 0 },
      { why: 'they had just come', until: person.joinedAt ?? timeline.now() },
      { why: 'they could not be reached', until: person.unreachableAt },
      { why: 'they had said when it comes', until: machine.eye().promisedUntil(task.id) },
      { why: 'the schedule was made anew', until: deadlines.scheduledAt(task.id) },
      { why: 'units were merged', until: parts.appliedAt() ?? 0 },
      { why: 'the machine’s clock was ahead', until: machine.livedAheadTo() },
    ];
    return all.sort((a, b) => b.until - a.until);
  }

  /** I18: a reminder comes for the first time; of several things the one that was due last is why it comes now. */
  function judgeReminder(row: SendingRow, tasks: readonly number[], { platform, address }: Attempt): void {
    const person = people.find((one) =>
      one.accounts.some((account) => account.platform === platform && account.address === address),
    );
    if (person === undefined) return;
    deadlines.look();
    const due = tasks.flatMap((id) => {
      const task = machine.eye().task(id);
      const found = task && deadlines.ladderOf(task).findLast(({ dueAt }) => dueAt <= timeline.now());
      return task && found ? [{ task, dueAt: found.dueAt }] : [];
    });
    const [last] = due.sort((a, b) => b.dueAt - a.dueAt);
    if (last === undefined) return;
    lateness.judge('reminder', last.dueAt, `reminder ${row.id} to ${person.name}`, hindrances(last.task, person));
  }

  function linkedOf(person: Person): Account[] {
    return person.accounts.filter(
      ({ platform, address }) => (machine.eye().chatOf(platform.name, platform.bot, address)?.person ?? null) !== null,
    );
  }

  function isCutOff(linked: readonly Account[]): boolean {
    return linked.every(({ platform, address }) => platform.blocked.has(address) || platform.gone.has(address));
  }

  function idsOf(person: Person): number[] {
    const eye = machine.eye();
    const ids = person.accounts.map(
      ({ platform, address }) => eye.chatOf(platform.name, platform.bot, address)?.person ?? null,
    );
    return [...new Set(ids.filter((id) => id !== null))];
  }

  /** I8: nothing lies about in the outbox. */
  function checkOutbox(now: number): void {
    const began = sendingSince(now);
    for (const row of machine.eye().live()) {
      if (now - row.queued_at < 2 * GRACE || !isReachable(row)) continue;
      if (isHeldBack(row) && (began === null || now - began < GRACE || isTyping(row))) continue;
      if (row.kind === 'alert' && isCapped(row, now)) continue;
      journal.breach(
        'I8 the outbox drains',
        `${row.kind} ${row.id} to ${row.channel}/${row.bot}:${row.address} is ${row.state} since ${inWords(row.queued_at)}, next try ${inWords(row.not_before)}, chat ${row.chat_state}, attempts ${row.attempts}`,
      );
    }
  }

  function isReachable(row: LiveRow): boolean {
    const platform = parts.platforms.find((one) => one.name === row.channel && one.bot === row.bot);
    return platform !== undefined && isOpenFor(platform, GRACE);
  }

  /** What people have to know waits for another day when this one's messages are used up, but for the last, which is a reminder's or the digest's. */
  function isCapped({ person }: LiveRow, now: number): boolean {
    return person !== null && witness.countOn(person, wallDay(now)) >= plan.policy.dailyCap - 1;
  }

  const isHeldBack = (row: LiveRow): boolean => ['reminder', 'digest', 'nudge', 'alert'].includes(row.kind);

  function isTyping(row: LiveRow): boolean {
    const person = people.find((one) =>
      one.accounts.some(
        ({ platform, address }) => platform.name === row.channel && platform.bot === row.bot && address === row.address,
      ),
    );
    return person !== undefined && timeline.now() - person.typedAt < HOUR;
  }

  /** Counted as they come: the bot forgets old answers, and the address of a chat whose person left. */
  function countAnswers(): void {
    for (const row of machine.eye().answersFrom(lastAnswer)) {
      const isForgotten = row.address.startsWith('left:');
      const label = isForgotten ? labels.get(row.chat) : `${row.channel}/${row.bot}:${row.address}`;
      lastAnswer = row.id;
      if (label === undefined) continue;
      labels.set(row.chat, label);
      counted.push({ id: row.id, label });
      answers.set(label, (answers.get(label) ?? 0) + 1);
    }
  }

  /** The answers after a backup are gone with what they answered, and their numbers are given out again. */
  function uncountAnswers(): void {
    lastAnswer = Math.min(lastAnswer, machine.eye().lastRow());
    counted = counted.filter(({ id }) => id <= lastAnswer);
    answers = new Map();
    for (const { label } of counted) answers.set(label, (answers.get(label) ?? 0) + 1);
  }

  /** I9: what the platform was told is stored has its answer, one each. */
  function checkAnswers(now: number): void {
    if (machine.wellSince() === null || timeline.now() - (machine.wellSince() ?? 0) < HOUR) return;
    for (const { key, received_at } of machine.eye().waiting()) {
      if (now - received_at > HOUR)
        journal.breach(
          'I9 everything typed is answered',
          `update ${key} of ${inWords(received_at)} was never acted on`,
        );
    }
    countAnswers();
    for (const person of people) {
      const linked = linkedOf(person);
      for (const account of person.accounts) {
        const { platform, address } = account;
        const chat = `${platform.label}:${address}`;
        const { acknowledged, handed } = parts.updatesOf(chat);
        const n = answers.get(chat) ?? 0;
        // Who has left, or not come yet, is greeted once a day and met with silence after that; who floods, when it is too much.
        // Whoever linked a second app today wrote from it as a stranger before.
        const isNew = account !== person.accounts[0] && !linkedBefore.has(chat);
        if (linked.includes(account)) linkedBefore.add(chat);
        else linkedBefore.delete(chat);
        if (!linked.includes(account) || isNew || platform.floodedBy.has(address))
          unanswered.set(chat, Math.max(unanswered.get(chat) ?? 0, acknowledged - n));
        if (n + (unanswered.get(chat) ?? 0) < acknowledged && timeline.now() - person.typedAt > 60_000)
          journal.breach(
            platform.hadEnough() ? OTHERS_SUFFER : 'I9 everything typed is answered',
            `${chat}: ${acknowledged} updates, ${n} answers`,
          );
        if (n > handed) journal.breach('I9 nothing is answered twice', `${chat}: ${handed} updates, ${n} answers`);
      }
    }
  }

  function giveUpPending(): void {
    journal.count('reminders not judged', pending.size);
    pending.clear();
  }

  /** Answers are followed to their end and judged; what the bot says of its own accord is judged where it is owed (I1), and counted here. */
  function checkGivenUp(): void {
    given.look();
    for (const row of machine.eye().unsentFrom(lastUnsent)) {
      lastUnsent = Math.max(lastUnsent, row.id);
      journal.count(`given up: ${row.kind}, ${row.failure ?? 'expired'}`);
    }
  }

  /** I5, I6: every version says what its sender confirmed, and is stamped by the moment it was said. */
  function checkSubmissions(): void {
    const eye = machine.eye();
    // The number of a version that was taken back is given out again.
    for (const row of eye.submissionsFrom(lastSubmission - NUMBERS_AGAIN)) {
      if (seenReceipts.has(row.receipt)) continue;
      seenReceipts.add(row.receipt);
      lastSubmission = row.id;
      journal.count('submissions');
      checkStamp(row);
      versionsBy.set(row.person, (versionsBy.get(row.person) ?? 0) + 1);
    }
    for (const person of people) {
      const versions = idsOf(person).reduce((sum, id) => sum + (versionsBy.get(id) ?? 0), 0);
      const meant = parts.confirmedBy(person);
      if (versions > meant)
        journal.breach('I5 no report doubled', `${person.name} confirmed ${meant} reports, ${versions} are stored`);
    }
  }

  function checkStamp(row: SubmissionRow): void {
    const task = machine.eye().task(row.task);
    if (task === null) return;
    checkMoment(row, task);
    if (row.version !== 1) return;
    const cutOff = deadlines.cutOffAt(task, Number.POSITIVE_INFINITY);
    const right = row.received_at < cutOff ? 'on_time' : 'late';
    if (Math.abs(row.received_at - cutOff) <= 1) journal.count('received within a millisecond of the cut-off');
    journal.count(`received ${right === 'on_time' ? 'on time' : 'late'}`);
    if (task.timeliness !== right || task.first_valid_at !== row.received_at) {
      journal.breach(
        'I6 timeliness exactly as received',
        `task ${task.id}: received ${inWords(row.received_at)}, cut-off ${inWords(cutOff)}, stamped ${task.timeliness}`,
      );
    }
  }

  /** A paper report counts from when it came, by what was typed when it was keyed in. */
  function checkPaper(row: SubmissionRow): void {
    const line = machine.eye().keyedIn(row);
    const right = line === null ? null : parts.paper(line.document);
    journal.count('paper reports');
    if (row.received_at !== right || line?.received_at !== right)
      journal.breach(
        'I6 a paper report counts from when it came',
        `submission ${row.id} counts from ${inWords(row.received_at)}, keyed in was ${right === null ? 'nothing' : inWords(right)}`,
      );
  }

  /** Held against what the platforms stamped and when they handed it over, whatever the bot made of it. */
  function checkMoment(row: SubmissionRow, task: TaskRow): void {
    if (row.via === 'paper') return checkPaper(row);
    const receivedAt = machine.eye().submittedAt(row);
    const sender = people
      .flatMap((person) => person.accounts)
      .filter(
        ({ platform, address }) => machine.eye().chatOf(platform.name, platform.bot, address)?.person === row.person,
      );
    if (sender.length === 0) return;
    // A deadline that was moved since did not move what was heard.
    const cutOff = deadlines.cutOffAt(task, receivedAt ?? row.received_at);
    const right = sender.flatMap(({ platform, address }) =>
      momentsFor(
        { platform, handed: parts.handedIn(`${platform.label}:${address}`) },
        {
          task: row.task,
          cutOff,
          isFirst: row.version === 1,
          receivedAt: receivedAt ?? Number.NaN,
          wasDown: machine.bootedIn,
        },
      ),
    );
    if (receivedAt !== null && row.received_at < receivedAt) journal.count('said earlier than received');
    if (receivedAt !== null && row.received_at < cutOff && receivedAt >= cutOff)
      journal.count('said in time, received after the cut-off');
    if (!right.includes(row.received_at))
      journal.breach(
        'I6 the moment it was said',
        `submission ${row.id}, received ${receivedAt === null ? 'never' : inWords(receivedAt)}, counts from ${inWords(row.received_at)}; right are ${right.map(inWords)}`,
      );
  }

  /** I11: every round adds up, in the database and in what coordinators see. */
  function checkTotals(now: number, latest: number): void {
    const bot = machine.bot();
    for (const round of machine.eye().rounds().slice(-latest)) {
      if (round.halves > 0)
        journal.breach(
          'I5 no half report',
          `${round.halves} tasks of ${round.obligation} ${round.period} are submitted without a report, or the other way round`,
        );
      if (bot !== null) checkSums(bot, machine.eye(), round, now);
      const totals = bot === null ? null : (roundStatus(bot.desk, round.obligation, round.period, now)?.totals ?? null);
      if (totals === null) continue;
      const said = [totals.onTime, totals.late, totals.missing, totals.waived];
      const right = [round.on_time, round.late, round.n - round.on_time - round.late - round.waived, round.waived];
      if (said.join() !== right.join())
        journal.breach('I11 totals add up', `${round.obligation} ${round.period}: says ${said}, is ${right}`);
    }
  }

  return {
    /** Every evening. */
    daily(): void {
      const now = machine.now();
      for (const person of people)
        if (isCutOff(linkedOf(person))) person.unreachableAt = Math.max(person.unreachableAt, timeline.now());
      deadlines.look();
      checkSubmissions();
      checkTimeliness();
      books.look();
      checkGivenUp();
      if (machine.bot() === null) return;
      checkRounds(now);
      checkReminders(now);
      checkOutbox(now);
      checkAnswers(now);
    },
    /** Whenever the bound of a milestone is over. */
    punctual(): void {
      if (machine.bot() === null) return;
      deadlines.look();
      checkPunctual(machine.now());
    },
    judgeReminder,
    weekly(): void {
      checkTotals(machine.now(), 4);
    },
    /**
     * A backup of that moment was restored: versions after it are gone, and so is what was judged since. What was judged before stands: the
     * bot keeps to it, and why it was excused then (that day's messages were used up) cannot be seen any more.
     */
    restored(backedUpAt: number): void {
      deadlines.forget();
      books.restored();
      lastSubmission = 0;
      seenReceipts.clear();
      versionsBy.clear();
      lastUnsent = 0;
      given.restored();
      for (const [key, at] of settled) if (at > backedUpAt) settled.delete(key);
      giveUpPending();
      uncountAnswers();
    },
    /** The words a stored version has, as its preview showed them. */
    contentOf(row: SubmissionRow): string {
      const form = plan.forms[0];
      if (form === undefined) throw new Error('no form');
      return plain(sayContent(form, { nothingToReport: row.nothing_to_report === 1, values: JSON.parse(row.content) }));
    },
    /** The power was lost, and with it what was not synced. */
    powerLost(): void {
      given.powerLost();
    },
    finish(): void {
      const eye = machine.eye();
      if (eye.integrity() !== 'ok' || eye.foreignKeys() > 0)
        journal.breach('I14 the database is sound', eye.integrity());
      this.daily();
      checkTotals(machine.now(), Number.POSITIVE_INFINITY);
      giveUpPending();
      given.finish();
    },
  };
}

export type Audit = ReturnType<typeof createAudit>;
