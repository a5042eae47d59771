import { refuse } from '../../case/refusal.ts';
import type { EpisodeCommandOf } from '../../episode/command.ts';
import { type EpisodeDecided, firstOf } from '../../episode/decided.ts';
import type { EpisodeEvent } from '../../episode/event.ts';
import { authorizationProblem } from '../../episode/payerDecide.ts';
import type { Episode } from '../../episode/state.ts';
import { onFile } from './heard.ts';

/** The payer's system told how an appeal stands, and when it ended: what that means for the days. Never what it means in money. */
export const hearAppeal = (e: Episode, command: EpisodeCommandOf<'HearAppeal'>): EpisodeDecided => {
  const { appealId, words, answer, authorizations } = command;
  const appeal = e.appeals.find((a) => a.appealId === appealId);
  if (!appeal?.sentOn) return refuse('practiceAppealUnknown');
  if (appeal.answered) return refuse('practiceAppealAnswered');
  const problem = firstOf(...authorizations.map((a) => authorizationProblem(e, a)));
  if (problem) return problem;
  return [
    ...(words.length > 0 ? [{ type: 'AppealSaid', data: { appealId, words } } as const] : []),
    ...authorizations.map((a): EpisodeEvent => {
      const known = onFile(e, a);
      if (!known) return { type: 'AuthorizationRecorded', data: a };
      const { recordedAt: _r, earlier: _e, voided: _v, ...before } = known;
      const authorization = { ...before, ...a, authorizationId: known.authorizationId };
      return { type: 'AuthorizationCorrected', data: { authorization, reason: 'The payer changed it on appeal.' } };
    }),
    ...(answer ? [{ type: 'AppealAnswered', data: { appealId, ...answer, saidByPayer: true } } as const] : []),
  ];
};
