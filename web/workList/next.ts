import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { CaseRow, WorkListView } from '@openum/http/contract/workList.ts';
import { ApiProblem, get, type Query } from '../api/client.ts';
import { sendCommand } from '../api/command.ts';
import { rowMayNot } from './rowAct.ts';

/** The cases one may work on next, in the order of the list: one's own, and those that nobody has. */
export const nextCandidates = (rows: readonly CaseRow[], actor: PersonActor): readonly CaseRow[] =>
  rows.filter((row) =>
    row.assigneeUserId === actor.userId ? row.queue !== 'none' : rowMayNot('Claim', actor, row) === undefined,
  );

/** Claims the first case that can be had and returns its id; undefined when there is none. Others may be faster: then the next one is tried. */
export const claimNext = async (
  rows: readonly CaseRow[],
  actor: PersonActor,
  waiting: Query,
): Promise<string | undefined> => {
  const here = nextCandidates(rows, actor);
  const candidates =
    here.length > 0
      ? here
      : nextCandidates(
          (await get<WorkListView>('/api/cases', { ...waiting, assignee: 'none', limit: 10 })).rows,
          actor,
        );
  for (const row of candidates) {
    if (row.assigneeUserId === actor.userId) return row.caseId;
    try {
      await sendCommand(row, { type: 'Claim' });
      return row.caseId;
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.status === 409)) throw problem;
    }
  }
  return undefined;
};
