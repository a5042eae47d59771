import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { EpisodeCommandOf } from '@openum/domain/episode/command.ts';
import { decideEpisode } from '@openum/domain/episode/decide.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import type { ChosenPages, Packet, PacketRequest } from '@openum/domain/packet/record.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode, type EpisodeActed } from '../episode/act.ts';
import { loadEpisode } from '../episode/load.ts';
import { checksOfRequest } from '../noteCheck/keep.ts';
import { type BoundFile, bindDocuments } from './bind.ts';
import { packetPaper } from './paper.ts';

export type PacketToMake = Pick<Packet, 'coverageId' | 'answers' | 'updates' | 'addressee' | 'fax' | 'consent'> & {
  readonly packetId: string;
  readonly request?: Omit<PacketRequest, 'submissionId' | 'coverageId' | 'noteCheckId'>;
  /** How the clinical summary was when it came in, before it was checked and mended. */
  readonly noteBefore?: string;
  readonly documents: readonly ChosenPages[];
};

type Composed = Omit<Packet, 'parts' | 'pages' | 'sha256'>;

/** The record keeps what was said to each wish with the summary, so that it can be found where summaries are read. */
const told = (summary: string, updates: Packet['updates']): string =>
  [summary, ...updates.map((u) => `${u.wanted}: ${u.text}`)].filter((t) => t.trim() !== '').join('\n\n');

const composed = ({ documents: _d, noteBefore: _n, request, answers, ...rest }: PacketToMake): Composed => ({
  ...rest,
  ...(request
    ? {
        request: {
          ...request,
          submissionId: rest.packetId,
          coverageId: rest.coverageId,
          clinicalSummary: told(request.clinicalSummary, rest.updates),
        },
      }
    : {}),
  ...(answers ? { answers: { ...answers, summary: told(answers.summary, rest.updates) } } : {}),
});

/** What is found in the words is kept with the packet, as with any request. */
const noteChecks = ({ casework }: PracticeActing, { request, noteBefore }: PacketToMake) =>
  request
    ? {
        noteChecks: checksOfRequest(casework, {
          levelOfCare: request.levelOfCare,
          clinicalSummary: request.clinicalSummary,
          ...(noteBefore ? { noteBefore } : {}),
        }),
      }
    : {};

const commandOf = (me: PracticeActing, packet: Composed, file: BoundFile): EpisodeCommandOf<'MakePacket'> => ({
  type: 'MakePacket',
  ...byAt(me),
  ...packet,
  parts: file.parts,
  pages: file.pages,
  sha256: me.casework.environment.sha256Hex(file.pdf),
});

const bound = async (
  me: PracticeActing,
  episodeId: string,
  e: Episode,
  given: PacketToMake,
): Promise<BoundFile | Refusal> => {
  // The rules speak before anything is printed.
  const draft = commandOf(me, composed(given), { pdf: new Uint8Array(), pages: 0, parts: [] });
  const no = decideEpisode(draft, e);
  if (isRefusal(no)) return no;
  const { request, answers, ...rest } = given;
  const said = {
    ...rest,
    ...(request ? { request: { ...request, submissionId: given.packetId, coverageId: given.coverageId } } : {}),
    ...(answers ? { answers } : {}),
  };
  return bindDocuments(me, episodeId, e, given.documents, packetPaper(me, e, said));
};

/** The packet as it would be; nothing of it is kept. */
export const previewPacket = async (
  me: PracticeActing,
  episodeId: string,
  given: PacketToMake,
): Promise<BoundFile | Refusal> => {
  const loaded = await loadEpisode(me.casework.episodes, me.scope, episodeId);
  return loaded ? bound(me, episodeId, loaded.state, given) : refuse('episodeNotFound');
};

/** Prints a packet and keeps it byte by byte. Nothing has gone yet. */
export const makePacket = async (
  me: PracticeActing,
  episodeId: string,
  given: PacketToMake,
  expectedVersion: number,
): Promise<EpisodeActed> => {
  const { casework, scope } = me;
  const { packetId } = given;
  const loaded = await loadEpisode(casework.episodes, scope, episodeId);
  if (!loaded) return { kind: 'refused', refusal: refuse('episodeNotFound') };
  if (await casework.episodes.commandDone(scope, packetId))
    return { kind: 'done', version: loaded.state.version, state: loaded.state, events: [] };
  if (loaded.state.version !== expectedVersion)
    return { kind: 'stale', version: loaded.state.version, since: loaded.events.slice(expectedVersion) };
  const file = await bound(me, episodeId, loaded.state, given);
  if (isRefusal(file)) return { kind: 'refused', refusal: file };
  return actOnEpisode(casework, scope, {
    episodeId,
    expectedVersion,
    commandId: packetId,
    files: [{ fileId: packetId, contentType: 'application/pdf', bytes: file.pdf, toRead: false }],
    command: () => ({ ...commandOf(me, composed(given), file), ...noteChecks(me, given) }),
  });
};
