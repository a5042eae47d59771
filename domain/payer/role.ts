import type { Role } from '../actor/actor.ts';

/** Who keeps the rule cards of payers. Everybody at the practice may read them: they hold nothing about patients. */
export const payerCardRoles: readonly Role[] = ['utilizationReviewStaff', 'practiceOwner', 'biller'];
