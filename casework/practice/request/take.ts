import { refuse } from '@openum/domain/case/refusal.ts';
import { finalAnswer } from '@openum/domain/episode/state.ts';
import { type AnsweredLine, recordedAnswer } from '@openum/domain/payer/answer.ts';
import { appealDue } from '@openum/domain/payer/question.ts';
import { dateInZone, type ZoneId } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { Scope } from '../../port/scope.ts';
import { takeAppealAnswer } from '../appeal/hear.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { hearTalks } from '../talk/hear.ts';
import { taskReading } from '../task/context.ts';

/** Authorizations, a denial with the last day of its appeal, or that it is still open. */
const takeDecision = async (
  casework: Casework,
  scope: Scope,
  zone: ZoneId,
  episodeId: string,
  submissionId: string,
  lines: readonly AnsweredLine[],
): Promise<EpisodeActed> => {
  const { environment } = casework;
  const now = environment.now();
  const today = dateInZone(now, zone);
  const { context } = await taskReading(casework, scope, zone, now);
  return actOnEpisode(casework, scope, {
    episodeId,
    command: ({ state }) => {
      const s = state.submissions.find((x) => x.submissionId === submissionId);
      if (!s) return refuse('submissionUnknown');
      if (finalAnswer(s)) return refuse('submissionAnswered');
      const ids = { authorizationId: environment.newId, denialId: environment.newId() };
      const found = recordedAnswer(state, s, lines, { now, today }, ids);
      if (!found) return refuse('submissionAnswered');
      const { answer, authorizations, denial } = found;
      const payerId = state.coverages.find((c) => c.coverageId === s.coverageId)?.payerId;
      const appeal = appealDue(payerId ? context.cardOf(payerId) : undefined, 1, today, context.place);
      const appealBy = appeal.kind === 'known' ? { appealBy: dateInZone(appeal.said.value, zone) } : {};
      return {
        type: 'RecordAnswer',
        actor: { kind: 'system', component: 'flow' },
        now,
        today,
        submissionId,
        answer,
        authorizations,
        ...(denial ? { denial: { ...denial, ...appealBy } } : {}),
      };
    },
  });
};

/** Writes down what a payer's system answered and what nobody here knew: talks that it offers, what it decided, and how an appeal stands. */
export const takeAnswer = async (
  casework: Casework,
  scope: Scope,
  zone: ZoneId,
  episodeId: string,
  submissionId: string,
  lines: readonly AnsweredLine[],
): Promise<EpisodeActed> => {
  const heard = await hearTalks(casework, scope, zone, episodeId, submissionId, lines);
  const decided = await takeDecision(casework, scope, zone, episodeId, submissionId, lines);
  const appealed = await takeAppealAnswer(casework, scope, zone, episodeId, submissionId, lines);
  return [appealed, decided, heard].find((acted) => acted?.kind === 'done') ?? decided;
};
