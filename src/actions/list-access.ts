import type { Instant } from '../domain/calendar.ts';
import type { HeldRole, OpenInvitation } from '../wording/access.ts';
import type { Desk } from './desk.ts';

/** Who holds which role where: the province's roles first, then unit by unit. */
export function listPeople({ store, titleOf }: Desk): HeldRole[] {
  return store.people.members().map((member) => ({
    ...member,
    apps: store.chats.ofPerson(member.person).map(({ channel, state }) => ({
      title: titleOf(channel),
      works: state === 'active',
    })),
  }));
}

/** The invitations that are open at that moment, oldest first. */
export function listInvitations({ store }: Desk, now: Instant): OpenInvitation[] {
  return store.invitations.open(now).map(({ createdBy, ...invitation }) => ({
    ...invitation,
    by: createdBy === null ? null : (store.people.find(createdBy)?.name ?? null),
  }));
}
