import { refuse } from '@openum/domain/case/refusal.ts';
import { heardAppeal } from '@openum/domain/denial/appeal/heard.ts';
import type { AnsweredLine } from '@openum/domain/payer/answer.ts';
import { dateInZone, type ZoneId } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { Scope } from '../../port/scope.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';

/** Writes down what a payer's system says of the appeal that lies with it: how it stands, how it ended, and the days it brings. */
export const takeAppealAnswer = (
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
  return actOnEpisode(casework, scope, {
    episodeId,
    command: ({ state }) => {
      const s = state.submissions.find((x) => x.submissionId === submissionId);
      const heard = s && heardAppeal(state, s, lines, today, environment.newId);
      if (!heard) return refuse('practiceAppealUnknown');
      return { type: 'HearAppeal', actor: { kind: 'system', component: 'flow' }, now, today, ...heard };
    },
  });
};
