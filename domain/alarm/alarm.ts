import type { Role } from '../actor/actor.ts';
import type { ClockReceipt } from '../clock/receipt.ts';
import { addElapsed, compareInstants, type Instant, millisecondsBetween } from '../time/instant.ts';

export const audiences = ['owner', 'lead', 'director'] as const;
export type Audience = (typeof audiences)[number];

/** When a step is reached: after a share of the whole time, or so many hours before the due moment. */
export type AlarmMark =
  | { readonly id: string; readonly share: number }
  | { readonly id: string; readonly hoursBefore: number };

export type AlarmStep = AlarmMark & { readonly audience: readonly Audience[] };

/** Who is told about a clock that nears its end, and when. Data: `content/alarm/default.json`. */
export type AlarmPolicy = {
  readonly id: string;
  readonly version: string;
  /** An alarm raised later than this after its moment is marked late. */
  readonly lateAfterMinutes: number;
  readonly roles: Readonly<Record<Exclude<Audience, 'owner'>, readonly Role[]>>;
  readonly steps: readonly AlarmStep[];
};

export type Alarm = {
  readonly clockId: string;
  readonly ruleId: string;
  readonly stepId: string;
  readonly audience: readonly Audience[];
  readonly dueAt: Instant;
  /** The moment at which it ought to be raised. */
  readonly alarmAt: Instant;
  readonly late: boolean;
};

/** The moment of a step on this clock; undefined for a step that would come before the clock began. */
export const alarmMoment = (
  mark: AlarmMark,
  { startedAt, dueAt }: Pick<ClockReceipt, 'startedAt' | 'dueAt'>,
): Instant | undefined => {
  const at =
    'share' in mark
      ? addElapsed(startedAt, { seconds: Math.floor((millisecondsBetween(startedAt, dueAt) / 1000) * mark.share) })
      : addElapsed(dueAt, { minutes: -Math.round(mark.hoursBefore * 60) });
  return at > startedAt && at <= dueAt ? at : undefined;
};

export const alarmKey = (clockId: string, stepId: string): string => `${clockId} ${stepId}`;

/**
 * The alarms that are to be raised at `now` on the binding clocks still open, the longest overdue first. What has been raised is
 * raised no more, whatever happens to the clock or to the time afterwards.
 */
export const alarmsDue = (
  receipts: readonly ClockReceipt[],
  policy: AlarmPolicy,
  now: Instant,
  alreadyRaised: ReadonlySet<string>,
): readonly Alarm[] =>
  receipts
    .filter((r) => r.hard && r.metAt === undefined)
    .flatMap((r) =>
      policy.steps.flatMap((step): Alarm[] => {
        const alarmAt = alarmMoment(step, r);
        if (alarmAt === undefined || alarmAt > now || alreadyRaised.has(alarmKey(r.clockId, step.id))) return [];
        const late = now > addElapsed(alarmAt, { minutes: policy.lateAfterMinutes });
        const { clockId, ruleId, dueAt } = r;
        return [{ clockId, ruleId, stepId: step.id, audience: step.audience, dueAt, alarmAt, late }];
      }),
    )
    .sort((a, b) => compareInstants(a.alarmAt, b.alarmAt));
