import type { ItemDecision } from '@openum/domain/case/command.ts';
import type { RequestedItem } from '@openum/domain/case/request.ts';
import { quantityWords } from '@openum/domain/criteria/service-units.ts';
import type { AdverseOutcome, Authorized, ReasonClass } from '@openum/domain/determination/determination.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { CaseView, CommandBody } from '@openum/http/contract/case.ts';
import { date } from '../../app/format.ts';

/** What is authorized, as typed: texts until they are sent. */
export type AuthorizedDraft = {
  readonly system: string;
  readonly code: string;
  readonly units: string;
  readonly unit: string;
  readonly start: string;
  readonly end: string;
};

export type DecisionDraft = AuthorizedDraft & {
  readonly itemSequence: number;
  readonly outcome: 'approved' | AdverseOutcome | 'later';
  readonly reasonClass: ReasonClass;
  readonly reasonCodes: readonly string[];
  readonly rationale: string;
  readonly memberRationale: string;
  readonly alternatives: string;
  /** Criteria that the physician names, where none are held for the service. */
  readonly citedName: string;
  readonly citedVersion: string;
  readonly citedCitation: string;
};

type DetermineItems = Extract<CommandBody, { type: 'DetermineItems' }>;
export type DecisionBody = DetermineItems['decisions'][number];
export type AuthorizedBody = Extract<DecisionBody, { outcome: 'approved' }>['authorized'];

export const authorizedDraft = (proposed: CaseView['proposed'][number]): AuthorizedDraft => ({
  system: proposed.service.system,
  code: proposed.service.code,
  units: proposed.quantity ? String(proposed.quantity.value) : '',
  unit: proposed.quantity?.unit ?? '',
  start: proposed.period.start,
  end: proposed.period.end ?? '',
});

/** Nothing is chosen for the physician: each item begins as "decide later", with the requested service filled in. */
export const decisionDraft = (proposed: CaseView['proposed'][number]): DecisionDraft => ({
  ...authorizedDraft(proposed),
  itemSequence: proposed.itemSequence,
  outcome: 'later',
  reasonClass: 'medicalNecessity',
  reasonCodes: [],
  rationale: '',
  memberRationale: '',
  alternatives: '',
  citedName: '',
  citedVersion: '',
  citedCitation: '',
});

/** One row for each item that is open now: as typed where it was typed, else as it begins. */
export const rowsNow = <T extends { readonly itemSequence: number }>(
  typed: readonly T[],
  proposed: CaseView['proposed'],
  begin: (p: CaseView['proposed'][number]) => T,
): readonly T[] => proposed.map((p) => typed.find((r) => r.itemSequence === p.itemSequence) ?? begin(p));

export type DraftProblem = { readonly field: keyof AuthorizedDraft; readonly message: string };

/** What keeps the texts from being read at all; whether what they say is lawful is for the guard of the domain. */
export const authorizedTextProblems = (d: AuthorizedDraft): readonly DraftProblem[] => {
  const problems: DraftProblem[] = [];
  if (d.code.trim() === '') problems.push({ field: 'code', message: 'Enter the service code.' });
  if (d.units.trim() !== '' && !(Number.isFinite(Number(d.units)) && Number(d.units) >= 0))
    problems.push({ field: 'units', message: 'Enter units as a number, zero or more.' });
  if (!isCalendarDateText(d.start)) problems.push({ field: 'start', message: 'Enter the first day.' });
  if (d.end !== '' && !isCalendarDateText(d.end)) problems.push({ field: 'end', message: 'Enter the last day.' });
  if (isCalendarDateText(d.start) && isCalendarDateText(d.end) && d.end < d.start)
    problems.push({ field: 'end', message: 'The last day lies before the first.' });
  return problems;
};

export const authorizedBody = (d: AuthorizedDraft): AuthorizedBody => ({
  service: { system: d.system, code: d.code.trim() },
  ...(d.units.trim() === '' ? {} : { quantity: { value: Number(d.units), unit: d.unit } }),
  period: { start: d.start, ...(d.end === '' ? {} : { end: d.end }) },
});

/** For the domain's guards, which want a number; the real one is given when it is issued. */
export const authorizedForCheck = (d: AuthorizedDraft): Authorized => ({
  authorizationNumber: 'not yet issued',
  service: { system: d.system, code: d.code.trim() },
  ...(d.units.trim() === '' ? {} : { quantity: { value: Number(d.units), unit: d.unit } }),
  period: {
    start: d.start as CalendarDate,
    ...(d.end === '' ? {} : { end: d.end as CalendarDate }),
  },
});

const cited = (d: DecisionDraft) =>
  d.citedName.trim() === ''
    ? {}
    : {
        criteriaCited: {
          name: d.citedName.trim(),
          version: d.citedVersion.trim(),
          citation: d.citedCitation.trim(),
        },
      };

const adverseParts = (d: DecisionDraft) => ({
  itemSequence: d.itemSequence,
  reasonClass: d.reasonClass,
  reasonCodes: [...d.reasonCodes],
  rationale: d.rationale,
  memberRationale: d.memberRationale,
  ...(d.alternatives.trim() === '' ? {} : { alternatives: d.alternatives }),
});

/** Undefined while the item is left for later. */
export const decisionBody = (d: DecisionDraft): DecisionBody | undefined => {
  switch (d.outcome) {
    case 'later':
      return undefined;
    case 'approved':
      return {
        outcome: 'approved',
        itemSequence: d.itemSequence,
        authorized: authorizedBody(d),
        ...(d.rationale.trim() === '' ? {} : { rationale: d.rationale }),
      };
    case 'denied':
      return { outcome: 'denied', ...adverseParts(d), ...cited(d) };
    default:
      return { outcome: d.outcome, ...adverseParts(d), ...cited(d), authorized: authorizedBody(d) };
  }
};

export const decisionForCheck = (d: DecisionDraft): ItemDecision | undefined => {
  if (d.outcome === 'later') return undefined;
  if (d.outcome === 'approved')
    return { outcome: 'approved', itemSequence: d.itemSequence, authorized: authorizedForCheck(d) };
  const authorized = d.outcome === 'denied' ? {} : { authorized: authorizedForCheck(d) };
  return { outcome: d.outcome, ...adverseParts(d), ...authorized };
};

export const requestedText = (item: RequestedItem): string =>
  [
    item.quantity ? quantityWords(item.quantity) : undefined,
    item.period ? `${date(item.period.start)} to ${date(item.period.end ?? item.period.start)}` : undefined,
  ]
    .filter((p) => p !== undefined)
    .join(', ');
