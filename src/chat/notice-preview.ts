import type { Recipients } from '../actions/announce.ts';
import { recipientsOf } from '../actions/announce.ts';
import { sampleNotice } from '../actions/notice-sample.ts';
import { noticeAsSent } from '../actions/send-notice.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { sayNoticePreview, sayRecipients } from '../wording/notice.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { NoticeDraft } from './dialogs/announce.ts';
import { findUnit } from './look-up.ts';
import type { Turn } from './turn.ts';

/** The notice before it goes: its words, whom it goes to, how each app shows it, and when. */
export function sayPreview(turn: Turn, draft: NoticeDraft, recipients: Recipients): RichText {
  const { desk, now, rules } = turn;
  const { text, file, wantsReceipt, sendAt, audience } = draft;
  const asSent = noticeAsSent(desk, { id: 0, author: turn.person ?? 0, text, file, wantsReceipt }, now);
  return sayNoticePreview({
    text,
    file: file?.name ?? null,
    people: recipients.people.length,
    shutOut: recipients.shutOut.length,
    units: recipients.units.length,
    withoutPeople: recipients.withoutPeople.map((code) => shortName(turn, code)),
    except: (audience?.except ?? []).map((code) => shortName(turn, code)),
    roles: audience?.roles ?? [],
    apps: sampleNotice(desk, asSent, recipients.people),
    wantsReceipt,
    sendAt,
    isOutside: !mayDisturb(rules.policy, rules.calendar, sendAt ?? now),
    zone: desk.zone,
  });
}

/** Everybody it would go to at this moment. */
export function sayReceivers(turn: Turn, { audience }: NoticeDraft): RichText {
  if (audience === null) return [];
  const { desk, now } = turn;
  const { people, withoutPeople } = recipientsOf(desk, audience, now);
  return sayRecipients(
    people.map(({ person, name, role, unit }) => {
      const [chat] = desk.store.chats.ofPerson(person);
      const app = chat?.state === 'active' ? desk.titleOf(chat.channel) : null;
      return { name, role, unit: shortName(turn, unit), app };
    }),
    withoutPeople.map((code) => shortName(turn, code)),
  );
}

function shortName(turn: Turn, code: string): string {
  return findUnit(turn, code)?.shortName ?? code;
}
