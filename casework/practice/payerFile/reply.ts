import { refusalSentence, refuse } from '@openum/domain/case/refusal.ts';
import type { Episode, EpisodeSubmission } from '@openum/domain/episode/state.ts';
import { finalAnswer } from '@openum/domain/episode/state.ts';
import type { FileStanding } from '@openum/domain/payerFile/file.ts';
import type { AuthorizationReply } from '@openum/domain/payerFile/part.ts';
import { repliedTo } from '@openum/domain/payerFile/reply.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { loadEpisode } from '../episode/load.ts';
import { takeAnswer } from '../request/take.ts';
import type { FileHand } from './make.ts';

/** What became of one part of a file. */
export type PartResult = {
  readonly standing: FileStanding;
  readonly text: string;
  readonly episodeId?: string;
  readonly submissionId?: string;
};

export type RequestPlace = { readonly episodeId: string; readonly submissionId: string };

export const unmatched = (text: string): PartResult => ({ standing: 'unmatched', text });

/** The payer's system did not take a request: it is over, with the reason, so that it is sent anew. */
export const recordRejection = (
  { casework, scope, now, zone }: FileHand,
  { episodeId, submissionId }: RequestPlace,
  reasons: readonly string[],
): Promise<EpisodeActed> =>
  actOnEpisode(casework, scope, {
    episodeId,
    command: ({ state }) => {
      const s = state.submissions.find((x) => x.submissionId === submissionId);
      if (!s) return refuse('submissionUnknown');
      return {
        type: 'RecordAnswer',
        actor: { kind: 'system', component: 'flow' },
        now,
        today: dateInZone(now, zone),
        submissionId,
        answer: {
          outcome: 'rejected',
          answeredAt: now,
          reason: reasons.join(' ') || 'The payer’s system gave no reason.',
        },
        authorizations: [],
      };
    },
  });

const recorded = (place: RequestPlace, acted: EpisodeActed): PartResult => {
  switch (acted.kind) {
    case 'done':
      return { standing: 'taken', text: 'The request has this answer now.', ...place };
    case 'refused':
      return acted.refusal.code === 'submissionAnswered'
        ? { standing: 'taken', text: 'It says nothing that the record does not have.', ...place }
        : { ...unmatched(`It could not be recorded: ${refusalSentence(acted.refusal)}`), ...place };
    case 'stale':
      return { ...unmatched('Somebody else changed the episode at the same time. Record it again.'), ...place };
  }
};

const submissionOf = (e: Episode, submissionId: string): EpisodeSubmission | undefined =>
  e.submissions.find((x) => x.submissionId === submissionId);

/** Writes down what a 278 answer says of one request. */
export const recordReply = async (
  hand: FileHand,
  place: RequestPlace,
  reply: AuthorizationReply,
): Promise<PartResult> => {
  const { casework, scope, zone } = hand;
  const state = (await loadEpisode(casework.episodes, scope, place.episodeId))?.state;
  const s = state && submissionOf(state, place.submissionId);
  if (!s) return unmatched('The request that it answers is not in the record.');
  const answer = repliedTo(s, reply);
  switch (answer.kind) {
    case 'lines':
      // A payer may change its mind after an appeal or a talk; what that means for the days is for a person to record.
      return finalAnswer(s)
        ? {
            ...unmatched('The request had its final answer. Record on the episode what is new, then set this aside.'),
            ...place,
          }
        : recorded(place, await takeAnswer(casework, scope, zone, place.episodeId, place.submissionId, answer.lines));
    case 'rejected':
      return recorded(place, await recordRejection(hand, place, answer.messages));
    default:
      return { standing: 'broken', text: 'The answer says nothing of what was asked for.', ...place };
  }
};

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** The request of this practice that an answer names, by a number of its own; or why there is none. */
export const requestAnswered = async (
  { casework, scope }: FileHand,
  reply: AuthorizationReply,
): Promise<RequestPlace | PartResult> => {
  for (const reference of reply.references) {
    const sent = await casework.payerFiles.sentAs(scope, reference);
    if (!sent?.episodeId) continue;
    const state = (await loadEpisode(casework.episodes, scope, sent.episodeId))?.state;
    const s = state && submissionOf(state, reference);
    const coverage = state?.coverages.find((c) => c.coverageId === s?.coverageId);
    if (!s || !coverage) continue;
    if (reply.memberNumber !== '' && plain(reply.memberNumber) !== plain(coverage.memberNumber))
      return unmatched('The answer names another member than the request. Choose the request that it belongs to.');
    return { episodeId: sent.episodeId, submissionId: reference };
  }
  return unmatched('Nothing that this practice sent has the number that the answer names.');
};
