import type { Role } from '../actor/actor.ts';

/** Who deals with files to and from payers. */
export const payerFileRoles: readonly Role[] = ['utilizationReviewStaff', 'practiceOwner', 'biller', 'frontDesk'];
