import type { Role } from '@openum/domain/actor/actor.ts';
import { capabilities } from '@openum/domain/case/capability.ts';
import { roleWord } from './words.ts';

export const navPages = ['/work', '/physician', '/new-request'] as const;
export type NavPage = (typeof navPages)[number];

const practice: readonly Role[] = [
  'utilizationReviewStaff',
  'practiceOwner',
  'treatingClinician',
  'frontDesk',
  'biller',
];

/** Who has work on a page: those who may act on what it lists, and those who answer for it. */
const pageRoles: Record<NavPage, readonly Role[]> = {
  '/work': capabilities.AddNote.roles,
  '/physician': [...capabilities.DetermineItems.roles, 'umDirector', 'qualityManager'],
  '/new-request': [...capabilities.Claim.roles, ...practice],
};

/** Why a page is of no use to somebody, or undefined when it is. */
export const pageClosed = (page: NavPage, roles: readonly Role[]): string | undefined =>
  roles.some((r) => pageRoles[page].includes(r))
    ? undefined
    : `For: ${pageRoles[page].map((r) => roleWord[r]).join(', ')}`;

/** Where somebody begins the day. */
export const startPage = (roles: readonly Role[]): NavPage => {
  if (roles.includes('medicalDirector') && !roles.includes('clinicalReviewer')) return '/physician';
  return navPages.find((page) => pageClosed(page, roles) === undefined) ?? '/work';
};
