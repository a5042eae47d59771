import type { SubjectKind } from '@openum/domain/suggestion/agent.ts';
import type { SuggestionRun } from '@openum/domain/suggestion/run.ts';
import type { Row } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

export const columns = `run_id, agent, agent_version, subject_kind, subject_id, input, services, asked_at, asked_by, model, finished_at, outcome`;

export const asRun = (row: Row): SuggestionRun => {
  const { subjectKind, subjectId, ...run } = fromColumns<
    Omit<SuggestionRun, 'subject'> & { readonly subjectKind: SubjectKind; readonly subjectId: string }
  >(row);
  return { ...run, subject: { kind: subjectKind, id: subjectId } };
};
