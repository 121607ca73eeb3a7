import type { Day } from '../domain/calendar.ts';
import { addWorkingDays, dayOf } from '../domain/calendar.ts';
import type { Result } from '../domain/problem.ts';
import { no, ok } from '../domain/problem.ts';
import type { DataRequest } from '../store/data-requests.ts';
import { CONSENT_VERSION } from '../wording/consent.ts';
import type { OutgoingFile } from '../wording/message.ts';
import { OWN_DATA, sayCopy, sayRequestAnswered, sayRequestToCoordinators } from '../wording/own-data.ts';
import { sayReport } from '../wording/period.ts';
import { sayOwnReminders } from '../wording/remind.ts';
import { plain, type RichText } from '../wording/rich-text.ts';
import { sayStandInKept } from '../wording/stand-in.ts';
import type { Act, Desk } from './desk.ts';
import { may, nameOf } from './desk.ts';
import { spoken } from './stand-in.ts';
import { viewTask } from './task-view.ts';
import { tellCoordinators, tellPerson } from './tell.ts';

const DUE_WORKING_DAYS = 2;
/** More than anybody raises while they are kept. */
const MOST_TICKETS = 1000;
const SHOW_AGAIN_MS = 7 * 24 * 3600_000;

/** Asks something about one's own data: the coordinators hear of it, with the day by which it has to be answered. */
export function askAboutData(desk: Desk, { person, at }: Act, text: string): { id: number; dueOn: Day } {
  const { store } = desk;
  return store.transact(() => {
    const dueOn = addWorkingDays(desk.rules().calendar, dayOf(at, desk.zone), DUE_WORKING_DAYS);
    const id = store.dataRequests.add(person, text, at, dueOn);
    store.audit.add(at, person, 'ask-about-data', `request:${id}`, { dueOn });
    const name = nameOf(desk, person);
    tellCoordinators(desk, { text: sayRequestToCoordinators({ id, name, text, dueOn }) }, at);
    return { id, dueOn };
  });
}

/** Answers such a request: once, by whoever may see units and people. */
export function answerRequest(desk: Desk, { person, at }: Act, id: number, text: string): Result<DataRequest> {
  const { store } = desk;
  if (!may(desk, person, 'view-units')) return no({ problem: 'not-allowed' });
  return store.transact(() => {
    const request = store.dataRequests.open().find((one) => one.id === id);
    if (request === undefined || !store.dataRequests.answer(id, person, at)) return no({ problem: 'no-such-request' });
    store.audit.add(at, person, 'answer-request', `request:${id}`);
    tellPerson(desk, request.person, { text: sayRequestAnswered(text) }, at);
    return ok(request);
  });
}

/** All that is kept about the person: as a text, and as a file of the same words that is stored in the caller's transaction. */
export function copyOwnData(desk: Desk, person: number): { text: RichText; file: OutgoingFile } | null {
  const { store, zone } = desk;
  const known = store.people.find(person);
  if (known === null) return null;
  const text = sayCopy({
    person: known,
    roles: store.people.history(person).map(({ unit, ...role }) => ({
      ...role,
      unit: unit === null ? null : (store.units.find(unit, dayOf(role.since, zone))?.name ?? unit),
    })),
    chats: store.chats.ofPerson(person).map((chat) => ({ app: desk.titleOf(chat.channel), address: chat.address })),
    reports: store.submissions.ofPerson(person).flatMap((sent) => {
      const task = store.tasks.find(sent.task);
      if (task === null) return [];
      const { obligation, period, unit } = viewTask(desk, task);
      return [{ ...sent, title: `${sayReport(obligation, period)}, ${unit.name}` }];
    }),
    requests: store.dataRequests.open().filter((request) => request.person === person),
    tickets: store.tickets.ofAsker(person, MOST_TICKETS).flatMap(({ id }) =>
      store.tickets
        .lines(id)
        .filter((line) => line.person === person)
        .map(({ at, text }) => ({ id, at, text })),
    ),
    reminders: sayOwnReminders(store.ownReminders.hourOf(person), store.ownReminders.openOf(person).length),
    standIns: store.standIns.ofPerson(person).map((one) => sayStandInKept(spoken(desk, one, one.proposedAt))),
    zone,
  });
  const bytes = Buffer.from(plain(text), 'utf8');
  const id = store.storedFiles.keep(bytes);
  return { text, file: { id, name: OWN_DATA.fileName, mediaType: 'text/plain', size: bytes.length } };
}

/** Agrees to the words as they are now. */
export function renewConsent({ store }: Desk, { person, at }: Act): void {
  store.transact(() => {
    store.people.agree(person, CONSENT_VERSION, at);
    store.audit.add(at, person, 'consent', `person:${person}`, { version: CONSENT_VERSION });
  });
}

/** Whether to tell the person now that the words have changed since they agreed: at most once a week; it counts as told. */
export function noteConsentChanged({ store }: Desk, { person, at }: Act): boolean {
  const known = store.people.find(person);
  if (known === null || known.withdrawnAt !== null || known.consentVersion === CONSENT_VERSION) return false;
  if (known.consentShownAt !== null && at - known.consentShownAt < SHOW_AGAIN_MS) return false;
  store.people.noteConsentShown(person, at);
  return true;
}
