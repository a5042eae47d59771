import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { givenOn, standingOn } from '@openum/domain/episode/forecast.ts';
import { programmeOn } from '@openum/domain/episode/state.ts';
import type { CoverageState } from '@openum/domain/ledger/match.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { PracticeActing } from '../acting.ts';
import { actOnEpisode } from './act.ts';
import { loadEpisode } from './load.ts';
import { recordCommand } from './recordAct.ts';

export type AttendanceLine = {
  readonly episodeId: string;
  readonly episodeNumber: string;
  readonly patientName: string;
  readonly programmeId: string;
  readonly programmeName: string;
  readonly levelOfCare: string;
  readonly code: string;
  /** Cents of one unit. */
  readonly charge: number;
  /** The programme is given on this day of the week. */
  readonly programmeDay: boolean;
  /** Units that are written down for the day. */
  readonly recordedUnits?: number;
  /** How the day stands, or how it would stand with one unit. */
  readonly state: CoverageState;
};

export type AttendanceReading = {
  readonly on: CalendarDate;
  readonly lines: readonly AttendanceLine[];
  readonly more: boolean;
};

const mostLines = 200;

/** Everybody who was in on the day, with what is written down for it. */
export const readAttendance = async (me: PracticeActing, on: CalendarDate): Promise<AttendanceReading> => {
  const { casework, scope } = me;
  const rows = await casework.episodes.list(scope, { presence: 'all', from: on, to: on }, undefined, mostLines + 1);
  const lines: AttendanceLine[] = [];
  for (const row of rows.slice(0, mostLines)) {
    const loaded = await loadEpisode(casework.episodes, scope, row.episodeId);
    if (!loaded) continue;
    const programme = programmeOn(loaded.state, on);
    const recorded = loaded.state.services.filter((s) => !s.withdrawn && s.on === on && s.code === programme.code);
    const units = recorded.reduce((sum, s) => sum + s.units, 0);
    const standing = standingOn(loaded.state, on);
    lines.push({
      episodeId: row.episodeId,
      episodeNumber: row.episodeNumber,
      patientName: row.patientName,
      programmeId: programme.programmeId,
      programmeName: programme.name,
      levelOfCare: programme.levelOfCare,
      code: programme.code,
      charge: programme.charge,
      programmeDay: givenOn(programme, on),
      ...(units > 0 ? { recordedUnits: units } : {}),
      state: standing?.state ?? 'noneOnFile',
    });
  }
  return { on, lines, more: rows.length > mostLines };
};

export type AttendanceEntry = {
  readonly commandId: string;
  readonly episodeId: string;
  readonly units: number;
  readonly override?: string | undefined;
};

export type AttendanceResult = {
  readonly episodeId: string;
  readonly recorded: boolean;
  /** Why it was not recorded. */
  readonly problem?: string;
  /** Nothing covers it; with a reason it can be recorded all the same. */
  readonly uncovered?: boolean;
};

/** One day of many patients; each stands for itself, so that one that is refused does not hold up the others. */
export const enterAttendance = async (
  me: PracticeActing,
  on: CalendarDate,
  entries: readonly AttendanceEntry[],
): Promise<readonly AttendanceResult[]> => {
  const results: AttendanceResult[] = [];
  for (const { episodeId, commandId, units, override } of entries) {
    const acted = await actOnEpisode(me.casework, me.scope, {
      episodeId,
      commandId,
      command: (loaded) => recordCommand({ type: 'RecordServices', services: [{ on, units }], override }, me, loaded),
    });
    results.push(
      acted.kind === 'done'
        ? { episodeId, recorded: true }
        : {
            episodeId,
            recorded: false,
            problem:
              acted.kind === 'refused' ? refusalSentence(acted.refusal) : 'Somebody else is writing to it; try again.',
            uncovered: acted.kind === 'refused' && acted.refusal.code === 'serviceUncovered',
          },
    );
  }
  return results;
};
