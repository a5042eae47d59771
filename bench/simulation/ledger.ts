import type { StoredEvent } from '@openum/casework/port/caseStore.ts';
import type { Urgency } from '@openum/domain/case/request.ts';
import { clockOutcomes } from '@openum/domain/report/clockOutcome.ts';
import { lines } from './population.ts';
import type { Program } from './programs.ts';

/** What became of a clock, as the compliance report names it. */
type Outcome = (typeof clockOutcomes)[number];
export type Tally = Map<string, Record<Outcome, number>>;

/** How one rule counts, written down from its source for this simulation, apart from the rule table of the product. */
type Count = {
  readonly rule: string;
  readonly hours?: number;
  /** Calendar days; the last one to its end where the member lives. */
  readonly days?: number;
  /** Days more, once, when the member was told before the first end. */
  readonly extension?: number;
  /** Days from the answer to a question, or from the end of the time given for it. */
  readonly afterAnswer?: number;
};

const erisaStandard: Count = { rule: 'ERISA-PRE-STD', days: 15, afterAnswer: 15 };
const erisaUrgent: Count = { rule: 'ERISA-PRE-URG', hours: 72 };

/** The clocks of a request that needs authorization. */
const countsOf = (
  { line, drug, stay, reviewType }: Program,
  urgency: Urgency,
  authorizationNeeded: boolean,
): readonly Count[] => {
  const urgent = urgency === 'expedited';
  switch (line) {
    case 'medicare':
      if (stay) return [{ rule: 'MA-CONC-INPATIENT', hours: 72 }];
      if (drug) return [urgent ? { rule: 'MA-PARTB-EXP', hours: 24 } : { rule: 'MA-PARTB-STD', hours: 72 }];
      if (urgent) return [{ rule: 'MA-PRE-EXP', hours: 72 }];
      return [
        authorizationNeeded
          ? { rule: 'MA-PRE-STD-PA', days: 7, extension: 14 }
          : { rule: 'MA-PRE-STD-NONPA', days: 14 },
      ];
    case 'medicaid':
      if (drug) return [{ rule: 'MCD-DRUG-24H', hours: 24 }];
      return [urgent ? { rule: 'MCD-PRE-EXP', hours: 72 } : { rule: 'MCD-PRE-STD', days: 7, extension: 14 }];
    case 'insured':
      if (reviewType === 'retrospective') return [{ rule: 'ERISA-POST', days: 30 }];
      return urgent
        ? [erisaUrgent, { rule: 'PA-PRE-URG', hours: 72 }]
        : [erisaStandard, { rule: 'PA-PRE-STD', days: 15 }];
    case 'selfFunded':
      if (reviewType === 'retrospective') return [{ rule: 'ERISA-POST', days: 30 }];
      return [urgent ? erisaUrgent : erisaStandard];
    case 'exchange':
      return urgent
        ? [erisaUrgent, { rule: 'IL-PRE-URG', hours: 48 }]
        : [erisaStandard, { rule: 'IL-PRE-STD', days: 5, afterAnswer: 5 }];
  }
};

type AppealCount = Count & { readonly endsWith: 'resolution' | 'forward' | 'effectuation' };

/** A standard appeal before the service was had: thirty days to decide with the letter, wherever the plan does business. */
const decisionOn: Record<Program['line'], AppealCount> = {
  medicare: { rule: 'MA-APPEAL-STD', days: 30, endsWith: 'resolution' },
  medicaid: { rule: 'MCD-APPEAL-STD', days: 30, endsWith: 'resolution' },
  insured: { rule: 'ERISA-APPEAL-PRE', days: 30, endsWith: 'resolution' },
  selfFunded: { rule: 'ERISA-APPEAL-PRE', days: 30, endsWith: 'resolution' },
  exchange: { rule: 'ERISA-APPEAL-PRE', days: 30, endsWith: 'resolution' },
};
/** What Medicare upholds or leaves undecided goes outside, no later than thirty days after it was asked. */
const onward: AppealCount = { rule: 'MA-IRE-FORWARD-STD', days: 30, endsWith: 'forward' };
/** A reversal put into effect: Medicare by the thirtieth day after it was asked, Medicaid 72 hours after it was made. */
const effect = {
  medicare: { rule: 'MA-EFF-RECON-STD', days: 30, endsWith: 'effectuation' },
  medicaid: { rule: 'MCD-EFFECTUATE', hours: 72, endsWith: 'effectuation' },
} as const;

type AppealClock = { readonly count: AppealCount; readonly from: number };
type AppealFate = {
  readonly clocks: AppealClock[];
  readonly receivedAt: number;
  resolution?: number;
  forward?: number;
  effectuation?: number;
};

type Running = { readonly count: Count; readonly from: number; readonly on: readonly number[]; superseded: boolean };
type LineFate = { decided?: number; told?: number; exempt: boolean };
type Watched = {
  readonly program: Program;
  readonly zone: string;
  readonly clocks: Running[];
  readonly fates: Map<number, LineFate>;
  readonly appeals: Map<string, AppealFate>;
  extendedAt?: number;
  askedAt?: number;
  askedUntil?: number;
  answeredAt?: number;
  withdrawn?: number;
  voided?: number;
};

const hour = 3_600_000;

const endOfDay = (ms: number, days: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: days + 1 })
    .toZonedDateTime(zone).epochMilliseconds - 1;

const dueOf = ({ count, from }: Running, w: Watched): number => {
  const first = count.hours === undefined ? endOfDay(from, count.days ?? 0, w.zone) : from + count.hours * hour;
  if (count.extension !== undefined && w.extendedAt !== undefined && w.extendedAt <= first)
    return endOfDay(from, (count.days ?? 0) + count.extension, w.zone);
  if (count.afterAnswer !== undefined && w.askedAt !== undefined && w.askedUntil !== undefined && w.askedAt <= first) {
    const resumed = Math.min(w.answeredAt ?? Number.POSITIVE_INFINITY, w.askedUntil);
    return Math.max(first, endOfDay(resumed, count.afterAnswer, w.zone));
  }
  return first;
};

/** When what the clock waited for was done, and whether it was the end of the request instead. */
const endOf = ({ on }: Running, w: Watched): { readonly at: number; readonly withdrawn: boolean } | undefined => {
  const fates = on.map((n) => w.fates.get(n));
  const done = fates.map((f) => (f?.decided === undefined ? undefined : f.exempt ? f.decided : f.told));
  if (done.every((d) => d !== undefined)) {
    const at = Math.max(...done.filter((d) => d !== undefined));
    return w.withdrawn === undefined || at < w.withdrawn
      ? { at, withdrawn: false }
      : { at: w.withdrawn, withdrawn: true };
  }
  return w.withdrawn === undefined ? undefined : { at: w.withdrawn, withdrawn: true };
};

const fateOf = (running: Running, w: Watched, now: number): Outcome => {
  if (w.voided !== undefined) return 'voided';
  if (running.superseded) return 'superseded';
  const due = dueOf(running, w);
  const end = endOf(running, w);
  if (!end) return now > due ? 'overdue' : 'open';
  if (end.at > due) return 'missed';
  return end.withdrawn ? 'withdrawn' : 'met';
};

const fateOfAppeal = ({ count, from }: AppealClock, a: AppealFate, w: Watched, now: number): Outcome => {
  const due = count.hours === undefined ? endOfDay(from, count.days ?? 0, w.zone) : from + count.hours * hour;
  const end = a[count.endsWith];
  if (end === undefined) return now > due ? 'overdue' : 'open';
  return end > due ? 'missed' : 'met';
};

/** An account of every clock, kept from what happened in the world alone: no rule, calendar or receipt of the product is asked. */
export const ledger = () => {
  const cases = new Map<string, Watched>();
  const ms = (at: string): number => Date.parse(at);

  return {
    opened: (caseId: string, program: Program, receivedAt: string, authorizationNeeded: boolean): void => {
      const clocks = countsOf(program, program.urgency, authorizationNeeded).map(
        (count): Running => ({ count, from: ms(receivedAt), on: [1], superseded: false }),
      );
      cases.set(caseId, {
        program,
        zone: lines[program.line].zone,
        clocks,
        fates: cases.get(caseId)?.fates ?? new Map(),
        appeals: new Map(),
      });
    },
    hear: (e: StoredEvent): void => {
      if (e.type === 'RequestReceived')
        cases.set(e.caseId, { program: {} as Program, zone: 'UTC', clocks: [], fates: new Map(), appeals: new Map() });
      const w = cases.get(e.caseId);
      if (!w) return;
      const at = ms(e.recordedAt);
      switch (e.type) {
        case 'ItemDetermined':
          if (e.data.onReview) break;
          w.fates.set(e.data.itemSequence, { decided: at, exempt: e.data.outcome === 'notRequired' });
          break;
        case 'NoticeIssued':
          if (e.data.kind === 'appealResolution') {
            const appeal = w.appeals.get(e.data.appealId ?? '');
            if (appeal) appeal.resolution ??= at;
          }
          if (e.data.kind === 'extension') w.extendedAt ??= at;
          if (e.data.kind === 'approval' || e.data.kind === 'adverseDetermination')
            for (const n of e.data.itemSequences) {
              const fate = w.fates.get(n);
              if (fate) fate.told ??= at;
            }
          break;
        case 'InformationRequested':
          w.askedAt ??= at;
          w.askedUntil ??= ms(e.data.dueAt);
          break;
        case 'InformationReceived':
          w.answeredAt ??= at;
          break;
        case 'UrgencyChanged':
          for (const k of w.clocks) k.superseded = true;
          for (const count of countsOf(w.program, e.data.to, true))
            w.clocks.push({ count, from: at, on: [1], superseded: false });
          break;
        case 'ContinuedStayRequested':
          w.clocks.push({
            count: { rule: 'MA-CONC-INPATIENT', hours: 72 },
            from: ms(e.data.receivedAt),
            on: e.data.items.map((i) => i.sequence),
            superseded: false,
          });
          break;
        case 'AppealFiled': {
          const first = [...w.appeals.values()][0];
          const receivedAt = first?.receivedAt ?? ms(e.data.receivedAt);
          w.appeals.set(e.data.appealId, {
            receivedAt,
            clocks: [{ count: first ? onward : decisionOn[w.program.line], from: receivedAt }],
          });
          break;
        }
        case 'AppealDecided': {
          const appeal = w.appeals.get(e.data.appealId);
          const { line } = w.program;
          if (!appeal || !e.data.lines.some((l) => l.outcome === 'overturned')) break;
          if (line === 'medicare') appeal.clocks.push({ count: effect.medicare, from: appeal.receivedAt });
          if (line === 'medicaid') appeal.clocks.push({ count: effect.medicaid, from: at });
          break;
        }
        case 'AppealForwarded': {
          const appeal = w.appeals.get(e.data.appealId);
          if (appeal) appeal.forward ??= at;
          break;
        }
        case 'AppealEffectuated': {
          const appeal = w.appeals.get(e.data.appealId);
          if (appeal) appeal.effectuation ??= at;
          break;
        }
        case 'Withdrawn':
          w.withdrawn = at;
          break;
        case 'Voided':
          w.voided = at;
          break;
        default:
      }
    },
    /** Clocks by rule and outcome at `now`. */
    tally: (now: number): Tally => {
      const tally: Tally = new Map();
      const count = (rule: string, outcome: Outcome): void => {
        const row =
          tally.get(rule) ?? (Object.fromEntries(clockOutcomes.map((o) => [o, 0])) as Record<Outcome, number>);
        row[outcome] += 1;
        tally.set(rule, row);
      };
      for (const w of cases.values()) {
        for (const k of w.clocks) count(k.count.rule, fateOf(k, w, now));
        for (const a of w.appeals.values()) for (const k of a.clocks) count(k.count.rule, fateOfAppeal(k, a, w, now));
      }
      return tally;
    },
    /** For looking into a difference: each clock of a case with its fate. */
    ofCase: (caseId: string, now: number) => {
      const w = cases.get(caseId);
      return w?.clocks.map((k) => ({ rule: k.count.rule, due: dueOf(k, w), outcome: fateOf(k, w, now) })) ?? [];
    },
  };
};
