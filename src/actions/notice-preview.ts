import type { Instant } from '../domain/calendar.ts';
import { dayOf } from '../domain/calendar.ts';
import { mayDisturb } from '../domain/sending-hours.ts';
import { existsOn } from '../domain/unit.ts';
import { sayNoticePreview, sayRecipients } from '../wording/notice.ts';
import type { RichText } from '../wording/rich-text.ts';
import type { Audience, Recipients } from './announce.ts';
import { recipientsOf } from './announce.ts';
import type { Act, Desk } from './desk.ts';
import { sampleNotice } from './notice-sample.ts';
import type { NoticeOrder } from './send-notice.ts';
import { noticeAsSent } from './send-notice.ts';

/** The notice before it goes: its words, whom it goes to, how each app shows it, and when. */
export function previewNotice(
  desk: Desk,
  { person, at: now }: Act,
  { text, file, wantsReceipt, sendAt, audience }: Omit<NoticeOrder, 'again'>,
  recipients: Recipients,
): RichText {
  const { policy, calendar } = desk.rules();
  const asSent = noticeAsSent(desk, { id: 0, author: person, text, file, wantsReceipt }, now);
  return sayNoticePreview({
    text,
    file: file?.name ?? null,
    people: recipients.people.length,
    shutOut: recipients.shutOut.length,
    units: recipients.units.length,
    withoutPeople: recipients.withoutPeople.map((code) => shortName(desk, code, now)),
    except: (audience.except ?? []).map((code) => shortName(desk, code, now)),
    roles: audience.roles ?? [],
    apps: sampleNotice(desk, asSent, recipients.people),
    wantsReceipt,
    sendAt,
    isOutside: !mayDisturb(policy, calendar, sendAt ?? now),
    zone: desk.zone,
  });
}

/** Everybody it would go to at this moment. */
export function sayReceivers(desk: Desk, audience: Audience, now: Instant): RichText {
  const { people, withoutPeople } = recipientsOf(desk, audience, now);
  return sayRecipients(
    people.map(({ person, name, role, unit }) => {
      const [chat] = desk.store.chats.ofPerson(person);
      const app = chat?.state === 'active' ? desk.titleOf(chat.channel) : null;
      return { name, role, unit: shortName(desk, unit, now), app };
    }),
    withoutPeople.map((code) => shortName(desk, code, now)),
  );
}

function shortName(desk: Desk, code: string, now: Instant): string {
  const day = dayOf(now, desk.zone);
  return desk.units().find((unit) => unit.code === code && existsOn(unit, day))?.shortName ?? code;
}
