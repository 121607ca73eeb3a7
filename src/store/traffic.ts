import type { Day } from '../domain/calendar.ts';
import type { Db } from './database.ts';

export interface Traffic {
  /** Updates of that day, this one among them. */
  written: number;
  answeredInHour: number;
  answered: number;
}

export interface LoudChat {
  chat: number;
  written: number;
}

/** How much each chat wrote and was answered this hour and this day. */
export function createTraffic(db: Db) {
  const wrote = db.prepare<{ chat: number; hour: number; day: Day }, Traffic>(
    `INSERT INTO chat_traffic (chat, hour, day, written, answered_in_hour, answered) VALUES (@chat, @hour, @day, 1, 0, 0)
     ON CONFLICT (chat) DO UPDATE SET hour = @hour, day = @day,
       written = CASE WHEN day = @day THEN written + 1 ELSE 1 END,
       answered = CASE WHEN day = @day THEN answered ELSE 0 END,
       answered_in_hour = CASE WHEN hour = @hour THEN answered_in_hour ELSE 0 END
     RETURNING written, answered_in_hour AS answeredInHour, answered`,
  );
  const answered = db.prepare<{ chat: number; messages: number }>(
    `UPDATE chat_traffic SET answered = answered + @messages, answered_in_hour = answered_in_hour + @messages WHERE chat = @chat`,
  );
  const tell = db.prepare<[string, number, string]>(
    'UPDATE chat_traffic SET told = ? WHERE chat = ? AND told IS NOT ?',
  );
  // The number is the index's own: SQLite uses it only where the same number is asked for.
  const loud = db.prepare<[Day, Day], LoudChat>(
    `SELECT chat, written FROM chat_traffic WHERE day = ? AND written >= 300 AND alerted_on IS NOT ? ORDER BY written DESC, chat`,
  );
  const alerted = db.prepare<[Day, number]>('UPDATE chat_traffic SET alerted_on = ? WHERE chat = ?');
  const forget = db.prepare<[Day]>('DELETE FROM chat_traffic WHERE day < ?');
  return {
    /** Counts an update of the chat; `hour`: whole hours since 1970. */
    wrote(chat: number, hour: number, day: Day): Traffic {
      const row = wrote.get({ chat, hour, day });
      if (row === undefined) throw new Error(`the traffic of chat ${chat} was not found`);
      return row;
    },
    answered(chat: number, messages: number): void {
      answered.run({ chat, messages });
    },
    /** Notes that the chat is told of this limit; false when it was told of it last. */
    tell: (chat: number, limit: string): boolean => tell.run(limit, chat, limit).changes === 1,
    /** Chats out of all proportion on that day of which the coordinators have not heard, the loudest first. */
    loud: (day: Day): LoudChat[] => loud.all(day, day),
    alerted(chat: number, day: Day): void {
      alerted.run(day, chat);
    },
    forgetBefore: (day: Day): number => forget.run(day).changes,
  };
}
