import {
  type EnterState,
  endSessions,
  enterBoard,
  findBoardSession,
  findView,
  lookAtEntry,
} from '../actions/board-access.ts';
import { checkLandedFile } from '../actions/check-file.ts';
import type { Desk } from '../actions/desk.ts';
import { deedNamed, fileDeedNamed } from '../board/deeds.ts';
import { exportFile, exportOrderAt } from '../board/export-files.ts';
import { boardFileAt } from '../board/files.ts';
import { boardPageAt, boardViewAt } from '../board/pages.ts';
import { boardSessions } from '../board/sessions-page.ts';
import type { Clock } from '../clock.ts';
import { keepPictures } from '../reports/keep-pictures.ts';
import type { Made, PrintTask } from '../reports/print-file.ts';
import { printInWorker } from '../reports/print-in-worker.ts';
import { DRILLED_AT } from '../scheduler/jobs/drill-replica.ts';
import { copyMoments } from '../store/backup.ts';
import type { LandingPlace } from '../store/landing.ts';
import type { BoardDone } from '../web/pages/board-page.ts';
import type { BoardParts, SignedIn } from '../web/routes/board.ts';
import type { BoardAnswer } from '../wording/board-page.ts';
import { BOARD_WORDS, sayEntry, sayViewHead } from '../wording/board-site.ts';
import { sayHour } from '../wording/when.ts';

/** More at once would only share the line, and each one's bytes are in memory once, when they are taken. */
const FILES_AT_ONCE = 2;

export interface BoardOptions {
  /** How far the replica is behind; null: there is none. */
  lagMs: (() => number) | null;
  /** Where files lie while they come in. */
  landing: LandingPlace;
  /** The Word template in force, whoever made it. */
  template(): Uint8Array | null;
  /** Something may be waiting to be made, or to be sent. */
  onDone(): void;
}

/** What the board stands on: who may see it, its pages as words, and what is done there. */
export function createBoard(desk: Desk, clock: Clock, { lagMs, landing, template, onDone }: BoardOptions): BoardParts {
  const { zone, store } = desk;
  // A sentence to be said once, on the next page; nothing is lost with it.
  const dones = new Map<number, BoardDone>();
  let receiving = 0;
  // One after the other: each is a thread with as much memory as the largest round takes.
  let printing: Promise<unknown> = Promise.resolve();
  // Whoever waits for a file goes away with the process.
  const never = new AbortController().signal;
  const make = keepPictures((task) => printInWorker(task, clock, never));
  const print = (task: PrintTask): Promise<Made> => {
    const made = printing.then(() => make(task));
    printing = made.catch(() => null);
    return made;
  };
  const settle = (session: SignedIn, answer: BoardAnswer): BoardAnswer => {
    if ('to' in answer) dones.set(session.id, answer);
    onDone();
    return answer;
  };
  const copies = () => ({
    ...copyMoments(store.facts),
    lagMs: lagMs?.() ?? null,
    drilledAt: Number(store.facts.get(DRILLED_AT) ?? 0) || null,
  });
  const sayState = (entry: EnterState): string =>
    entry.state === 'open' ? sayEntry(entry.until, zone) : BOARD_WORDS[entry.state];
  return {
    isSecure: desk.publicUrl?.startsWith('https:') ?? false,
    entry: {
      look(token) {
        const entry = lookAtEntry(desk, token, clock.now());
        return { said: sayState(entry), isOpen: entry.state === 'open' };
      },
      use(token) {
        const entered = enterBoard(desk, token, clock.now());
        return 'cookie' in entered ? entered : { said: sayState(entered) };
      },
    },
    session: (cookie) => findBoardSession(desk, cookie, clock.now()),
    end: ({ person }, id) => void endSessions(desk, { person, at: clock.now() }, [id]),
    page(session, path, query) {
      const act = { person: session.person, at: clock.now() };
      if (path.length === 1 && path[0] === 'sessions') return boardSessions(desk, session, act.at);
      return boardPageAt(desk, act, { path, query }, copies());
    },
    act(session, name, posted) {
      const deed = deedNamed(name);
      if (deed === null) return null;
      return settle(session, deed(desk, { person: session.person, at: clock.now() }, posted));
    },
    receive(session) {
      if (receiving >= FILES_AT_ONCE) return null;
      // First: a disk that takes no file takes no place from the next one.
      const coming = landing.open();
      receiving += 1;
      let isHeld = true;
      return {
        write: coming.write,
        async finish(posted, name) {
          const deed = fileDeedNamed(posted.act?.[0] ?? '');
          if (deed === null) return null;
          const file = name === null ? null : await checkLandedFile(name, coming.land());
          const act = { person: session.person, at: clock.now() };
          return settle(session, deed(desk, act, posted, file));
        },
        release() {
          if (isHeld) receiving -= 1;
          isHeld = false;
          coming.remove();
        },
      };
    },
    file(session, kind, id) {
      const order = exportOrderAt(kind, id);
      if (order === null) return boardFileAt(desk, kind, id, template);
      return exportFile(desk, { person: session.person, at: clock.now() }, order, { template, print });
    },
    takeDone({ id }) {
      const done = dones.get(id) ?? null;
      dones.delete(id);
      return done;
    },
    view(token, path, query) {
      const now = clock.now();
      const view = findView(desk, token, now);
      if (view === null) return null;
      return { said: sayViewHead(view.until, zone), page: boardViewAt(desk, { path, query }, now) };
    },
    revision: () => `${store.audit.head()}-${store.templateTrials.state()}`,
    time: () => sayHour(clock.now(), zone),
  };
}
