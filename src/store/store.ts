import { createAssignments } from './assignments.ts';
import { createAttachments } from './attachments.ts';
import { createAudit } from './audit.ts';
import { makeBackup } from './backup.ts';
import { createBoardAccess } from './board-access.ts';
import { createChats } from './chats.ts';
import { createCompiledReports } from './compiled-reports.ts';
import { createContacts } from './contacts.ts';
import { createCounts } from './counts.ts';
import { createDataRequests } from './data-requests.ts';
import { type Db, openDatabase, type StoreFault, storeFaultOf } from './database.ts';
import { createDeafness } from './deafness.ts';
import { createDialogs } from './dialogs.ts';
import { createDownloadLinks } from './download-links.ts';
import { createErasure } from './erasure.ts';
import { createExtensions } from './extensions.ts';
import { createFacts } from './facts.ts';
import { createFigures } from './figures.ts';
import { createInbound } from './inbound.ts';
import { createInvitations } from './invitations.ts';
import { createKeptDrafts } from './kept-drafts.ts';
import { compileLate } from './late-statements.ts';
import { createMaterials } from './materials.ts';
import { createMeetings } from './meetings.ts';
import { createMerging } from './merging.ts';
import { createMilestones } from './milestones.ts';
import { createNotices } from './notices.ts';
import { createNudges } from './nudges.ts';
import { claimForProcess } from './one-bot.ts';
import { createOneOffs } from './one-offs.ts';
import { createOneTimeCodes } from './one-time-codes.ts';
import { createOutbox } from './outbox.ts';
import { createOwnReminders } from './own-reminders.ts';
import { createPeople } from './people.ts';
import { watchPlace } from './place.ts';
import { createPrintJobs } from './print-jobs.ts';
import { createPromises } from './promises.ts';
import { createQuestions } from './questions.ts';
import { createReceiptClaims } from './receipt-claims.ts';
import { createReminders } from './reminders.ts';
import { createReportLinks } from './report-links.ts';
import { type Rescue, rescueFrom } from './rescue.ts';
import { createRoomLines } from './room-lines.ts';
import { createRuleBooks } from './rule-books.ts';
import { createSpending } from './spending.ts';
import { createStandIns } from './stand-ins.ts';
import { createStoredFiles } from './stored-files.ts';
import { createSubmissions } from './submissions.ts';
import { createTaskDecisions } from './task-decisions.ts';
import { createTasks } from './tasks.ts';
import { createTemplateTrials } from './template-trials.ts';
import { createTemplates } from './templates.ts';
import { createTickets } from './tickets.ts';
import { createTraffic } from './traffic.ts';
import { createTransact, type TransactHooks } from './transact.ts';
import { createUndos } from './undos.ts';
import { createUnits } from './units.ts';
import { createUnreadable } from './unreadable.ts';

/** The statements of every noun. */
export function createNouns(db: Db) {
  const keptDrafts = createKeptDrafts(db);
  return {
    facts: createFacts(db),
    compiledReports: createCompiledReports(db),
    ruleBooks: createRuleBooks(db),
    units: createUnits(db),
    people: createPeople(db),
    dataRequests: createDataRequests(db),
    questions: createQuestions(db),
    chats: createChats(db),
    erasure: createErasure(db),
    invitations: createInvitations(db),
    inbound: createInbound(db),
    unreadable: createUnreadable(db),
    dialogs: createDialogs(db, keptDrafts),
    keptDrafts,
    tasks: createTasks(db),
    taskDecisions: createTaskDecisions(db),
    extensions: createExtensions(db),
    deafness: createDeafness(db),
    receiptClaims: createReceiptClaims(db),
    undos: createUndos(db),
    meetings: createMeetings(db),
    merging: createMerging(db),
    milestones: createMilestones(db),
    submissions: createSubmissions(db),
    figures: createFigures(db),
    storedFiles: createStoredFiles(db),
    attachments: createAttachments(db),
    downloadLinks: createDownloadLinks(db),
    oneOffs: createOneOffs(db),
    oneTimeCodes: createOneTimeCodes(db),
    outbox: createOutbox(db),
    printJobs: createPrintJobs(db),
    templates: createTemplates(db),
    templateTrials: createTemplateTrials(db),
    counts: createCounts(db),
    spending: createSpending(db),
    traffic: createTraffic(db),
    reminders: createReminders(db),
    standIns: createStandIns(db),
    promises: createPromises(db),
    ownReminders: createOwnReminders(db),
    contacts: createContacts(db),
    nudges: createNudges(db),
    reportLinks: createReportLinks(db),
    boardAccess: createBoardAccess(db),
    notices: createNotices(db),
    tickets: createTickets(db),
    materials: createMaterials(db),
    assignments: createAssignments(db),
    audit: createAudit(db),
    roomLines: createRoomLines(db),
  };
}

/** The whole database, one property a noun. */
export function openStore(path: string, { image, ...hooks }: TransactHooks & { image?: Buffer | undefined } = {}) {
  const db = compileLate(openDatabase(path, image));
  const placeFault = watchPlace(path);
  let isDamaged = false;
  const misplaced = (): StoreFault | null => placeFault() ?? (isDamaged ? 'file-damaged' : null);
  const onFailure = (error: unknown): void => {
    isDamaged ||= storeFaultOf(error) === 'not-a-database';
  };
  return {
    path,
    ...createNouns(db),
    ...createTransact(db, { path, misplaced, onFailure, ...hooks }),
    /** Why the database is not the one that is open any more, or cannot be read; null: it is well. Nothing is written then. */
    misplaced,
    /** Writes the process into the database as its one bot; see there. Returns what takes it out again. */
    claimForProcess: (): (() => void) => claimForProcess(db, path),
    /** Writes a consistent copy of the moment `at` while the bot goes on. */
    backup: (to: string, at: number): Promise<void> => makeBackup(db, to, at),
    /** Saves what can be saved once `misplaced` names a fault; the process has to end after it. */
    rescue: (fault: StoreFault, at: number): Promise<Rescue> => rescueFrom(db, path, fault, at),
    /**
     * Empties the log of changes into the database, whose erased bytes are overwritten: until then the log has them as they
     * were. False while somebody else reads; nothing waits for them.
     */
    settleLog: (): boolean => settleLog(db),
    close(): void {
      db.close();
    },
  };
}

function settleLog(db: Db): boolean {
  db.pragma('busy_timeout = 0');
  try {
    const [outcome] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return outcome?.busy === 0;
  } finally {
    db.pragma('busy_timeout = 5000');
  }
}

export type Store = ReturnType<typeof openStore>;
