CREATE TABLE assignment (
  -- A report, or a part of it, that somebody of a unit handed to a colleague with a date of its own.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task (id),
  person INTEGER NOT NULL REFERENCES person (id),
  given_by INTEGER NOT NULL REFERENCES person (id),
  -- What is wanted, in the giver's words; empty: the whole report.
  part TEXT NOT NULL,
  due_on TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  -- When the one reminder is due; null: it went, or the date was too near for one.
  remind_at INTEGER,
  -- taken_back by the unit; cleared: the report came in, or nobody owes it any more.
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'taken_back', 'cleared')),
  changed_at INTEGER NOT NULL,
  -- What was sent back: a draft for the report until that is sent.
  answer TEXT NOT NULL DEFAULT '',
  -- Its files: ids of attachments, as a JSON list.
  files TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE TABLE attachment (
  -- A file a unit sent. Without a submission: not yet confirmed.
  id INTEGER PRIMARY KEY,
  inbound INTEGER REFERENCES inbound (id) ON DELETE SET NULL,
  chat INTEGER NOT NULL REFERENCES chat (id),
  submission INTEGER REFERENCES submission (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  file INTEGER NOT NULL REFERENCES stored_file (id)
) STRICT;

CREATE TABLE audit (
  -- Who did what, when. Never message texts.
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  person INTEGER REFERENCES person (id),
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
, hash TEXT) STRICT;

CREATE TABLE board_link (
  -- An address that leads to the board: "enter" lets one coordinator in, once; "view" shows the rounds, without people, to whoever has it.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('enter', 'view')),
  person INTEGER NOT NULL REFERENCES person (id),
  chat INTEGER NOT NULL REFERENCES chat (id),
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- When it was used, replaced by a newer one, or taken back.
  ended_at INTEGER
) STRICT;

CREATE TABLE board_session (
  -- A browser in which a coordinator is signed in to the board, known by the hash of its cookie. Ends in time, by hand, or with the chat that asked for it.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person (id),
  chat INTEGER NOT NULL REFERENCES chat (id),
  begun_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

CREATE TABLE chat (
  -- One conversation on one bot of one platform, linked to a person once they joined.
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  bot TEXT NOT NULL,
  address TEXT NOT NULL,
  kind TEXT NOT NULL,
  person INTEGER REFERENCES person (id),
  unit TEXT REFERENCES unit (code),
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'blocked', 'gone')),
  state_at INTEGER NOT NULL,
  wrong_codes INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER,
  -- The choices last shown, so that "2" means what the person saw.
  menu TEXT, menu_at INTEGER, left_at INTEGER, greeted_on TEXT, refused_on TEXT, refusals INTEGER NOT NULL DEFAULT 0, linked_at INTEGER,
  UNIQUE (channel, bot, address)
) STRICT;

CREATE TABLE chat_traffic (
  -- How much a chat wrote and was answered, this hour and this day. Counts and nothing else, forgotten after the day: limits and the alert about floods stand on them.
  chat INTEGER PRIMARY KEY REFERENCES chat (id) ON DELETE CASCADE,
  -- Whole hours since 1970.
  hour INTEGER NOT NULL,
  -- In the plan's zone.
  day TEXT NOT NULL,
  -- Updates on that day.
  written INTEGER NOT NULL,
  answered_in_hour INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  -- The limit the chat was told of last, so that it is told once.
  told TEXT,
  -- The day on which the coordinators heard of this chat.
  alerted_on TEXT
) STRICT;

CREATE TABLE compiled_receipt (
  -- Somebody recorded that the compiled report of a round was handed on. The newest one that was not taken back stands.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  obligation TEXT NOT NULL,
  period TEXT NOT NULL,
  -- Number and symbol of the document: "215/BC-SKHCN".
  document TEXT NOT NULL,
  sent_on TEXT NOT NULL,
  receipt TEXT NOT NULL UNIQUE,
  recorded_by INTEGER NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL,
  taken_back_at INTEGER
) STRICT;

CREATE TABLE compiled_reminder (
  -- A coordinator was reminded of the compiled report of a round: once for each milestone of each deadline.
  obligation TEXT NOT NULL,
  period TEXT NOT NULL,
  last_good_day TEXT NOT NULL,
  milestone TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id),
  decided_at INTEGER NOT NULL,
  PRIMARY KEY (obligation, period, last_good_day, milestone, person)
) STRICT;

CREATE TABLE contact (
  -- A coordinator tried to reach a unit without the bot, about one report.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task (id),
  by INTEGER NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'no-answer')),
  promise INTEGER REFERENCES promise (id)
) STRICT;

CREATE TABLE data_request (
  -- What somebody asks about their own data. Due two working days later (Decree 356/2025/NĐ-CP); goes with the person.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id),
  text TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  due_on TEXT NOT NULL,
  answered_at INTEGER,
  answered_by INTEGER REFERENCES person (id)
) STRICT;

CREATE TABLE deaf_interval (
  -- A stretch in which one bot heard nobody: its process was not running, or the platform could not be reached or refused.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  bot TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('down', 'dark')),
  from_at INTEGER NOT NULL,
  -- Null: it still hears nobody.
  to_at INTEGER
) STRICT;

CREATE TABLE deaf_offer (
  -- Coordinators were asked whether the units that could not reach the bot before that cut-off get more time. Once for each.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  obligation TEXT NOT NULL,
  period TEXT NOT NULL,
  cut_off_at INTEGER NOT NULL,
  -- What the extension's reason says.
  evidence TEXT NOT NULL,
  -- The tasks, each with its schedule version when it was asked about: JSON.
  seen TEXT NOT NULL,
  -- The new last good day that is offered.
  until_on TEXT NOT NULL,
  offered_at INTEGER NOT NULL,
  -- When one of them extended, or there was nobody to extend for.
  done_at INTEGER,
  UNIQUE (obligation, period, cut_off_at)
) STRICT;

CREATE TABLE dialog (
  -- What a chat is in the middle of; survives a restart.
  chat INTEGER PRIMARY KEY REFERENCES chat (id),
  kind TEXT NOT NULL,
  revision INTEGER NOT NULL,
  content TEXT NOT NULL,
  updated_at INTEGER NOT NULL
, aside_kind TEXT, aside_content TEXT, aside_at INTEGER, puzzled INTEGER NOT NULL DEFAULT 0, orders_left TEXT, orders_at INTEGER) STRICT;

CREATE TABLE download_link (
  -- An address where a stored file is fetched: "page" by a person, once; "picture" by a platform, any number of times.
  token_hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('page', 'picture')),
  file INTEGER NOT NULL REFERENCES stored_file (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  -- The message that names it, where it goes, and at which of its tries: an address of a try that was never made is of no use.
  outbox INTEGER NOT NULL REFERENCES outbox (id),
  chat INTEGER NOT NULL REFERENCES chat (id),
  attempt INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- When the button of the page was first pressed.
  taken_at INTEGER
) STRICT;

CREATE TABLE extension (
  -- A later deadline of one task: until when, why, and who granted it. The newest one that was not taken back is in force.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task (id),
  last_good_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  granted_by INTEGER NOT NULL REFERENCES person (id),
  granted_at INTEGER NOT NULL,
  taken_back_at INTEGER
) STRICT;

CREATE TABLE fact (
  -- Single facts about this database: when the regime was taken over, where the rehearsal clock stands.
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE inbound (
  -- Every update a platform handed over, once; the payload is dropped when it has been acted on.
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  bot TEXT NOT NULL,
  key TEXT NOT NULL,
  chat INTEGER NOT NULL REFERENCES chat (id),
  payload TEXT,
  received_at INTEGER NOT NULL,
  settled_at INTEGER,
  outcome TEXT CHECK (outcome IN ('done', 'failed')),
  UNIQUE (channel, bot, key)
) STRICT;

CREATE TABLE invitation (
  -- A code that lets somebody join in a role; only its hash is kept.
  id INTEGER PRIMARY KEY,
  code_hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  unit TEXT REFERENCES unit (code),
  uses_left INTEGER NOT NULL CHECK (uses_left >= 0),
  expires_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by INTEGER REFERENCES person (id)
, revoked_at INTEGER, replaces INTEGER REFERENCES person (id)) STRICT;

CREATE TABLE invited_substitute (
  -- An invitation for somebody who is to stand in for a liaison on these days, as soon as they have joined by it.
  invitation INTEGER PRIMARY KEY REFERENCES invitation (id),
  absent INTEGER NOT NULL REFERENCES person (id),
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL
) STRICT;

CREATE TABLE kept_draft (
  -- A half typed report that was put away for another one, beside the one that was put away last: one for each report of a chat.
  chat INTEGER NOT NULL REFERENCES chat (id),
  task INTEGER NOT NULL REFERENCES task (id),
  -- As the dialog keeps it, JSON.
  content TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (chat, task)
) STRICT, WITHOUT ROWID;

CREATE TABLE link_code (
  -- Lets a person add another app: typed there, it leads to the same person. Only its hash is kept.
  code_hash TEXT PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  expires_at INTEGER NOT NULL
, chat INTEGER REFERENCES chat (id)) STRICT;

CREATE TABLE material (
  -- An outline, a document or a link that coordinators hand out; kept with what replaced it, so that a link to it says so.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  topic TEXT NOT NULL,
  title TEXT NOT NULL,
  -- A link or a text, or the words beside a file.
  body TEXT NOT NULL,
  file INTEGER REFERENCES stored_file (id),
  file_name TEXT,
  media_type TEXT,
  added_by INTEGER NOT NULL REFERENCES person (id),
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  replaced_by INTEGER REFERENCES material (id)
) STRICT;

CREATE TABLE meeting (
  -- One code for a room full of people: who uses it waits until a coordinator confirms them. The code is forgotten when its time is over.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE,
  opened_at INTEGER NOT NULL,
  -- Null: the operator, in the shell.
  opened_by INTEGER REFERENCES person (id),
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE meeting_guest (
  -- Somebody who came in by a meeting's code and agreed. They hold no role until they are confirmed; whoever is struck out is deleted.
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  person INTEGER NOT NULL REFERENCES person (id),
  -- Coordinators name them by it while they wait.
  number INTEGER NOT NULL,
  -- Null until they have chosen.
  unit TEXT REFERENCES unit (code),
  chosen_at INTEGER,
  confirmed_at INTEGER,
  PRIMARY KEY (meeting, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
  -- A role a person holds in a unit, or in the province (unit null).
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  role TEXT NOT NULL,
  unit TEXT REFERENCES unit (code),
  since INTEGER NOT NULL,
  until INTEGER
) STRICT;

CREATE TABLE milestone (
  -- A planned moment to remind about a task. Edited schedules raise the version; older ones are void.
  task INTEGER NOT NULL REFERENCES task (id),
  schedule_version INTEGER NOT NULL,
  key TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  useful_until INTEGER,
  state TEXT NOT NULL DEFAULT 'planned'
    CHECK (state IN ('planned', 'fired', 'superseded', 'expired', 'cleared', 'void', 'unreached')),
  settled_at INTEGER,
  PRIMARY KEY (task, schedule_version, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  -- A coordinator's broadcast.
  id INTEGER PRIMARY KEY,
  author INTEGER NOT NULL REFERENCES person (id),
  audience TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL
, file INTEGER REFERENCES stored_file (id), file_name TEXT, media_type TEXT, send_at INTEGER, sent_at INTEGER, wants_receipt INTEGER NOT NULL DEFAULT 0, stopped_at INTEGER, summed_up_at INTEGER) STRICT;

CREATE TABLE notice_receipt (
  -- Somebody said that they have a notice.
  notice INTEGER NOT NULL REFERENCES notice (id),
  person INTEGER NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (notice, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE nudge (
  -- A coordinator chased who was missing in a round: in whose name, and in which words, the reminders are that it caused.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  obligation TEXT NOT NULL,
  period TEXT NOT NULL,
  by INTEGER NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  -- What the coordinator added; empty: nothing, or it was forgotten.
  words TEXT NOT NULL,
  -- 1: sent outside the sending hours too, as was chosen.
  at_once INTEGER NOT NULL CHECK (at_once IN (0, 1))
) STRICT;

CREATE TABLE one_off (
  -- A report asked for once, by a coordinator in chat ("báo cáo đột xuất"). Its obligation's code is dx_ and this id, never used again.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  form TEXT NOT NULL,
  -- Kinds of unit that owe it, as a JSON list; units: only these codes of them, or null for all.
  addressees TEXT NOT NULL,
  units TEXT,
  asked_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  word TEXT NOT NULL CHECK (word IN ('before', 'by')),
  asked_at INTEGER NOT NULL,
  asked_by INTEGER NOT NULL REFERENCES person (id),
  withdrawn_at INTEGER,
  reason TEXT
) STRICT;

CREATE TABLE outbox (
  -- Everything the bot decided to say, written with the decision. Content null: composed when it is sent.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat INTEGER NOT NULL REFERENCES chat (id),
  person INTEGER REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('answer', 'reminder', 'digest', 'nudge', 'notice', 'alert')),
  priority INTEGER NOT NULL,
  content TEXT,
  notice INTEGER REFERENCES notice (id),
  repeat_if_unknown INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  -- Bot time after which it is of no use any more.
  expires_at INTEGER,
  -- Wire time before which it is not tried.
  not_before INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN
    ('queued', 'sending', 'accepted', 'failed', 'unknown', 'cleared', 'superseded', 'capped', 'expired')),
  attempts INTEGER NOT NULL DEFAULT 0,
  sent_parts INTEGER NOT NULL DEFAULT 0,
  -- 1 once it went on to another of the person's apps because the first one stayed dark.
  moved INTEGER NOT NULL DEFAULT 0,
  -- 1 when an earlier try may have arrived: the text says so.
  repeated INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  settled_at INTEGER,
  -- Day a proactive message counts for, under the daily cap.
  day TEXT,
  cost INTEGER NOT NULL DEFAULT 0,
  message_ids TEXT
, resent INTEGER NOT NULL DEFAULT 0, file INTEGER REFERENCES stored_file (id), as_words INTEGER NOT NULL DEFAULT 0, lane TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE own_hour (
  -- The hour of the day at which somebody wants their ordinary reminders; without a row it is the plan's.
  person INTEGER PRIMARY KEY REFERENCES person (id),
  at TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  -- Somebody who agreed to be known to the bot; name and consent, nothing else.
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  consent_version TEXT NOT NULL,
  consent_at INTEGER NOT NULL,
  withdrawn_at INTEGER,
  -- The app they chose to be written to first.
  preferred_channel TEXT
, merged_into INTEGER REFERENCES person (id), consent_shown_at INTEGER) STRICT;

CREATE TABLE print_job (
  -- A file that was asked for and is still to be made; the row goes in the transaction that sends it, or says why it cannot be made.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat INTEGER NOT NULL REFERENCES chat (id),
  person INTEGER NOT NULL REFERENCES person (id),
  -- What, as JSON: see src/domain/print-order.ts.
  content TEXT NOT NULL,
  ordered_at INTEGER NOT NULL,
  -- How often it was begun: a file on which the process dies again and again is given up.
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE promise (
  -- Until when somebody said a report would come. Until then nobody is chased for it; the newest of a task counts.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task INTEGER NOT NULL REFERENCES task (id),
  -- Who said it in chat; null: somebody on the phone.
  person INTEGER REFERENCES person (id),
  -- The coordinator who noted what was said on the phone.
  noted_by INTEGER REFERENCES person (id),
  said_at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  -- When its time was up and that was dealt with: the one line after it was said, or nothing was owed any more.
  followed_at INTEGER
) STRICT;

CREATE TABLE question (
  -- Something people are asked in a message of its own and that is decided once, by whoever answers first: linking an app, a second liaison, standing in.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('link', 'second-liaison', 'stand-in')),
  -- Whom it is about: the owner of the code, the newcomer, the substitute.
  person INTEGER NOT NULL REFERENCES person (id),
  unit TEXT REFERENCES unit (code),
  -- Of a link: the hash of the code, the chat that made it, the chat that asks, as whom, under which name (blank once decided).
  code_hash TEXT,
  asked_in INTEGER REFERENCES chat (id),
  asker INTEGER REFERENCES chat (id),
  asker_person INTEGER REFERENCES person (id),
  asker_name TEXT NOT NULL DEFAULT '',
  asked_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by INTEGER REFERENCES person (id),
  answer TEXT
) STRICT;

CREATE TABLE receipt_claim (
  -- A receipt that a restored database does not know and that its seal proves genuine: a coordinator takes it in. Once a receipt.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  receipt TEXT NOT NULL UNIQUE,
  task INTEGER NOT NULL REFERENCES task (id),
  version INTEGER NOT NULL,
  -- The moment and the standing that the seal vouches for.
  received_at INTEGER NOT NULL,
  timeliness TEXT NOT NULL CHECK (timeliness IN ('on_time', 'late')),
  -- The figures that it vouches for too, as JSON; null: they were not in what was pasted.
  report TEXT,
  claimed_by INTEGER NOT NULL REFERENCES person (id),
  claimed_at INTEGER NOT NULL,
  -- Who took it in, and when.
  taken_by INTEGER REFERENCES person (id),
  taken_at INTEGER
) STRICT;

CREATE TABLE reminder (
  -- One milestone, one person: the decision to remind, and the outbox row that carries it.
  id INTEGER PRIMARY KEY,
  task INTEGER NOT NULL REFERENCES task (id),
  milestone TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id),
  schedule_version INTEGER NOT NULL,
  -- Why this person: their unit's report is due, or they watch the round.
  role TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  outbox INTEGER NOT NULL REFERENCES outbox (id),
  UNIQUE (task, milestone, person, schedule_version)
) STRICT;

CREATE TABLE report_link (
  -- The page where one person fills in one report: shares the half typed report of a chat, and ends with the report or in time.
  token_hash TEXT PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  chat INTEGER NOT NULL REFERENCES chat (id),
  task INTEGER NOT NULL REFERENCES task (id),
  expires_at INTEGER NOT NULL,
  -- When the person handed in that report, by this page or otherwise.
  used_at INTEGER,
  -- The reminder that carries it, and at which of its tries: a page of a try that was never made is of no use.
  outbox INTEGER REFERENCES outbox (id),
  attempt INTEGER
) STRICT;

CREATE TABLE room_line (
  -- The rehearsal room's conversations, so that they are still there after a restart.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat TEXT NOT NULL,
  sender TEXT NOT NULL CHECK (sender IN ('bot', 'person')),
  at INTEGER NOT NULL,
  content TEXT NOT NULL
, file INTEGER REFERENCES stored_file (id)) STRICT;

CREATE TABLE round (
  -- One obligation in one period: which plan version its tasks were opened for.
  obligation TEXT NOT NULL,
  period TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  plan_revision TEXT NOT NULL,
  PRIMARY KEY (obligation, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_book (
  -- Every version of obligations, forms, reminder policy and calendar that was in force; the newest is.
  id INTEGER PRIMARY KEY,
  applied_at INTEGER NOT NULL,
  digest TEXT NOT NULL,
  content TEXT NOT NULL
, format INTEGER NOT NULL DEFAULT 1) STRICT;

CREATE TABLE snooze (
  -- Somebody asked to be reminded of one report again at that moment.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id),
  task INTEGER NOT NULL REFERENCES task (id),
  asked_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  -- When it was dealt with: reminded, called off, replaced by a later wish, or nothing was owed any more.
  done_at INTEGER
) STRICT;

CREATE TABLE spending (
  -- Messages a bot has sent in a calendar month, for platforms with a monthly allowance.
  channel TEXT NOT NULL,
  bot TEXT NOT NULL,
  month TEXT NOT NULL,
  messages INTEGER NOT NULL,
  PRIMARY KEY (channel, bot, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE stand_in (
  -- Somebody takes a colleague's place as the unit's liaison for a stretch of days. Until they agreed nothing changes.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  unit TEXT NOT NULL REFERENCES unit (code),
  absent INTEGER NOT NULL REFERENCES person (id),
  substitute INTEGER NOT NULL REFERENCES person (id),
  -- The first and the last day.
  from_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  proposed_by INTEGER NOT NULL REFERENCES person (id),
  proposed_at INTEGER NOT NULL,
  -- running: the substitute gets the reminders; ended: its last day is over, or somebody ended it.
  state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'agreed', 'running', 'declined', 'ended')),
  changed_at INTEGER NOT NULL,
  -- 1: the role by which the substitute reports was given for this, and ends with it.
  granted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE stored_file (
  -- Bytes that came in or go out, equal ones once; in the database so that one backup holds everything. Dropped when nothing names them.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE submission (
  -- One version of what a unit sent for a task; versions are added, never changed.
  id INTEGER PRIMARY KEY,
  task INTEGER NOT NULL REFERENCES task (id),
  version INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person (id),
  via TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  nothing_to_report INTEGER NOT NULL,
  content TEXT NOT NULL,
  receipt TEXT NOT NULL UNIQUE,
  UNIQUE (task, version)
) STRICT;

CREATE TABLE task (
  -- One unit, one obligation, one period, with the deadline it is judged by.
  id INTEGER PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES unit (code),
  obligation TEXT NOT NULL,
  period TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  word TEXT NOT NULL,
  legal_day TEXT NOT NULL,
  named_day TEXT NOT NULL,
  last_good_day TEXT NOT NULL,
  cut_off_at INTEGER NOT NULL,
  extended INTEGER NOT NULL DEFAULT 0,
  schedule_version INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'submitted', 'accepted', 'returned', 'waived')),
  -- Stamped by the first valid submission, never changed after.
  timeliness TEXT CHECK (timeliness IN ('on_time', 'late')),
  first_valid_at INTEGER,
  state_reason TEXT, state_by INTEGER REFERENCES person (id), state_at INTEGER, objected TEXT,
  UNIQUE (unit, obligation, period)
) STRICT;

CREATE TABLE template (
  -- A Word template of the compiled report that a coordinator sent and that was found sound. None is lost: one can be taken back.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file INTEGER NOT NULL REFERENCES stored_file (id),
  name TEXT NOT NULL,
  offered_by INTEGER NOT NULL REFERENCES person (id),
  offered_at INTEGER NOT NULL,
  -- Null: only tried out so far. The one taken last and not taken back is in force; without one the plan folder's is.
  taken_at INTEGER,
  taken_by INTEGER REFERENCES person (id),
  ended_at INTEGER,
  ended_by INTEGER REFERENCES person (id)
) STRICT;

CREATE TABLE template_trial (
  -- A Word template that was sent at the board to be tried out, and what became of it; forgotten as files nobody used are.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file INTEGER NOT NULL REFERENCES stored_file (id),
  name TEXT NOT NULL,
  tried_by INTEGER NOT NULL REFERENCES person (id),
  tried_at INTEGER NOT NULL,
  -- Null: it is still being filled in.
  settled_at INTEGER,
  -- It was found sound: what may be taken, the draft it was filled in to, and a picture of its first pages where one could be made.
  template INTEGER REFERENCES template (id) ON DELETE SET NULL,
  draft INTEGER REFERENCES stored_file (id),
  picture INTEGER REFERENCES stored_file (id),
  -- Why it was not: a text as people read it, JSON.
  problem TEXT
) STRICT;

CREATE TABLE ticket (
  -- A difficulty somebody raised, in words of their own or in a report; its number is what people call it by.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  asker INTEGER NOT NULL REFERENCES person (id),
  -- The unit it is raised for; null: the province's own people.
  unit TEXT REFERENCES unit (code),
  -- The report it stands in; null: typed for itself.
  task INTEGER REFERENCES task (id),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'closed')),
  -- The coordinator who takes care of it.
  owner INTEGER REFERENCES person (id),
  opened_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- When the coordinators were told of what was asked last; null: not yet.
  told_at INTEGER
) STRICT;

CREATE TABLE ticket_line (
  -- What was said about a difficulty, in order: by who raised it, or by a coordinator.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket INTEGER NOT NULL REFERENCES ticket (id),
  person INTEGER NOT NULL REFERENCES person (id),
  side TEXT NOT NULL CHECK (side IN ('asker', 'desk')),
  at INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE undo (
  -- What somebody did and may take back for a while. Content: what taking it back needs, by kind; never words of others.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  until INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;

CREATE TABLE unit (
  -- Bodies that owe reports or compile them. A code is never reused.
  code TEXT PRIMARY KEY
) STRICT;

CREATE TABLE unit_term (
  -- A unit as it stands during one span of time; renames and mergers add rows, none is deleted.
  unit TEXT NOT NULL REFERENCES unit (code),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  compiles INTEGER NOT NULL,
  successors TEXT NOT NULL,
  source TEXT NOT NULL,
  assumption TEXT NOT NULL,
  PRIMARY KEY (unit, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE unread (
  -- What a platform handed over and the bot could not read, as it came: a later version may. Forgotten after a month.
  id INTEGER PRIMARY KEY,
  channel TEXT NOT NULL,
  bot TEXT NOT NULL,
  body TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  UNIQUE (channel, bot, body)
) STRICT;

CREATE TABLE upload_link (
  -- A one-time page for a file that a chat app cannot send, bound to the chat that asked for it.
  token_hash TEXT PRIMARY KEY,
  chat INTEGER NOT NULL REFERENCES chat (id),
  expires_at INTEGER NOT NULL,
  used_at INTEGER
, person INTEGER REFERENCES person (id), task INTEGER REFERENCES task (id)) STRICT;

CREATE INDEX assignment_by_giver ON assignment (given_by);

CREATE INDEX assignment_by_person ON assignment (person);

CREATE INDEX assignment_by_task ON assignment (task);

CREATE UNIQUE INDEX assignment_once ON assignment (task, person, part) WHERE state = 'open';

CREATE INDEX assignment_to_remind ON assignment (remind_at) WHERE remind_at IS NOT NULL;

CREATE INDEX attachment_by_chat ON attachment (chat, received_at);

CREATE INDEX attachment_by_file ON attachment (file);

CREATE INDEX attachment_by_inbound ON attachment (inbound) WHERE inbound IS NOT NULL;

CREATE INDEX attachment_by_submission ON attachment (submission);

CREATE INDEX attachment_loose ON attachment (chat, received_at) WHERE submission IS NULL;

CREATE INDEX audit_by_person ON audit (person, at);

CREATE INDEX board_link_by_person ON board_link (person, kind);

CREATE INDEX board_session_by_person ON board_session (person);

CREATE INDEX chat_by_person ON chat (person);

CREATE INDEX chat_left ON chat (left_at) WHERE left_at IS NOT NULL;

CREATE INDEX chat_traffic_loud ON chat_traffic (day) WHERE written >= 300;

CREATE INDEX chat_unreachable ON chat (state_at) WHERE state <> 'active';

CREATE INDEX compiled_receipt_by_round ON compiled_receipt (obligation, period);

CREATE INDEX compiled_reminder_by_person ON compiled_reminder (person, decided_at);

CREATE INDEX contact_by_task ON contact (task, id);

CREATE INDEX data_request_open ON data_request (id) WHERE answered_at IS NULL;

CREATE INDEX deaf_interval_by_end ON deaf_interval (to_at);

CREATE INDEX download_link_by_file ON download_link (file);

CREATE INDEX download_link_by_outbox ON download_link (outbox);

CREATE INDEX extension_by_task ON extension (task, id) WHERE taken_back_at IS NULL;

CREATE INDEX inbound_settled ON inbound (settled_at) WHERE settled_at IS NOT NULL;

CREATE INDEX inbound_waiting ON inbound (chat, id) WHERE settled_at IS NULL;

CREATE INDEX invitation_by_replaced ON invitation (replaces) WHERE replaces IS NOT NULL;

CREATE INDEX invited_substitute_by_absent ON invited_substitute (absent);

CREATE INDEX kept_draft_by_task ON kept_draft (task);

CREATE INDEX kept_draft_by_time ON kept_draft (kept_at);

CREATE INDEX material_by_file ON material (file) WHERE file IS NOT NULL;

CREATE INDEX material_in_use ON material (topic) WHERE removed_at IS NULL;

CREATE INDEX meeting_guest_by_person ON meeting_guest (person);

CREATE INDEX membership_by_unit ON membership (unit) WHERE until IS NULL;

CREATE INDEX membership_ended ON membership (person, until) WHERE until IS NOT NULL;

CREATE UNIQUE INDEX membership_once ON membership (person, role, ifnull(unit, '')) WHERE until IS NULL;

CREATE INDEX milestone_planned ON milestone (due_at) WHERE state = 'planned';

CREATE INDEX notice_by_file ON notice (file) WHERE file IS NOT NULL;

CREATE INDEX notice_by_time ON notice (created_at);

CREATE INDEX notice_on_its_way ON notice (id) WHERE sent_at IS NOT NULL AND summed_up_at IS NULL;

CREATE INDEX notice_receipt_by_person ON notice_receipt (person);

CREATE INDEX notice_waiting ON notice (send_at) WHERE sent_at IS NULL AND stopped_at IS NULL;

CREATE INDEX outbox_by_file ON outbox (file) WHERE file IS NOT NULL;

CREATE INDEX outbox_cap ON outbox (person, day) WHERE day IS NOT NULL;

CREATE INDEX outbox_in_doubt ON outbox (queued_at) WHERE state = 'unknown';

CREATE INDEX outbox_in_flight ON outbox (id) WHERE state = 'sending';

CREATE INDEX outbox_in_lane ON outbox (lane, priority, id) WHERE state = 'queued';

CREATE INDEX outbox_live ON outbox (chat, id) WHERE state IN ('queued', 'sending');

CREATE INDEX outbox_notice ON outbox (notice) WHERE notice IS NOT NULL;

CREATE INDEX outbox_undelivered ON outbox (queued_at) WHERE state IN ('failed', 'expired', 'capped');

CREATE INDEX outbox_unsent ON outbox (person, kind) WHERE state = 'queued' AND content IS NULL;

CREATE INDEX outbox_waiting ON outbox (not_before) WHERE state = 'queued';

CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX print_job_by_chat ON print_job (chat);

CREATE INDEX promise_by_task ON promise (task, id);

CREATE INDEX promise_running ON promise (until) WHERE followed_at IS NULL;

CREATE INDEX question_by_asker ON question (asker) WHERE asker IS NOT NULL;

CREATE INDEX question_by_person ON question (person);

CREATE INDEX question_open ON question (kind, expires_at) WHERE decided_at IS NULL;

CREATE INDEX receipt_claim_by_task ON receipt_claim (task);

CREATE INDEX reminder_by_outbox ON reminder (outbox);

CREATE INDEX reminder_by_person ON reminder (person, decided_at);

CREATE INDEX report_link_by_outbox ON report_link (outbox) WHERE outbox IS NOT NULL;

CREATE INDEX report_link_open ON report_link (person, task) WHERE used_at IS NULL;

CREATE INDEX room_line_by_chat ON room_line (chat, id);

CREATE INDEX room_line_by_file ON room_line (file) WHERE file IS NOT NULL;

CREATE INDEX snooze_by_task ON snooze (task);

CREATE INDEX snooze_due ON snooze (due_at) WHERE done_at IS NULL;

CREATE UNIQUE INDEX snooze_once ON snooze (person, task) WHERE done_at IS NULL;

CREATE INDEX stand_in_by_absent ON stand_in (absent);

CREATE INDEX stand_in_by_substitute ON stand_in (substitute);

CREATE INDEX stand_in_live ON stand_in (unit) WHERE state IN ('proposed', 'agreed', 'running');

CREATE INDEX submission_by_person ON submission (person);

CREATE INDEX task_by_cut_off ON task (obligation, period, cut_off_at);

CREATE INDEX task_by_round ON task (obligation, period, state);

CREATE INDEX task_outstanding ON task (unit, cut_off_at) WHERE state IN ('open', 'returned');

CREATE INDEX task_submitted ON task (cut_off_at, id) WHERE state = 'submitted';

CREATE INDEX template_by_file ON template (file);

CREATE INDEX template_trial_by_draft ON template_trial (draft);

CREATE INDEX template_trial_by_file ON template_trial (file);

CREATE INDEX template_trial_by_picture ON template_trial (picture);

CREATE INDEX template_trial_by_template ON template_trial (template);

CREATE INDEX template_trial_by_time ON template_trial (tried_at);

CREATE INDEX ticket_by_asker ON ticket (asker, id);

CREATE INDEX ticket_by_opening ON ticket (opened_at);

CREATE INDEX ticket_by_owner ON ticket (owner) WHERE owner IS NOT NULL;

CREATE INDEX ticket_by_unit ON ticket (unit, id);

CREATE INDEX ticket_line_by_ticket ON ticket_line (ticket, id);

CREATE UNIQUE INDEX ticket_of_report ON ticket (task) WHERE task IS NOT NULL;

CREATE INDEX ticket_open ON ticket (opened_at) WHERE state = 'open';

CREATE INDEX undo_by_person ON undo (person, until) WHERE undone_at IS NULL;

CREATE INDEX unit_term_ended ON unit_term (valid_to) WHERE valid_to IS NOT NULL;
