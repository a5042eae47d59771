import type { Role } from '../actor/actor.ts';

/** Who answers for the figures of the whole department, and may see the cases behind each. */
export const dashboardRoles: readonly Role[] = ['umDirector', 'qualityManager', 'medicalDirector'];

/** Who draws samples, makes universes and reports to regulators. */
export const auditRoles: readonly Role[] = ['qualityManager', 'umDirector'];
