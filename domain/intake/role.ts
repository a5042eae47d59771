import type { Role } from '../actor/actor.ts';

/** Who may complete, link, put aside and route what came in. */
export const intakeRoles: readonly Role[] = [
  'umCoordinator',
  'clinicalReviewer',
  'concurrentReviewNurse',
  'medicalDirector',
  'umDirector',
];
