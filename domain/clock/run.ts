import { compareInstants, earlierOf, type Instant, laterOf, type ZoneId } from '../time/instant.ts';
import type { BusinessCalendar } from './calendar.ts';
import { dueMoment, localText, moveBySpan, moveLater } from './due.ts';
import type { ClockHistory, ExtensionTaken, InformationAsked } from './history.ts';
import { type Duration, durationText, type TurnaroundRule } from './rule.ts';

/** How the answer to a tolled request is counted where a source can be read two ways. `conservative` takes the earlier moment. */
export type Reading = 'conservative' | 'literal';

/** One thing that was counted, or that was looked at and changed nothing. */
export type ReceiptLine = {
  readonly kind:
    | 'start'
    | 'period'
    | 'skippedDay'
    | 'cap'
    | 'rollForward'
    | 'informationRequest'
    | 'extension'
    | 'stop';
  readonly at: Instant;
  /** Due moment after this line. */
  readonly dueAt: Instant;
  /** False: it left the due moment where it was. */
  readonly counts: boolean;
  readonly text: string;
};

export type Run = {
  readonly dueAt: Instant;
  readonly lines: readonly ReceiptLine[];
  /** The clock stands still from `from` until `until`, if the answer does not come first. */
  readonly waiting?: { readonly from: Instant; readonly until: Instant };
  /** An extension or an answer has moved the due moment. */
  readonly moved: boolean;
  readonly extended: boolean;
  readonly tolled: boolean;
};

/** What the count of one clock needs besides its history. */
export type Count = {
  readonly rule: TurnaroundRule;
  readonly startedAt: Instant;
  readonly zone: ZoneId;
  readonly calendar: BusinessCalendar;
  readonly reading: Reading;
};

const after = (c: Count, duration: Duration, from: Instant): Instant =>
  dueMoment({ duration, direction: 'after' }, from, c.zone, c.calendar).dueAt;

const noted = (run: Run, kind: ReceiptLine['kind'], at: Instant, counts: boolean, text: string): Run => ({
  ...run,
  lines: [...run.lines, { kind, at, dueAt: run.dueAt, counts, text }],
});

/** The clock as it starts, before anything happened to it. */
const startRun = (c: Count): Run => {
  const { rule, startedAt, zone } = c;
  const due = dueMoment(rule, startedAt, zone, c.calendar);
  const line = (kind: ReceiptLine['kind'], text: string): ReceiptLine => ({
    kind,
    at: startedAt,
    dueAt: due.dueAt,
    counts: true,
    text,
  });
  const lines = [
    line('period', `${durationText(rule.duration)} ${rule.direction}: ${localText(due.dueAt, zone)}.`),
    ...due.skipped.map((day) => line('skippedDay', `${day.date} is not counted: ${day.name ?? day.reason}.`)),
  ];
  if (due.cappedBy !== undefined)
    lines.push(line('cap', `Not longer than ${durationText(due.cappedBy)}, which ends first.`));
  if (due.rolledFrom !== undefined)
    lines.push(line('rollForward', `${due.rolledFrom} is no business day; the next one counts.`));
  return { dueAt: due.dueAt, lines, moved: false, extended: false, tolled: false };
};

/** Why an extension is not granted, or nothing when it is. */
const extensionRefused = (c: Count, run: Run, e: ExtensionTaken): string | undefined => {
  const { extension } = c.rule;
  if (extension === undefined) return 'this rule allows none';
  if (run.extended) return 'it has been extended once';
  if (e.takenAt > run.dueAt) return 'it came after the due moment';
  if (!extension.grounds.includes(e.ground)) return `${e.ground} is not a ground of this rule`;
  if (extension.noticeRequired && (e.noticeSentAt === undefined || e.noticeSentAt > run.dueAt))
    return 'no notice of it was sent before the due moment';
  if (extension.max === undefined && e.by === undefined) return 'neither the rule nor the extension says for how long';
  return undefined;
};

const applyExtension = (c: Count, run: Run, e: ExtensionTaken): Run => {
  const refused = extensionRefused(c, run, e);
  if (refused !== undefined) return noted(run, 'extension', e.takenAt, false, `Extension without effect: ${refused}.`);
  const move = (by: Duration): Instant => moveLater(run.dueAt, by, c.rule, c.zone, c.calendar);
  const ends = [e.by, c.rule.extension?.max].flatMap((d) => (d === undefined ? [] : [move(d)]));
  const dueAt = ends.reduce(earlierOf);
  return noted(
    { ...run, dueAt, moved: true, extended: true },
    'extension',
    e.takenAt,
    true,
    `Extended (${e.ground}) to ${localText(dueAt, c.zone)}.`,
  );
};

/** When the clock goes on: at the answer, or at the end of the time given for it. */
const resumesAt = (c: Count, asked: InformationAsked): Instant | undefined => {
  const supply = c.rule.missingInformation?.supplyPeriod;
  const given = asked.supplyDueAt ?? (supply === undefined ? undefined : after(c, supply, asked.sentAt));
  if (asked.answeredAt === undefined) return given;
  return given === undefined ? asked.answeredAt : earlierOf(asked.answeredAt, given);
};

const requestIgnored = (c: Count, run: Run, asked: InformationAsked): string | undefined => {
  const m = c.rule.missingInformation;
  if (m === undefined || m.action === 'noToll') return 'this clock does not stop for it';
  if (asked.sentAt > run.dueAt) return 'it was sent after the due moment';
  if (m.requestWithin !== undefined && asked.sentAt > after(c, m.requestWithin, c.startedAt))
    return `it had to be sent within ${durationText(m.requestWithin)}`;
  if (run.tolled && (m.action === 'toll' || m.action === 'decideAfter'))
    return 'an earlier request has stopped this clock once';
  return undefined;
};

/** Tolling under the two readings; the conservative one is never earlier than the clock without the request. */
const tolledDue = (c: Count, run: Run, sentAt: Instant, resumed: Instant): Instant => {
  const m = c.rule.missingInformation;
  const max = c.rule.extension?.max;
  const extended =
    m?.extends === true && max !== undefined && !run.extended
      ? moveLater(run.dueAt, max, c.rule, c.zone, c.calendar)
      : run.dueAt;
  const literal = moveBySpan(extended, sentAt, resumed, c.rule, c.zone);
  if (c.reading === 'literal' || m?.decideAfter === undefined) return literal;
  return laterOf(run.dueAt, earlierOf(literal, after(c, m.decideAfter, resumed)));
};

const dueAfterAnswer = (c: Count, run: Run, sentAt: Instant, resumed: Instant): Instant => {
  const m = c.rule.missingInformation;
  switch (m?.action) {
    case 'toll':
      return tolledDue(c, run, sentAt, resumed);
    case 'decideAfter':
      return m.decideAfter === undefined ? run.dueAt : after(c, m.decideAfter, resumed);
    case 'restart':
    case 'startsOnNecessaryInformation':
      return laterOf(run.dueAt, dueMoment(c.rule, resumed, c.zone, c.calendar).dueAt);
    case 'noToll':
    case undefined:
      return run.dueAt;
  }
};

const applyRequest = (c: Count, run: Run, asked: InformationAsked): Run => {
  const { rule, zone } = c;
  const unchanged = (why: string): Run =>
    noted(run, 'informationRequest', asked.sentAt, false, `Request for information without effect: ${why}.`);
  const ignored = requestIgnored(c, run, asked);
  if (ignored !== undefined) return unchanged(ignored);
  const resumed = resumesAt(c, asked);
  if (resumed === undefined) return unchanged('no day was set for the answer and none has come');
  const moved = dueAfterAnswer(c, run, asked.sentAt, resumed);
  const cap = rule.overallCap === undefined ? undefined : after(c, rule.overallCap, c.startedAt);
  const dueAt = cap === undefined ? moved : earlierOf(moved, cap);
  const answered = asked.answeredAt === resumed;
  const next: Run = {
    ...run,
    dueAt,
    moved: true,
    tolled: true,
    extended: run.extended || rule.missingInformation?.extends === true,
    ...(answered ? {} : { waiting: { from: asked.sentAt, until: resumed } }),
  };
  const until = answered ? 'answered' : 'time for the answer ends';
  const line = noted(
    next,
    'informationRequest',
    asked.sentAt,
    true,
    `Information asked ${localText(asked.sentAt, zone)}, ${until} ${localText(resumed, zone)}: due ${localText(dueAt, zone)}.`,
  );
  return dueAt === moved || rule.overallCap === undefined
    ? line
    : noted(line, 'cap', asked.sentAt, true, `Never later than ${durationText(rule.overallCap)} from the start.`);
};

/** Everything in the history that can move the due moment, oldest first. */
export const runThrough = (c: Count, history: ClockHistory): Run => {
  const steps = [
    ...history.extensions.map((e) => ({
      at: e.takenAt,
      apply: (run: Run) => applyExtension(c, run, e),
    })),
    ...history.informationRequests.map((asked) => ({
      at: asked.sentAt,
      apply: (run: Run) => applyRequest(c, run, asked),
    })),
  ].sort((a, b) => compareInstants(a.at, b.at));
  return steps.reduce((run, step) => step.apply(run), startRun(c));
};
