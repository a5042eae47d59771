import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { EpisodeCommandOf } from '@openum/domain/episode/command.ts';
import { decideEpisode } from '@openum/domain/episode/decide.ts';
import { evolveEpisode } from '@openum/domain/episode/evolve.ts';
import type { Submission } from '@openum/domain/episode/record.ts';
import type { Episode, EpisodeState } from '@openum/domain/episode/state.ts';
import { informing, type OutgoingRequest } from '@openum/domain/payer/outgoing.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { PayerLines } from '../../port/payerLines.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { type LoadedEpisode, loadEpisode } from '../episode/load.ts';
import { checksOfRequest } from '../noteCheck/keep.ts';
import { cardsOn } from '../payer/cards.ts';
import { makeMissingFile, sendAsFile } from '../payerFile/sendRequest.ts';
import { type Exchanged, exchange, requestOf } from './exchange.ts';
import { takeAnswer } from './take.ts';

/** What a person composed; its id is the id of the act, so that a second sending is known as the same. */
export type ComposedRequest = Omit<Submission, 'sentAt' | 'noteCheckId'> & {
  readonly sentAt?: Instant;
  /** How the clinical summary was when it came in, before it was checked and mended. */
  readonly noteBefore?: string;
  readonly expectedVersion: number;
};

/** It did not go: nothing about it stands in the episode. */
export type NotSent = { readonly kind: 'notSent'; readonly reached: boolean; readonly messages: readonly string[] };

type Line = { readonly lines: PayerLines; readonly line: string; readonly payerId: string };

const lineOf = async (
  { casework, scope, today }: PracticeActing,
  e: Episode,
  coverageId: string,
): Promise<Line | Refusal> => {
  const lines = casework.payerLines;
  const payerId = e.coverages.find((c) => c.coverageId === coverageId)?.payerId;
  const line = payerId && (await cardsOn(casework, scope, today)).get(payerId)?.card.line;
  if (!lines || !payerId || !line || !lines.names(scope).includes(line))
    return refuse('fieldInvalid', { field: 'channel', problem: 'no electronic line leads to this payer' });
  return { lines, line, payerId };
};

/** The bytes of a message that went before and got no answer; the payer must see the same ones again. */
const sentBefore = async (
  { casework, scope }: PracticeActing,
  submissionId: string,
  messageId: string,
): Promise<Uint8Array | undefined> =>
  (await casework.payerExchanges.ofSubmission(scope, submissionId)).find(
    (x) => x.operation === 'submit' && (x.status ?? 500) >= 500 && new TextDecoder().decode(x.sent).includes(messageId),
  )?.sent;

const notSent = (x: Exclude<Exchanged, { kind: 'lines' | 'nothing' }>): NotSent =>
  x.kind === 'unreachable'
    ? { kind: 'notSent', reached: false, messages: [] }
    : { kind: 'notSent', reached: true, messages: x.messages };

const transmit = async (
  me: PracticeActing,
  { lines, line, payerId }: Line,
  episodeId: string,
  request: OutgoingRequest,
): Promise<Exchanged> => {
  const message =
    (await sentBefore(me, request.submissionId, request.messageId)) ?? lines.submission(me.scope, line, request);
  return exchange(
    me.casework,
    { scope: me.scope, lines, line, episodeId, payerId, request, at: me.now },
    'submit',
    message,
  );
};

const submissionCommand = (me: PracticeActing, composed: ComposedRequest): EpisodeCommandOf<'RecordSubmission'> => {
  const { expectedVersion: _, noteBefore: _before, sentAt, ...submission } = composed;
  const noteChecks = checksOfRequest(me.casework, composed);
  return { type: 'RecordSubmission', ...byAt(me), ...submission, sentAt: sentAt ?? me.now, noteChecks };
};

/** The episode as it would be with the submission; the rules speak before anything leaves the house. */
const withSubmission = ({ state }: LoadedEpisode, command: EpisodeCommandOf<'RecordSubmission'>): Episode | Refusal => {
  const events = decideEpisode(command, state);
  return isRefusal(events) ? events : (events.reduce(evolveEpisode, state as EpisodeState) as Episode);
};

const sendElectronically = async (
  me: PracticeActing,
  loaded: LoadedEpisode,
  composed: ComposedRequest,
): Promise<EpisodeActed | NotSent> => {
  const { casework, scope, now, practice } = me;
  const { episodeId } = loaded;
  const { submissionId } = composed;
  if ((composed.diagnoses ?? []).length === 0)
    return { kind: 'refused', refusal: refuse('fieldMissing', { field: 'diagnoses' }) };
  const line = await lineOf(me, loaded.state, composed.coverageId);
  if (isRefusal(line)) return { kind: 'refused', refusal: line };
  const command = submissionCommand(me, { ...composed, sentAt: now, sentTo: line.line });
  const after = withSubmission(loaded, command);
  if (isRefusal(after)) return { kind: 'refused', refusal: after };
  const s = after.submissions.find((x) => x.submissionId === submissionId);
  if (!s) throw new Error('a submission vanished between two readings');
  const exchanged = await transmit(me, line, episodeId, requestOf(after, s, now));
  if (exchanged.kind !== 'lines' && exchanged.kind !== 'nothing') return notSent(exchanged);
  const recorded = await actOnEpisode(casework, scope, { episodeId, commandId: submissionId, command: () => command });
  if (recorded.kind !== 'done' || exchanged.kind === 'nothing') return recorded;
  const taken = await takeAnswer(casework, scope, practice.zone, episodeId, submissionId, exchanged.lines);
  return taken.kind === 'done' ? taken : recorded;
};

/** A request to a payer: over its electronic line, or written down as it went by telephone, fax, portal, file or packet. */
export const sendRequest = async (
  me: PracticeActing,
  episodeId: string,
  composed: ComposedRequest,
): Promise<EpisodeActed | NotSent> => {
  const { casework, scope } = me;
  if (composed.channel !== 'pas' && composed.channel !== 'x12')
    return actOnEpisode(casework, scope, {
      episodeId,
      expectedVersion: composed.expectedVersion,
      commandId: composed.submissionId,
      command: () => submissionCommand(me, composed),
    });
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return { kind: 'refused', refusal: refuse('episodeNotFound') };
  if (await casework.episodes.commandDone(scope, composed.submissionId)) {
    const refusal = composed.channel === 'x12' ? await makeMissingFile(me, loaded, composed.submissionId) : undefined;
    return refusal
      ? { kind: 'refused', refusal }
      : { kind: 'done', version: loaded.state.version, state: loaded.state, events: [] };
  }
  if (loaded.state.version !== composed.expectedVersion)
    return { kind: 'stale', version: loaded.state.version, since: loaded.events.slice(composed.expectedVersion) };
  return composed.channel === 'x12'
    ? sendAsFile(me, loaded, submissionCommand(me, composed))
    : sendElectronically(me, loaded, composed);
};

export type ComposedInformation = {
  readonly commandId: string;
  readonly summary: string;
  readonly sentAt?: Instant;
  readonly noteBefore?: string;
};

/** What the payer asked for: over the line on which the request went, or written down as sent. */
export const sendInformation = async (
  me: PracticeActing,
  episodeId: string,
  submissionId: string,
  { commandId, summary, sentAt, noteBefore }: ComposedInformation,
): Promise<EpisodeActed | NotSent> => {
  const { casework, scope, now, practice } = me;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return { kind: 'refused', refusal: refuse('episodeNotFound') };
  const s = loaded.state.submissions.find((x) => x.submissionId === submissionId);
  const written = s && { levelOfCare: s.levelOfCare, clinicalSummary: summary, ...(noteBefore ? { noteBefore } : {}) };
  const command: EpisodeCommandOf<'RecordInformationSent'> = {
    type: 'RecordInformationSent',
    ...byAt(me),
    submissionId,
    summary,
    sentAt: sentAt ?? now,
    ...(written ? { noteChecks: checksOfRequest(casework, written) } : {}),
  };
  const record = () => actOnEpisode(casework, scope, { episodeId, commandId, command: () => command });
  if (s?.channel !== 'pas' || (await casework.episodes.commandDone(scope, commandId))) return record();
  const events = decideEpisode(command, loaded.state);
  if (isRefusal(events)) return { kind: 'refused', refusal: events };
  const line = await lineOf(me, loaded.state, s.coverageId);
  if (isRefusal(line)) return { kind: 'refused', refusal: line };
  const request = informing(requestOf(loaded.state, s, now), commandId, summary);
  const exchanged = await transmit(me, line, episodeId, request);
  if (exchanged.kind !== 'lines' && exchanged.kind !== 'nothing') return notSent(exchanged);
  const recorded = await record();
  if (recorded.kind !== 'done' || exchanged.kind === 'nothing') return recorded;
  const taken = await takeAnswer(casework, scope, practice.zone, episodeId, submissionId, exchanged.lines);
  return taken.kind === 'done' ? taken : recorded;
};
