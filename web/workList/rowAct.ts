import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { capabilities } from '@openum/domain/case/capability.ts';
import { refuse } from '@openum/domain/case/refusal.ts';
import type { CaseRow } from '@openum/http/contract/workList.ts';
import { statusWord } from '../app/words.ts';
import { spokenRefusal } from '../case/act/whyNot.ts';

type RowAct = 'Claim' | 'Assign' | 'Release' | 'RemindOwner' | 'AddNote' | 'MakeInformationLink';

/** Why this person may not do this on any case, by the table of the domain. */
export const roleMissing = (act: RowAct, actor: PersonActor): string | undefined =>
  actor.roles.some((r) => capabilities[act].roles.includes(r))
    ? undefined
    : spokenRefusal(refuse('roleMissing', { roles: [...capabilities[act].roles] }));

/** The same for one line of a list, which knows the status but not the whole case; the server has the last word. */
export const rowMayNot = (act: RowAct, actor: PersonActor, row: CaseRow): string | undefined => {
  const role = roleMissing(act, actor);
  if (role) return role;
  if (!capabilities[act].in.includes(row.status)) {
    return spokenRefusal(refuse('notAllowedInStatus', { status: statusWord[row.status].toLowerCase() }));
  }
  if (act === 'Claim' && row.assigneeUserId) {
    return spokenRefusal(refuse('alreadyAssigned', { name: row.assigneeName ?? 'Somebody' }));
  }
  if ((act === 'Release' || act === 'RemindOwner') && !row.assigneeUserId) return spokenRefusal(refuse('notAssigned'));
  if (act === 'RemindOwner' && row.assigneeUserId === actor.userId) return spokenRefusal(refuse('remindsThemselves'));
  return undefined;
};
