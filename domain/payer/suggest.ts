import { coverageOf } from '../episode/ledger.ts';
import type { SubmissionKind } from '../episode/record.ts';
import { type Episode, finalAnswer, presentProgramme, wasAsked } from '../episode/state.ts';
import { presentAuthorization } from '../practiceTask/submission.ts';
import { addDays, type CalendarDate, daysBetween } from '../time/instant.ts';
import type { PayerCard } from './card.ts';
import { levelRule } from './question.ts';

export type SuggestedRequest = {
  readonly kind: SubmissionKind;
  readonly levelOfCare: string;
  readonly codes: readonly string[];
  readonly from: CalendarDate;
  /** Absent when nobody knows how many days the payer gives at once. */
  readonly to?: CalendarDate;
  readonly units?: number;
};

const days = (from: CalendarDate, count: number | undefined) =>
  count === undefined ? { from } : { from, to: addDays(from, count - 1), units: count };

/** Given and covered by nothing, oldest first. */
const uncovered = (e: Episode) =>
  coverageOf(e).filter(({ state }) => state === 'noneOnFile' || state === 'expired' || state === 'unitsExhausted');

/** What a request of a kind would say by the record and by what the payer usually gives. A person changes it before it goes. */
export const suggestedRequest = (
  e: Episode,
  card: PayerCard | undefined,
  kind: SubmissionKind,
  today: CalendarDate,
): SuggestedRequest => {
  const level = e.levels.at(-1) ?? e.levels[0];
  const { levelOfCare, code } = presentProgramme(e);
  const rule = levelRule(card, levelOfCare);
  const common = { kind, levelOfCare, codes: [code] };
  const first = rule?.initialDays?.value;
  switch (kind) {
    case 'continuedStay': {
      const asked = e.submissions.filter((s) => s.levelOfCare === levelOfCare && finalAnswer(s) === undefined);
      const last = [presentAuthorization(e)?.to, ...asked.map((s) => s.to)]
        .filter((d) => d !== undefined)
        .sort()
        .at(-1);
      return { ...common, ...days(last ? addDays(last, 1) : today, rule?.reviewIntervalDays?.value ?? first) };
    }
    case 'retrospective': {
      const open = uncovered(e).filter((m) => m.service.levelOfCare === levelOfCare);
      const from = open[0]?.service.on ?? e.admittedOn;
      const to = open.at(-1)?.service.on ?? from;
      return { ...common, from, to, units: open.length > 0 ? open.length : daysBetween(from, to) + 1 };
    }
    case 'initial':
    case 'stepUp':
    case 'stepDown':
      return { ...common, ...days(level.from, first) };
    default: {
      const never: never = kind;
      return never;
    }
  }
};

/** The kind that the record itself points to. */
export const likelyKind = (e: Episode): SubmissionKind => {
  if (e.discharge) return 'retrospective';
  const { levelOfCare } = presentProgramme(e);
  const asked = e.submissions.some((s) => wasAsked(s) && s.levelOfCare === levelOfCare);
  if (presentAuthorization(e) || asked) return 'continuedStay';
  return e.levels.length > 1 ? 'stepDown' : 'initial';
};
