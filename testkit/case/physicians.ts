import type { MatchingDemand } from '@openum/domain/matching/demand.ts';
import type { Conflict, Physician } from '@openum/domain/matching/physician.ts';
import type { MatchingPolicy } from '@openum/domain/matching/policy.ts';
import { licence, physician } from './actors.ts';
import { receivedAt } from './request.ts';

export const aPhysician = (userId: string, change: Partial<Physician> = {}): Physician => ({
  userId,
  name: `Dr. ${userId}`,
  active: true,
  qualification: {
    profession: 'physician',
    licences: [licence()],
    specialties: ['internalMedicine'],
    boardCertified: true,
    npi: '1770000015',
  },
  conflicts: [],
  absences: [],
  holds: [],
  ...change,
});

/** The physician of the other builders, as somebody who might decide. */
export const asPhysician = (change: Partial<Physician> = {}): Physician =>
  aPhysician(physician.userId, {
    name: physician.name,
    ...(physician.qualification ? { qualification: physician.qualification } : {}),
    ...change,
  });

export const conflictWith = (change: Partial<Conflict>): Conflict => ({
  conflictId: 'conflict-1',
  kind: 'practice',
  name: 'Peoria Lung Clinic',
  declaredAt: receivedAt,
  declaredBy: 'Dr. Bo Lind',
  ...change,
});

export const inState: MatchingDemand = {
  requirement: { licence: 'memberState', citation: 'test' },
  preferred: ['pulmonology'],
};

export const matchingPolicy: MatchingPolicy = {
  id: 'test',
  version: '1',
  assignAtReferral: true,
  reassignAtShare: 0.5,
  paceHours: 24,
  capacity: 10,
  weights: [
    { hoursLeft: 4, weight: 3 },
    { hoursLeft: 24, weight: 2 },
  ],
  otherWeight: 1,
  alertRoles: ['umDirector'],
};
