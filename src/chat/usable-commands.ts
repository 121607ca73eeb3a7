import type { Membership } from '../domain/access.ts';
import { isAllowed, isProvincial, ROLES } from '../domain/access.ts';
import type { Command } from './command.ts';

/** Whether somebody with these roles may use the command. */
export function mayUse(command: Command, memberships: readonly Membership[], isMember: boolean): boolean {
  if (command.needs === 'nothing') return true;
  if (command.needs === 'member') return isMember;
  return isAllowed(memberships, command.needs);
}

/** Whether it shows, or works on, more than one's own units: only provincial roles may use it. */
export function isForProvince({ needs }: Command): boolean {
  return (
    needs !== 'nothing' &&
    needs !== 'member' &&
    !ROLES.some((role) => !isProvincial(role) && isAllowed([{ role, unit: null }], needs))
  );
}

/** The commands that work for this person now: what help and menus list. */
export function usableCommands(
  commands: readonly Command[],
  memberships: readonly Membership[],
  isMember: boolean,
): Command[] {
  return commands.filter(
    (command) =>
      command.isHidden !== true && mayUse(command, memberships, isMember) && !(isMember && command.name === 'batdau'),
  );
}
