import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { EpisodeCommandOf } from '@openum/domain/episode/command.ts';
import type { Episode, EpisodeSubmission } from '@openum/domain/episode/state.ts';
import type { PracticeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import type { LoadedEpisode } from '../episode/load.ts';
import { requestOf } from '../request/exchange.ts';
import { type ChosenLine, fileLineOf } from './line.ts';
import { type FileHand, makeFile } from './make.ts';

export const handOf = (me: PracticeActing): FileHand => ({
  casework: me.casework,
  scope: me.scope,
  zone: me.practice.zone,
  now: me.now,
  by: { userId: me.actor.userId, name: me.actor.name },
});

/** The authorization that a request for more days goes on from. */
const previousAuthorization = (e: Episode, s: EpisodeSubmission): string | undefined =>
  s.kind === 'continuedStay'
    ? e.authorizations
        .filter((a) => !a.voided && a.coverageId === s.coverageId && a.levelOfCare === s.levelOfCare)
        .toSorted((a, b) => (a.to < b.to ? -1 : 1))
        .at(-1)?.number
    : undefined;

const makeRequestFile = async (
  me: PracticeActing,
  { lines, line }: ChosenLine,
  episodeId: string,
  e: Episode,
  s: EpisodeSubmission,
): Promise<void> => {
  const number = previousAuthorization(e, s);
  const request = { request: requestOf(e, s, me.now), ...(number ? { previousAuthorization: number } : {}) };
  await makeFile(handOf(me), {
    lines,
    line,
    kind: '278',
    fileId: s.submissionId,
    reference: s.submissionId,
    episodeId,
    write: (envelope) => lines.request(me.scope, line.name, request, envelope),
  });
};

/** A request as a file (278): written down first, then made and handed over, so that nothing leaves that the record does not know. */
export const sendAsFile = async (
  me: PracticeActing,
  { episodeId, state }: LoadedEpisode,
  command: EpisodeCommandOf<'RecordSubmission'>,
): Promise<EpisodeActed> => {
  if ((command.diagnoses ?? []).length === 0)
    return { kind: 'refused', refusal: refuse('fieldMissing', { field: 'diagnoses' }) };
  const chosen = await fileLineOf(me, state, command.coverageId);
  if (isRefusal(chosen)) return { kind: 'refused', refusal: chosen };
  const acted = await actOnEpisode(me.casework, me.scope, {
    episodeId,
    commandId: command.submissionId,
    command: () => ({ ...command, sentAt: me.now, sentTo: chosen.line.name }),
  });
  const s = acted.kind === 'done' && acted.state.submissions.find((x) => x.submissionId === command.submissionId);
  if (acted.kind === 'done' && s) await makeRequestFile(me, chosen, episodeId, acted.state, s);
  return acted;
};

/** The file of a request that is written down and of which there is none, because the making was cut short. */
export const makeMissingFile = async (
  me: PracticeActing,
  { episodeId, state }: LoadedEpisode,
  submissionId: string,
): Promise<Refusal | undefined> => {
  const s = state.submissions.find((x) => x.submissionId === submissionId);
  if (s?.channel !== 'x12') return refuse('submissionUnknown');
  const chosen = await fileLineOf(me, state, s.coverageId);
  if (isRefusal(chosen)) return chosen;
  await makeRequestFile(me, chosen, episodeId, state, s);
  return undefined;
};
