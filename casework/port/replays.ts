import type { RecordedEvent } from '@openum/domain/case/event.ts';
import type { ReplayCounts } from '@openum/domain/replay/counts.ts';
import type { ReplayDimension, ReplayEffect, ReplayedLine } from '@openum/domain/replay/line.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type ReplayState = 'running' | 'cancelled' | 'done' | 'failed';

/** A version of criteria read over past cases. The text is the one with this hash, whatever becomes of the version. */
export type Replay = {
  readonly replayId: string;
  readonly setId: string;
  readonly version: string;
  readonly sha256: string;
  /** Local days of the first decision, half-open. */
  readonly decidedFrom: CalendarDate;
  readonly decidedBefore: CalendarDate;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly state: ReplayState;
  /** Cases to read, and how many have been read. */
  readonly total: number;
  readonly cases: number;
  readonly counts: ReplayCounts;
  readonly finishedAt?: Instant;
};

/** A replay that a process has in hand, with the case after which it goes on. */
export type TakenReplay = Replay & { readonly cursor: string };

export type ReplayFinding = ReplayedLine & { readonly caseId: string; readonly effect: ReplayEffect };

/** Which decided lines can be concerned: by the codes of their services. */
export type Candidates = {
  readonly services: readonly string[];
  readonly decidedFrom: CalendarDate;
  readonly decidedBefore: CalendarDate;
};

export type FindingFilter = {
  readonly effect?: ReplayEffect;
  readonly group?: { readonly dimension: ReplayDimension; readonly value: string };
};

export type FindingPage = { readonly rows: readonly ReplayFinding[]; readonly next?: string };

export type Progress = {
  /** Where the writer went on from: of two who read the same cases the second writes nothing. */
  readonly after: string;
  readonly cursor: string;
  readonly cases: number;
  readonly counts: ReplayCounts;
  readonly findings: readonly ReplayFinding[];
};

export type Replays = {
  create(scope: Scope, replay: Replay): Promise<void>;
  replay(scope: Scope, replayId: string): Promise<Replay | undefined>;
  /** Of one set, newest first. */
  list(scope: Scope, setId: string, limit: number): Promise<readonly Replay[]>;
  countCandidates(scope: Scope, candidates: Candidates): Promise<number>;
  /** Case ids in ascending order. */
  candidates(scope: Scope, candidates: Candidates, after: string, limit: number): Promise<readonly string[]>;
  /** The events of several cases, each case's in order; those that say nothing of lines, facts and criteria may be left out. */
  histories(
    scope: Scope,
    caseIds: readonly string[],
  ): Promise<readonly { readonly caseId: string; readonly events: readonly RecordedEvent[] }[]>;
  /** A running replay that nobody has in hand, or whose lease is over; it is held until `leasedUntil`. */
  take(scope: Scope, now: Instant, leasedUntil: Instant): Promise<TakenReplay | undefined>;
  /** False: another process wrote this stretch, or the replay was ended; nothing was written. */
  advance(scope: Scope, replayId: string, progress: Progress, leasedUntil: Instant): Promise<boolean>;
  /** False: it runs no more. */
  finish(scope: Scope, replayId: string, state: Exclude<ReplayState, 'running'>, at: Instant): Promise<boolean>;
  findings(
    scope: Scope,
    replayId: string,
    filter: FindingFilter,
    after: string | undefined,
    limit: number,
  ): Promise<FindingPage>;
};
