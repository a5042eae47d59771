import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { WorkListView } from '@openum/http/contract/workList.ts';
import { get } from '../api/client.ts';
import { claimNext, nextCandidates } from '../workList/next.ts';

/** The case to go on with after this one: first one's own, then one that nobody has, which is claimed. Undefined when there is none. */
export const nextCase = async (caseId: string, actor: PersonActor): Promise<string | undefined> => {
  const queue = actor.roles.includes('medicalDirector') ? 'physician' : 'clinical';
  const [mine, free] = await Promise.all([
    get<WorkListView>('/api/cases', { assignee: 'me', limit: 20 }),
    get<WorkListView>('/api/cases', { queue, assignee: 'none', limit: 20 }),
  ]);
  const rows = [...mine.rows, ...free.rows].filter((r) => r.caseId !== caseId);
  return nextCandidates(rows, actor).length === 0 ? undefined : claimNext(rows, actor, { queue });
};
