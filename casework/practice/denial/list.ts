import { loadDenialCodes } from '@openum/content/code/denialCodes.ts';
import { causeOf, type FoundCause } from '@openum/domain/denial/cause.ts';
import { clustersOf, type DenialCluster, type DenialRow, denialRows } from '@openum/domain/denial/cluster.ts';
import type { AppealAnswer, Denial } from '@openum/domain/episode/record.ts';
import type { Episode, EpisodeAppeal } from '@openum/domain/episode/state.ts';
import { appealTasks, retroTasks } from '@openum/domain/practiceTask/money.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { PracticeActing } from '../acting.ts';
import { eachEpisode } from '../episode/all.ts';
import { taskReading } from '../task/context.ts';

const codes = loadDenialCodes();

export type DenialLine = DenialRow &
  Pick<
    Denial,
    | 'from'
    | 'to'
    | 'source'
    | 'reason'
    | 'claimId'
    | 'adjustmentCodes'
    | 'remarkCodes'
    | 'reference'
    | 'letterOn'
    | 'letter'
  > & {
    readonly episodeNumber: string;
    readonly patientName: string;
    readonly version: number;
    /** What the rules find, with what it rests on, also where a person assigned another cause. */
    readonly found: FoundCause;
    readonly assignedBy?: { readonly by: string; readonly reason: string };
    /** The appeal that is open to the practice; without a moment where nobody knows until when. */
    readonly appealOpen?: {
      readonly level: number;
      readonly dueAt?: Instant;
    };
    readonly appeals: readonly {
      readonly appealId: string;
      readonly level: number;
      readonly sentOn?: CalendarDate;
      readonly said: EpisodeAppeal['said'];
      readonly answered?: AppealAnswer;
    }[];
  };

export type RetroLine = {
  readonly episodeId: string;
  readonly episodeNumber: string;
  readonly patientName: string;
  readonly payerName?: string;
  readonly emergency: boolean;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly atStake: number;
  readonly dueAt?: Instant;
};

export type DenialsReading = {
  /** The most recent first. */
  readonly denials: readonly DenialLine[];
  readonly clusters: readonly DenialCluster[];
  /** Days that were given without cover and can still be asked for. */
  readonly retro: readonly RetroLine[];
  /** Our words for the codes that occur. */
  readonly labels: Readonly<Record<string, string>>;
};

const nameOf = ({ patient }: Episode): string => `${patient.family}, ${patient.given}`;

/** Every denial with its cause, what can still be done about it, and what they have in common. */
export const readDenials = async ({ casework, scope, practice, now }: PracticeActing): Promise<DenialsReading> => {
  const known = await Array.fromAsync(eachEpisode(casework.episodes, scope, ['denials', 'tasks']));
  const { context } = await taskReading(casework, scope, practice.zone, now);
  const causes = { codes, now, zone: practice.zone };
  const denials = known.flatMap(({ episodeId, episode: e }): readonly DenialLine[] => {
    const rows = denialRows(episodeId, e, causes);
    const open = appealTasks(e, context);
    return e.denials.flatMap((d, at) => {
      const row = rows[at];
      if (!row) return [];
      const task = open.find((t) => t.about.denialId === d.denialId);
      const appeals = e.appeals
        .filter((a) => a.denialId === d.denialId)
        .map(({ appealId, level, sentOn, said, answered }) => ({
          appealId,
          level,
          ...(sentOn ? { sentOn } : {}),
          said,
          ...(answered ? { answered } : {}),
        }));
      return [
        {
          ...row,
          episodeNumber: e.episodeNumber,
          patientName: nameOf(e),
          version: e.version,
          from: d.from,
          to: d.to,
          source: d.source,
          ...(d.reason ? { reason: d.reason } : {}),
          ...(d.claimId ? { claimId: d.claimId } : {}),
          ...(d.reference ? { reference: d.reference } : {}),
          ...(d.letterOn ? { letterOn: d.letterOn } : {}),
          ...(d.letter ? { letter: d.letter } : {}),
          adjustmentCodes: d.adjustmentCodes,
          remarkCodes: d.remarkCodes,
          found: causeOf(e, d, causes),
          ...(d.cause ? { assignedBy: { by: d.cause.by, reason: d.cause.reason } } : {}),
          ...(task
            ? {
                appealOpen: {
                  level: task.about.level ?? 1,
                  ...(task.dueAt ? { dueAt: task.dueAt } : {}),
                },
              }
            : {}),
          appeals,
        },
      ];
    });
  });
  const retro = known.flatMap(({ episodeId, episode: e }) =>
    retroTasks(e, context).map(
      ({ about: { from, to, atStake = 0 }, dueAt, payerName }): RetroLine => ({
        episodeId,
        episodeNumber: e.episodeNumber,
        patientName: nameOf(e),
        ...(payerName ? { payerName } : {}),
        emergency: e.emergency,
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        atStake,
        ...(dueAt ? { dueAt } : {}),
      }),
    ),
  );
  const used = denials.flatMap((d) => [
    ...d.adjustmentCodes.map((c) => [c, codes.adjustment.get(c)?.label] as const),
    ...d.remarkCodes.map((c) => [c, codes.remark.get(c)?.label] as const),
  ]);
  return {
    denials: denials.toSorted((a, b) => (a.receivedOn > b.receivedOn ? -1 : a.receivedOn < b.receivedOn ? 1 : 0)),
    clusters: clustersOf(denials),
    retro: retro.toSorted((a, b) => b.atStake - a.atStake),
    labels: Object.fromEntries(used.flatMap(([code, label]) => (label ? [[code, label]] : []))),
  };
};
