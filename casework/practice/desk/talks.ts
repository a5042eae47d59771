import type { Episode, EpisodeTalk } from '@openum/domain/episode/state.ts';
import { type TalkSheet, talkSheet } from '@openum/domain/payer/callSheet.ts';
import { agreedAt, differencesOf, type TalkDifference, talkEnd } from '@openum/domain/practiceTalk/standing.ts';
import { tasksOf } from '@openum/domain/practiceTask/derive.ts';
import type { EpisodeTask } from '@openum/domain/practiceTask/task.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { PracticeActing } from '../acting.ts';
import { eachEpisode } from '../episode/all.ts';
import { taskReading } from '../task/context.ts';
import { type TaskLine, taskLines } from '../task/read.ts';

const talkStates = ['open', 'scheduled', 'lapsed', 'held', 'missed', 'declined', 'closed'] as const;
export type TalkState = (typeof talkStates)[number];

export type TalkLine = EpisodeTalk & {
  readonly episodeId: string;
  readonly version: number;
  readonly episodeNumber: string;
  readonly patientName: string;
  readonly payerName?: string;
  readonly payerPhone?: string;
  readonly clinicianName?: string;
  readonly state: TalkState;
  /** Who says how it ended, where it did. */
  readonly endedBy?: 'practice' | 'payer';
  /** Also a time that only the payer has. */
  readonly agreedAt?: Instant;
  /** Where the record and the payer do not agree. */
  readonly differences: readonly TalkDifference[];
  readonly task?: EpisodeTask;
  readonly sheet: TalkSheet;
};

export type TalkBoard = {
  readonly now: Instant;
  /** One page of all; those that wait come first. */
  readonly talks: readonly TalkLine[];
  readonly total: number;
  readonly missed: number;
  readonly page: number;
  readonly size: number;
  /** Denials whose payer grants a talk that nobody has asked for. */
  readonly toAsk: readonly TaskLine[];
};

const stateOf = (t: EpisodeTalk, now: Instant): TalkState => {
  const ended = talkEnd(t);
  if (ended) return ended.end;
  if (t.closesAt < now) return 'lapsed';
  return agreedAt(t) ? 'scheduled' : 'open';
};

const rank: Record<TalkState, number> = {
  lapsed: 0,
  open: 1,
  scheduled: 1,
  held: 2,
  missed: 2,
  declined: 2,
  closed: 2,
};

const dueOf = (t: TalkLine): string => (rank[t.state] === 2 ? t.closesAt : (t.agreedAt ?? t.closesAt));

/** What waits first, by its moment; what is over last, the newest first. */
export const talkOrder = (a: TalkLine, b: TalkLine): number => {
  const byRank = rank[a.state] - rank[b.state];
  if (byRank !== 0) return byRank;
  const [x, y] = [dueOf(a), dueOf(b)];
  const byDue = x < y ? -1 : x > y ? 1 : 0;
  return rank[a.state] === 2 ? -byDue : byDue;
};

/** Every offer of a talk with where it stands, and the talks that are still to be asked for. */
export const readTalks = async (
  { casework, scope, practice, now }: PracticeActing,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<TalkBoard> => {
  const { context, duty } = await taskReading(casework, scope, practice.zone, now);
  const { indicators } = casework.knowledge.noteCheck.guide;
  const nameOf = (id: string): string => indicators.find((i) => i.id === id)?.name ?? id;
  const talks: TalkLine[] = [];
  const toAsk: TaskLine[] = [];
  const read = (episodeId: string, e: Episode): void => {
    const tasks = tasksOf(e, duty, context);
    toAsk.push(
      ...taskLines(
        episodeId,
        e,
        tasks.filter((t) => t.kind === 'askPeerToPeer'),
      ),
    );
    for (const t of e.talks) {
      const s = e.submissions.find((x) => x.submissionId === t.submissionId);
      const coverage = e.coverages.find((c) => c.coverageId === s?.coverageId) ?? e.coverages[0];
      const card = coverage && context.cardOf(coverage.payerId);
      const task = tasks.find((x) => x.about.offerId === t.offerId);
      const ended = talkEnd(t);
      const agreed = agreedAt(t);
      const phone = t.phone ?? card?.peerToPeer?.value.phone;
      const sheet = talkSheet(e, t, card);
      talks.push({
        ...t,
        episodeId,
        version: e.version,
        episodeNumber: e.episodeNumber,
        patientName: `${e.patient.family}, ${e.patient.given}`,
        ...(coverage ? { payerName: coverage.payerName } : {}),
        ...(phone ? { payerPhone: phone } : {}),
        ...(e.clinician ? { clinicianName: e.clinician.name } : {}),
        state: stateOf(t, now),
        ...(ended ? { endedBy: ended.by } : {}),
        ...(agreed ? { agreedAt: agreed } : {}),
        differences: differencesOf(t),
        ...(task ? { task } : {}),
        sheet: { ...sheet, missing: sheet.missing.map(nameOf), contradicted: sheet.contradicted.map(nameOf) },
      });
    }
  };
  for await (const { episodeId, episode } of eachEpisode(casework.episodes, scope, ['talks', 'denials']))
    read(episodeId, episode);
  return {
    now,
    talks: talks.toSorted(talkOrder).slice((page - 1) * size, page * size),
    total: talks.length,
    missed: talks.filter((t) => t.state === 'missed' || t.state === 'lapsed').length,
    page,
    size,
    toAsk,
  };
};
