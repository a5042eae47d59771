import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type RunState = 'running' | 'paused' | 'cancelled' | 'done';

/** One template to many cases. The text is that of the start, whatever becomes of the template. */
export type LetterRun = {
  readonly runId: string;
  readonly name: string;
  readonly template: NoticeTemplate;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly state: RunState;
};

export type RunProgress = LetterRun & { readonly waiting: number; readonly done: number; readonly failed: number };

export type RunTarget = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly reason?: string;
  readonly noticeId?: string;
};

export type LetterRuns = {
  create(scope: Scope, run: LetterRun, targets: readonly Pick<RunTarget, 'caseId' | 'caseNumber'>[]): Promise<void>;
  run(scope: Scope, runId: string): Promise<RunProgress | undefined>;
  /** Newest first. */
  list(scope: Scope, limit: number): Promise<readonly RunProgress[]>;
  targets(scope: Scope, runId: string, limit: number): Promise<readonly RunTarget[]>;
  /** False: it was in none of the states named, and stays as it was. */
  move(scope: Scope, runId: string, from: readonly RunState[], to: RunState): Promise<boolean>;
  /** Waiting targets of running runs, hidden from others for `leaseSeconds`. */
  take(
    scope: Scope,
    now: Instant,
    limit: number,
    leaseSeconds: number,
  ): Promise<readonly (RunTarget & { readonly runId: string })[]>;
  /** Ends a target; the run is done with its last one. */
  finish(
    scope: Scope,
    runId: string,
    caseId: string,
    result: Pick<RunTarget, 'state' | 'reason' | 'noticeId'>,
  ): Promise<void>;
  /** Failed targets wait again, and the run goes on. How many. */
  retryFailed(scope: Scope, runId: string): Promise<number>;
};
