import type { Case } from '../case/state.ts';
import type { ClockHistory } from '../clock/history.ts';
import type { ClockKind } from '../clock/rule.ts';
import type { StartedClock } from '../clock/started.ts';
import { sentAt } from '../delivery/sent.ts';
import type { Instant } from '../time/instant.ts';
import { expediteDeclined } from '../urgency/told.ts';
import { type Appeal, appealOfClock, isExternalAppeal } from './appeal.ts';

type Stop = { readonly stoppedAt: Instant; readonly stoppedBy: string };

const stop = (at: Instant | undefined, stoppedBy: string): Stop | undefined => at && { stoppedAt: at, stoppedBy };

const ended = (a: Appeal): Stop | undefined => stop(a.withdrawn?.at, 'Withdrawn') ?? stop(a.dismissed?.at, 'Dismissed');

/** A decision is in time when its letter is (42 CFR 422.590; 438.408; 29 CFR 2560.503-1(i)). */
const resolved = (c: Case, a: Appeal, kind: ClockKind): Stop | undefined => {
  if (!a.decided) return undefined;
  if (kind === 'decision') return stop(a.decided.at, 'Decided');
  const letter = c.notices.find((n) => n.appealId === a.appealId && n.kind === 'appealResolution');
  return stop(letter?.issuedAt, 'Decided, with notice');
};

const stopOf = (c: Case, a: Appeal, kind: ClockKind): Stop | undefined => {
  switch (kind) {
    case 'effectuation':
      return stop(a.effectuated?.at, 'Put into effect') ?? (a.decided ? undefined : ended(a));
    case 'forward':
      return stop(a.forwarded?.at, 'Forwarded') ?? ended(a);
    default:
      return isExternalAppeal(a)
        ? (stop(a.organization?.at, 'Review organization named') ?? stop(a.forwarded?.at, 'Forwarded') ?? ended(a))
        : (resolved(c, a, kind) ?? ended(a));
  }
};

/** The letter that an appeal is not expedited. */
const refusalStop = (c: Case, a: Appeal, clockId: string): Stop | undefined => {
  const letter = c.notices.find((n) => n.clockId === clockId && n.kind === 'appealExpediteRefused');
  return stop(letter && sentAt(c, letter), 'Told in writing') ?? ended(a);
};

/** What has happened to a clock of an appeal or of a reconsideration; undefined for a clock of the request itself. */
export const appealClockHistory = (c: Case, started: StartedClock, kind: ClockKind): ClockHistory | undefined => {
  const { clockId } = started;
  const reconsideration = c.reconsiderations.find((r) => r.clocks.some((k) => k.clockId === clockId));
  if (reconsideration)
    return { extensions: [], informationRequests: [], ...stop(reconsideration.decided?.at, 'Reconsidered') };
  const a = appealOfClock(c, clockId);
  if (!a) return undefined;
  if (started.startEvent === expediteDeclined)
    return { extensions: [], informationRequests: [], ...refusalStop(c, a, clockId) };
  // The file goes out, and the care is authorized, no later than the extended day of the decision.
  const own = a.extensions.filter((x) => kind === 'forward' || kind === 'effectuation' || x.clockId === clockId);
  const first = c.appeals.find((x) => x.appealId === a.previousAppealId);
  const inherited = kind === 'forward' ? (first?.extensions ?? []) : [];
  return {
    extensions: [...own, ...inherited].map((x) => {
      const letter = c.notices.find((n) => n.clockId === x.clockId && n.kind === 'appealExtension');
      return {
        takenAt: x.at,
        ground: x.ground,
        ...(x.by ? { by: x.by } : {}),
        ...(letter ? { noticeSentAt: letter.issuedAt } : {}),
      };
    }),
    informationRequests: a.informationRequests.map((r) => ({
      sentAt: r.at,
      supplyDueAt: r.dueAt,
      ...(r.answeredAt ? { answeredAt: r.answeredAt } : {}),
    })),
    ...(c.voided ? { stoppedAt: c.voided.at, stoppedBy: 'Voided' } : stopOf(c, a, kind)),
  };
};
