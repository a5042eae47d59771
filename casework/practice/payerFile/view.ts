import type { BenefitReply } from '@openum/domain/benefits/reply.ts';
import { type EpisodeSubmission, finalAnswer } from '@openum/domain/episode/state.ts';
import { type FileStanding, openStandings } from '@openum/domain/payerFile/file.ts';
import type { AuthorizationReply, FilePart } from '@openum/domain/payerFile/part.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { FileFilter, ListedFile, PayerFileNote } from '../../port/payerFiles.ts';
import type { PracticeActing } from '../acting.ts';
import { loadEpisode } from '../episode/load.ts';
import type { ReadBytes } from './take.ts';

/** A request that an answer may belong to. */
export type FileCandidate = {
  readonly episodeId: string;
  readonly submissionId: string;
  readonly patientName: string;
  readonly kind: EpisodeSubmission['kind'];
  readonly levelOfCare: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly sentAt: Instant;
};

export type FilePartView = {
  /** Place in the file, the first being 1. */
  readonly part: number;
  readonly content: FilePart;
  readonly standing: FileStanding;
  readonly text: string;
  readonly episodeId?: string;
  readonly candidates: readonly FileCandidate[];
  /** Whose benefits an answer may be about. */
  readonly coverages: readonly CoverageCandidate[];
};

export type CoverageCandidate = {
  readonly episodeId: string;
  readonly coverageId: string;
  readonly patientName: string;
  readonly payerName: string;
  readonly memberNumber: string;
};

export type PayerFileView = {
  readonly file: ListedFile;
  readonly parts: readonly FilePartView[];
  readonly problems: readonly string[];
  readonly unread: readonly string[];
  readonly notes: readonly PayerFileNote[];
};

export type PayerFilePage = { readonly files: readonly ListedFile[]; readonly next?: string };

const page = 50;

export const readFiles = async (
  { casework, scope }: PracticeActing,
  filter: FileFilter,
  after: string | undefined,
): Promise<PayerFilePage> => {
  const found = await casework.payerFiles.list(scope, filter, after, page + 1);
  const files = found.slice(0, page);
  const last = files.at(-1);
  return { files, ...(found.length > page && last ? { next: last.fileId } : {}) };
};

const mostEpisodes = 200;

/** Open requests for the member that an answer names; where there are none, those of everybody who is in. */
const candidatesOf = async (
  { casework, scope }: PracticeActing,
  { memberNumber }: AuthorizationReply,
): Promise<readonly FileCandidate[]> => {
  const open = async (filter: { readonly presence: 'all' | 'present'; readonly text?: string }) => {
    const rows = await casework.episodes.list(scope, filter, undefined, mostEpisodes);
    const found = await Promise.all(rows.map((r) => loadEpisode(casework.episodes, scope, r.episodeId)));
    return found.flatMap((e) =>
      (e?.state.submissions ?? [])
        .filter((s) => finalAnswer(s) === undefined)
        .map((s) => ({
          episodeId: e?.episodeId ?? '',
          submissionId: s.submissionId,
          patientName: `${e?.state.patient.family}, ${e?.state.patient.given}`,
          kind: s.kind,
          levelOfCare: s.levelOfCare,
          from: s.from,
          to: s.to,
          sentAt: s.sentAt,
        })),
    );
  };
  const own = memberNumber === '' ? [] : await open({ presence: 'all', text: memberNumber });
  return own.length > 0 ? own : open({ presence: 'present' });
};

/** Coverages of everybody who is in, those with the family name of the answer first. */
const coveragesOf = async (
  { casework, scope }: PracticeActing,
  { patient }: BenefitReply,
): Promise<readonly CoverageCandidate[]> => {
  const rows = await casework.episodes.list(scope, { presence: 'present' }, undefined, mostEpisodes);
  const loaded = await Promise.all(rows.map((r) => loadEpisode(casework.episodes, scope, r.episodeId)));
  const named = (name: string): number => Number(name.toUpperCase().startsWith(patient.family.toUpperCase()));
  return loaded
    .filter((x) => x !== undefined)
    .flatMap(({ episodeId, state }) =>
      state.coverages.map(({ coverageId, payerName, memberNumber }) => ({
        episodeId,
        coverageId,
        patientName: `${state.patient.family}, ${state.patient.given}`,
        payerName,
        memberNumber,
      })),
    )
    .toSorted((a, b) => named(b.patientName) - named(a.patientName));
};

const partView = async (
  me: PracticeActing,
  notes: readonly PayerFileNote[],
  content: FilePart,
  part: number,
): Promise<FilePartView> => {
  const last = notes.findLast((n) => n.part === part);
  const standing = last?.standing ?? 'kept';
  const isOpen = openStandings.includes(standing);
  return {
    part,
    content,
    standing,
    text: last?.text ?? '',
    ...(last?.episodeId ? { episodeId: last.episodeId } : {}),
    candidates: content.kind === 'authorization' && isOpen ? await candidatesOf(me, content) : [],
    coverages: content.kind === 'benefits' && isOpen ? await coveragesOf(me, content) : [],
  };
};

/** One file with what it says, what became of it, and what a person may do about it. */
export const readFileView = async (
  me: PracticeActing,
  read: ReadBytes,
  fileId: string,
): Promise<PayerFileView | undefined> => {
  const { payerFiles } = me.casework;
  const file = await payerFiles.find(me.scope, fileId);
  const bytes = file && (await payerFiles.content(me.scope, fileId));
  if (!file || !bytes) return undefined;
  const notes = await payerFiles.notes(me.scope, fileId);
  if (file.direction === 'out') return { file, parts: [], problems: [], unread: [], notes };
  const { parts, problems, unread } = read(bytes);
  return {
    file,
    parts: await Promise.all(parts.map((content, at) => partView(me, notes, content, at + 1))),
    problems,
    unread,
    notes,
  };
};
