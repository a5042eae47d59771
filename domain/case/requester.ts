import type { Role } from '../actor/actor.ts';

/** People of a practice who may act on a request of their own: send it, answer, add to it, take it back. */
export const requesterRoles: readonly Role[] = ['utilizationReviewStaff', 'treatingClinician', 'frontDesk'];

/** People of a practice who may follow its requests (45 CFR 164.502(b), minimum necessary: not every role). */
export const requestReaderRoles: readonly Role[] = [...requesterRoles, 'practiceOwner', 'biller'];
