import type { Role } from '../actor/actor.ts';

/** Who works with the criteria library: those who review, and those who answer for the rules. */
export const criteriaRoles: readonly Role[] = [
  'clinicalReviewer',
  'concurrentReviewNurse',
  'medicalDirector',
  'appealsCoordinator',
  'umDirector',
  'qualityManager',
  'administrator',
];
