import type { Role } from '@openum/domain/actor/actor.ts';
import { capabilities } from '@openum/domain/case/capability.ts';
import { requesterRoles, requestReaderRoles } from '@openum/domain/case/requester.ts';
import { raterRoles, ratingLeadRoles } from '@openum/domain/consistency/ratingSet.ts';
import { criteriaRoles } from '@openum/domain/criteria/access.ts';
import { letterDesk } from '@openum/domain/delivery/capability.ts';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import { intakeRoles } from '@openum/domain/intake/role.ts';
import { payerFileRoles } from '@openum/domain/payerFile/role.ts';
import { arrivalRoles } from '@openum/domain/practiceArrival/arrival.ts';
import { grantingRoles } from '@openum/domain/practiceGrant/grant.ts';
import { auditRoles, dashboardRoles } from '@openum/domain/report/access.ts';
import { routingRoles } from '@openum/domain/routing/role.ts';
import { switchRoles } from '@openum/domain/suggestion/switch.ts';
import { templateRoles } from '@openum/domain/template/decide.ts';
import type { SessionView } from '@openum/http/contract/session.ts';
import { roleWord } from './words.ts';

export type NavPage =
  | '/dashboard'
  | '/audit'
  | '/consistency'
  | '/dial'
  | '/intake'
  | '/teams'
  | '/work'
  | '/physician'
  | '/peer-to-peer'
  | '/appeals'
  | '/census'
  | '/admission'
  | '/transitions'
  | '/letters'
  | '/templates'
  | '/criteria'
  | '/model'
  | '/practice/many'
  | '/practice/access'
  | '/practice/arrivals'
  | '/practice/board'
  | '/practice/attendance'
  | '/practice/census-check'
  | '/practice/tasks'
  | '/practice/talks'
  | '/practice/payers'
  | '/practice/admit'
  | '/practice/import'
  | '/practice/register'
  | '/practice/four-questions'
  | '/practice/denials'
  | '/practice/files'
  | '/practice/benefits'
  | '/requests'
  | '/new-request'
  | '/practice/note-check';
export type TenantKind = 'plan' | 'practice';
export type Visitor = { readonly kind: TenantKind; readonly roles: readonly Role[] };

/** Who has work on the record of a practice. */
const practiceRoles: readonly Role[] = episodeCapabilities.AddNote.roles;

type Page = readonly [page: NavPage, roles: readonly Role[]];

/** Who follows the members that are in. */
const censusRoles: readonly Role[] = [
  'concurrentReviewNurse',
  'clinicalReviewer',
  'medicalDirector',
  'umCoordinator',
  'umDirector',
  'caseManagementCoordinator',
];

/** The pages of each kind of organization, with who has work on them: those who may act on what it lists, and those who answer for it. */
const pages: Record<TenantKind, readonly Page[]> = {
  plan: [
    ['/dashboard', dashboardRoles],
    ['/audit', auditRoles],
    ['/work', capabilities.AddNote.roles],
    ['/physician', [...capabilities.DetermineItems.roles, 'umDirector', 'qualityManager']],
    ['/peer-to-peer', [...capabilities.OfferPeerToPeer.roles, 'umDirector', 'qualityManager']],
    [
      '/appeals',
      [...new Set([...capabilities.FileAppeal.roles, ...capabilities.DecideAppeal.roles, 'qualityManager' as const])],
    ],
    ['/census', censusRoles],
    ['/admission', capabilities.Claim.roles],
    ['/transitions', [...capabilities.AcceptCaseManagement.roles, ...capabilities.ReferToCaseManagement.roles]],
    ['/intake', intakeRoles],
    ['/letters', letterDesk],
    ['/templates', [...new Set(Object.values(templateRoles).flat())]],
    ['/criteria', criteriaRoles],
    ['/dial', criteriaRoles],
    ['/consistency', [...new Set([...raterRoles, ...ratingLeadRoles])]],
    ['/model', switchRoles],
    ['/teams', routingRoles],
    ['/new-request', capabilities.Claim.roles],
  ],
  practice: [
    ['/practice/many', practiceRoles],
    ['/practice/board', practiceRoles],
    ['/practice/tasks', practiceRoles],
    ['/practice/talks', practiceRoles],
    ['/practice/attendance', episodeCapabilities.RecordServices.roles],
    ['/practice/census-check', practiceRoles],
    ['/practice/admit', episodeCapabilities.OpenEpisode.roles],
    ['/practice/arrivals', arrivalRoles],
    ['/practice/payers', practiceRoles],
    ['/practice/import', episodeCapabilities.OpenEpisode.roles],
    ['/practice/register', practiceRoles],
    ['/practice/denials', episodeCapabilities.SendAppeal.roles],
    ['/practice/files', payerFileRoles],
    ['/practice/benefits', episodeCapabilities.RecordBenefits.roles],
    ['/practice/four-questions', practiceRoles],
    ['/requests', requestReaderRoles],
    ['/new-request', requesterRoles],
    ['/admission', requesterRoles],
    ['/practice/note-check', episodeCapabilities.KeepNoteCheck.roles],
    ['/practice/access', grantingRoles],
    ['/model', switchRoles],
  ],
};

export const navPages = (kind: TenantKind): readonly NavPage[] => pages[kind].map(([page]) => page);

/** Why a page is of no use to somebody, or undefined when it is. */
export const pageClosed = (page: NavPage, { kind, roles }: Visitor): string | undefined => {
  const wanted = pages[kind].find(([p]) => p === page)?.[1] ?? [];
  return roles.some((r) => wanted.includes(r)) ? undefined : `For: ${wanted.map((r) => roleWord[r]).join(', ')}`;
};

/** Pages of the own practice alone: its portal to plans. */
const atHomeOnly: readonly NavPage[] = ['/requests', '/new-request', '/admission'];

/** Whether a page is there at all: many practices for those whom some let in, at home; the portal of the own practice, not elsewhere. */
export const pageOffered = (page: NavPage, { home, open = [] }: Pick<SessionView, 'home' | 'open'>): boolean => {
  if (page === '/practice/many') return home === undefined && open.length > 0;
  return home === undefined || !atHomeOnly.includes(page);
};

/** Where the work of each role begins; who holds several begins with the first of these. */
const starts: readonly (readonly [Role, NavPage])[] = [
  ['umDirector', '/dashboard'],
  ['umCoordinator', '/intake'],
  ['clinicalReviewer', '/work'],
  ['concurrentReviewNurse', '/census'],
  ['medicalDirector', '/physician'],
  ['caseManagementCoordinator', '/transitions'],
  ['qualityManager', '/audit'],
  ['appealsCoordinator', '/appeals'],
  ['administrator', '/templates'],
];

/** Who begins the day with the board of the practice. */
const boardRoles: readonly Role[] = ['utilizationReviewStaff', 'practiceOwner'];

/** Where somebody begins the day. */
export const startPage = ({ kind, roles }: Visitor): NavPage => {
  if (kind === 'practice') return roles.some((r) => boardRoles.includes(r)) ? '/practice/board' : '/requests';
  const own = starts.find(([role]) => roles.includes(role))?.[1];
  return own ?? navPages(kind).find((page) => pageClosed(page, { kind, roles }) === undefined) ?? '/work';
};
