import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { suggestionWithout } from '@openum/domain/part2/withhold.ts';
import { type AgentId, agents, type Subject, type SubjectKind, subjectOf } from '@openum/domain/suggestion/agent.ts';
import type { SuggestionRun, Verdict } from '@openum/domain/suggestion/run.ts';
import { type SwitchTarget, switchedOff } from '@openum/domain/suggestion/switch.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { asShownTo, withheldFrom } from '../part2/access.ts';
import type { Scope } from '../port/scope.ts';
import { choosableSets } from './choosable.ts';

export type ShownAnswer = {
  readonly position: number;
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly changedTo?: string;
  readonly by: string;
  readonly at: Instant;
};

export type SuggestionsView = {
  readonly now: Instant;
  /** Absent: none is set up. */
  readonly model?: { readonly name: string; readonly host: string };
  /** What this subject may be asked about, with what switches it off. */
  readonly agents: readonly { readonly agent: AgentId; readonly off?: SwitchTarget }[];
  /** Newest first. */
  readonly runs: readonly (SuggestionRun & { readonly answers: readonly ShownAnswer[] })[];
  /** Names of the sets of criteria that may be chosen. */
  readonly criteria: Readonly<Record<string, { readonly name: string; readonly citation: string }>>;
};

const head = async (casework: Casework, scope: Scope, kind: SubjectKind, services: readonly string[]) => {
  const { languageModel: model, modelSwitches, environment } = casework;
  const changes = await modelSwitches.changes(scope);
  return {
    now: environment.now(),
    ...(model ? { model: { name: model.name, host: model.host } } : {}),
    agents: agents
      .filter((a) => subjectOf[a] === kind)
      .map((agent) => {
        const off = switchedOff(changes, agent, services);
        return { agent, ...(off ? { off } : {}) };
      }),
  };
};

/** What a model suggested on a case, and what people made of it. Whoever calls this writes the reading down. */
export const suggestionsOfCase = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  reader: PersonActor,
): Promise<SuggestionsView | undefined> => {
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return undefined;
  const { state } = loaded;
  const held = withheldFrom(loaded, reader);
  const { suggestionAnswers } = asShownTo(loaded, reader).state;
  const runs = (await casework.suggestions.ofSubject(scope, { kind: 'case', id: caseId })).map((r) =>
    held && r.outcome?.kind === 'suggested'
      ? {
          ...r,
          outcome: { ...r.outcome, suggestions: r.outcome.suggestions.map((s) => suggestionWithout(s, held)) },
        }
      : r,
  );
  const now = casework.environment.now();
  const sets = state.items.flatMap((i) => choosableSets(state, i.sequence, casework.knowledge, now));
  return {
    ...(await head(
      casework,
      scope,
      'case',
      state.items.map((i) => i.service.code),
    )),
    runs: runs.map((r) => ({ ...r, answers: suggestionAnswers.filter((a) => a.runId === r.runId) })),
    criteria: Object.fromEntries(sets.map(({ id, name, citation }) => [id, { name, citation }])),
  };
};

/** The same for what is no case: a message, or an episode of a practice. */
export const suggestionsElsewhere = async (
  casework: Casework,
  scope: Scope,
  subject: Subject & { readonly kind: Exclude<SubjectKind, 'case'> },
  services: readonly string[],
): Promise<SuggestionsView> => {
  const runs = await casework.suggestions.ofSubject(scope, subject);
  const withAnswers = runs.map(async (r) => ({
    ...r,
    answers: (await casework.suggestions.answersTo(scope, r.runId)).map(({ by, ...a }) => ({ ...a, by: by.name })),
  }));
  return {
    ...(await head(casework, scope, subject.kind, services)),
    runs: await Promise.all(withAnswers),
    criteria: {},
  };
};
