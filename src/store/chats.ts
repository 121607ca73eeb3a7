import type { ChannelName, Choice } from '../channels/channel.ts';
import type { Db } from './database.ts';

export interface Chat {
  id: number;
  channel: ChannelName;
  bot: string;
  address: string;
  kind: 'private' | 'group';
  person: number | null;
  unit: string | null;
  state: 'active' | 'blocked' | 'gone';
  stateAt: number;
  wrongCodes: number;
  lockedUntil: number | null;
  choices: string | null;
  /** Bot time from which they have been on the screen. */
  choicesAt: number | null;
  /** Since when it leads to its person; null: since before that was noted. */
  linkedAt: number | null;
}

const COLUMNS = `c.id, c.channel, c.bot, c.address, c.kind, c.person, c.unit, c.state, c.state_at AS stateAt,
  c.wrong_codes AS wrongCodes, c.locked_until AS lockedUntil, c.menu AS choices, c.menu_at AS choicesAt,
  c.linked_at AS linkedAt`;

/** The bot by which a message to `@chat` goes out, as a row of the outbox has it. */
export const LANE_OF_CHAT = "(SELECT channel || '/' || bot FROM chat WHERE id = @chat)";

/** Conversations on the platforms, and whom they reach. */
export function createChats(db: Db) {
  const byId = db.prepare<[number], Chat>(`SELECT ${COLUMNS} FROM chat c WHERE id = ?`);
  const byAddress = db.prepare<[string, string, string], Chat>(
    `SELECT ${COLUMNS} FROM chat c WHERE channel = ? AND bot = ? AND address = ?`,
  );
  const insert = db.prepare<[string, string, string, string, number]>(
    'INSERT INTO chat (channel, bot, address, kind, state_at) VALUES (?, ?, ?, ?, ?)',
  );
  const ofPerson = db.prepare<[number], Chat>(
    `SELECT ${COLUMNS} FROM chat c JOIN person p ON p.id = c.person WHERE c.person = +? AND c.kind = 'private'
     ORDER BY (c.state = 'active') DESC, (c.channel = p.preferred_channel) DESC, c.id`,
  );
  const onChannel = db.prepare<[string], Chat>(`SELECT ${COLUMNS} FROM chat c WHERE channel = ? ORDER BY id`);
  const link = db.prepare<{ person: number; chat: number; now: number }>(
    `UPDATE chat SET linked_at = CASE WHEN person IS @person THEN linked_at ELSE @now END, person = @person, wrong_codes = 0,
       locked_until = NULL, left_at = NULL WHERE id = @chat`,
  );
  const unlink = db.prepare<[number, number]>(
    'UPDATE chat SET person = NULL, linked_at = NULL, menu = NULL WHERE id = ? AND person = ?',
  );
  const linkUnit = db.prepare<[string, number]>('UPDATE chat SET unit = ? WHERE id = ?');
  const unreachable = db.prepare<[], Chat>(
    `SELECT ${COLUMNS} FROM chat c WHERE state <> 'active' AND kind = 'private' AND person IS NOT NULL ORDER BY state_at`,
  );
  const peopleOn = db.prepare<[string, string], { n: number }>(
    'SELECT count(*) AS n FROM chat WHERE channel = ? AND bot = ? AND person IS NOT NULL',
  );
  const setState = db.prepare<[Chat['state'], number, number]>('UPDATE chat SET state = ?, state_at = ? WHERE id = ?');
  const setCodes = db.prepare<[number, number | null, number]>(
    'UPDATE chat SET wrong_codes = ?, locked_until = ? WHERE id = ?',
  );
  const greet = db.prepare<[string, number, string]>(
    'UPDATE chat SET greeted_on = ? WHERE id = ? AND greeted_on IS NOT ?',
  );
  const refuse = db.prepare<{ chat: number; day: string; limit: number }, { refusals: number }>(
    `UPDATE chat SET refusals = CASE WHEN refused_on = @day THEN refusals + 1 ELSE 1 END, refused_on = @day
     WHERE id = @chat AND (refused_on IS NOT @day OR refusals < @limit) RETURNING refusals`,
  );
  const setChoices = db.prepare<[string | null, number, number]>('UPDATE chat SET menu = ?, menu_at = ? WHERE id = ?');
  return {
    find: (id: number): Chat | null => byId.get(id) ?? null,
    /** The chat at this address; made when it is met for the first time. */
    meet(channel: ChannelName, bot: string, address: string, kind: Chat['kind'], now: number): Chat {
      const known = byAddress.get(channel, bot, address);
      if (known !== undefined) return known;
      insert.run(channel, bot, address, kind, now);
      const made = byAddress.get(channel, bot, address);
      if (made === undefined) throw new Error('a new chat row was not found');
      return made;
    },
    /** A person's private chats: those that work first, and of these the app they chose. */
    ofPerson: (person: number): Chat[] => ofPerson.all(person),
    onChannel: (channel: ChannelName): Chat[] => onChannel.all(channel),
    link(chat: number, person: number, now: number): void {
      link.run({ chat, person, now });
    },
    /** The chat leads to that person no more; false when it did not. */
    unlink: (chat: number, person: number): boolean => unlink.run(chat, person).changes === 1,
    /** Makes a group chat the unit's own. */
    linkUnit(chat: number, unit: string): void {
      linkUnit.run(unit, chat);
    },
    /** People's chats that were found blocked or gone, the longest first. */
    unreachable: (): Chat[] => unreachable.all(),
    /** How many people a bot serves. */
    peopleOn: (channel: string, bot: string): number => peopleOn.get(channel, bot)?.n ?? 0,
    setState(chat: number, state: Chat['state'], now: number): void {
      setState.run(state, now, chat);
    },
    setWrongCodes(chat: number, count: number, lockedUntil: number | null): void {
      setCodes.run(count, lockedUntil, chat);
    },
    /** Notes that a stranger is greeted; false when that was done on this day before. */
    greet: (chat: number, day: string): boolean => greet.run(day, chat, day).changes === 1,
    /** Notes that a stranger's code is refused; how often on this day, or null when that was the limit before. */
    refuse: (chat: number, day: string, limit: number): number | null =>
      refuse.get({ chat, day, limit })?.refusals ?? null,
    /** The choices the chat sees from now on; null: none that are known. */
    setChoices(chat: number, choices: readonly (readonly Choice[])[] | null, now: number): void {
      setChoices.run(choices === null ? null : JSON.stringify(choices), now, chat);
    },
  };
}
