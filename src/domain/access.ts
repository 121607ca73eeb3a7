export const ROLES = ['admin', 'coordinator', 'leader', 'liaison', 'staff'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that belong to a unit; the others stand for the whole province. */
const UNIT_ROLES: readonly Role[] = ['leader', 'liaison', 'staff'];

/** What a role allows. Commands and actions ask for one of these, never for a role. */
export const PERMISSIONS = [
  'view-tasks',
  'submit',
  'own-reminders',
  'invite-staff',
  'watch-round',
  'chase',
  'announce',
  'invite',
  'view-units',
  'end-access',
  'request',
  'answer-tickets',
  'manage-materials',
  'export',
  'extend',
  'waive',
  'review',
  'submit-for',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const MEMBER: readonly Permission[] = ['view-tasks'];
const OF_UNIT: readonly Permission[] = [...MEMBER, 'own-reminders'];
const REPORTER: readonly Permission[] = [...OF_UNIT, 'submit', 'invite-staff'];
const COORDINATOR: readonly Permission[] = [
  ...MEMBER,
  'invite-staff',
  'watch-round',
  'chase',
  'announce',
  'invite',
  'view-units',
  'end-access',
  'request',
  'answer-tickets',
  'manage-materials',
  'export',
  'extend',
  'waive',
  'review',
  'submit-for',
];

const GRANTS: Readonly<Record<Role, readonly Permission[]>> = {
  admin: COORDINATOR,
  coordinator: COORDINATOR,
  leader: REPORTER,
  liaison: REPORTER,
  staff: OF_UNIT,
};

/** A role held in a unit, or in the province (`unit` null). */
export interface Membership {
  role: Role;
  unit: string | null;
}

/** Whether any of these memberships allows it. */
export function isAllowed(memberships: readonly Membership[], permission: Permission): boolean {
  return memberships.some((membership) => GRANTS[membership.role].includes(permission));
}

/** Codes of the units in which these memberships allow it. */
export function unitsAllowing(memberships: readonly Membership[], permission: Permission): string[] {
  const units = memberships
    .filter((membership) => GRANTS[membership.role].includes(permission))
    .map((membership) => membership.unit);
  return [...new Set(units.filter((unit) => unit !== null))];
}

/** Whether the role is one of the province's, not of a unit. */
export function isProvincial(role: Role): boolean {
  return !UNIT_ROLES.includes(role);
}
