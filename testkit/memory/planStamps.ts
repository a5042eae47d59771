import type { DialLog } from '@openum/casework/port/dialLog.ts';
import type { OwnCriteriaLog } from '@openum/casework/port/ownCriteria.ts';
import type { PlanStamps } from '@openum/casework/port/planStamps.ts';

export const memoryPlanStamps = (ownCriteria: OwnCriteriaLog, dialLog: DialLog): PlanStamps => ({
  read: async (scope) => `${(await ownCriteria.releases(scope)).length}.${(await dialLog.events(scope)).length}`,
});
