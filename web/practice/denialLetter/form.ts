import { datesIn } from '@openum/domain/denial/letter/dates.ts';
import type { LetterField, LetterMark } from '@openum/domain/denial/letter/record.ts';
import { addDays, type CalendarDate, daysBetween, isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { DenialLetterBody, DenialLetterReading } from '@openum/http/contract/practice/denialLetter.ts';

/** Fields of the form that words of the letter can fill. */
export const filledFields = [
  'letterOn',
  'from',
  'to',
  'reference',
  'reason',
  'criteria',
  'appealBy',
  'appealTo',
] as const;
export type FilledField = (typeof filledFields)[number];

export type LetterForm = Readonly<Record<FilledField, string>> & {
  /** `new`, or the id of the denial whose letter it is. */
  readonly about: string;
  readonly coverageId: string;
  readonly receivedOn: string;
  readonly submissionId: string;
  /** In dollars, as typed. */
  readonly amount: string;
  readonly marks: Readonly<Partial<Record<LetterField, LetterMark>>>;
};

type Reading = Pick<DenialLetterReading, 'today' | 'coverages' | 'denials' | 'submissions' | 'charges'>;

/** Fields that hold a day. */
export const dayFields: readonly FilledField[] = ['letterOn', 'from', 'to', 'appealBy'];

/** What marked words give for a field: for a day the first date in them. */
export const takenValue = (name: FilledField, quote: string): string =>
  dayFields.includes(name) ? (datesIn(quote)[0]?.on ?? '') : quote.replace(/\s+/g, ' ').trim();

/** Begins with nothing taken over but what cannot be otherwise: one payer, and the one denial that has no letter yet. */
export const beginLetter = (r: Reading): LetterForm => {
  const open = r.denials.filter((d) => !d.letter);
  return {
    letterOn: '',
    from: '',
    to: '',
    reference: '',
    reason: '',
    criteria: '',
    appealBy: '',
    appealTo: '',
    about: open.length === 1 ? (open[0]?.denialId ?? 'new') : 'new',
    coverageId: r.coverages[0]?.coverageId ?? '',
    receivedOn: r.today,
    submissionId: '',
    amount: '',
    marks: {},
  };
};

/** The last day of an appeal by so many days from the letter; business days depend on the payer and are counted by hand. */
export const appealByFrom = (letterOn: string, within: string): string | undefined => {
  const [days, unit] = within.split(' ');
  return unit === 'calendar' && isCalendarDateText(letterOn)
    ? addDays(letterOn as CalendarDate, Number(days))
    : undefined;
};

/** What the days cost at the level of the request, in dollars; undefined while the days or the level are not known. */
export const amountOf = (f: LetterForm, r: Reading): string | undefined => {
  if (!isCalendarDateText(f.from) || !isCalendarDateText(f.to) || f.to < f.from) return undefined;
  const level = r.submissions.find((s) => s.submissionId === f.submissionId)?.levelOfCare;
  const levels = Object.values(r.charges);
  const charge = level ? r.charges[level] : levels.length === 1 ? levels[0] : undefined;
  const days = daysBetween(f.from as CalendarDate, f.to as CalendarDate) + 1;
  return charge === undefined ? undefined : ((charge * days) / 100).toFixed(2);
};

const dayOrEmpty = (text: string): boolean => text === '' || isCalendarDateText(text);

export const letterProblems = (f: LetterForm, today: string): readonly string[] => [
  ...(dayOrEmpty(f.letterOn) && dayOrEmpty(f.appealBy) ? [] : ['Enter dates as days that exist.']),
  ...(f.letterOn > today ? ['The date of the letter lies in the future.'] : []),
  ...(f.appealBy && f.letterOn && f.appealBy < f.letterOn ? ['The last day of an appeal lies before the letter.'] : []),
  ...(f.about === 'new'
    ? [
        ...(f.coverageId ? [] : ['Set the payer of the episode first.']),
        ...(isCalendarDateText(f.from) && isCalendarDateText(f.to) ? [] : ['Enter the first and the last day denied.']),
        ...(f.from && f.to && f.to < f.from ? ['The last day denied lies before the first.'] : []),
        ...(isCalendarDateText(f.receivedOn) && f.receivedOn <= today ? [] : ['Enter the day on which it came.']),
        ...(/^\d+(\.\d{1,2})?$/.test(f.amount) ? [] : ['Enter what is denied, in dollars.']),
      ]
    : []),
];

export const letterBody = (
  f: LetterForm,
  r: Pick<DenialLetterReading, 'version' | 'submissions'>,
  documentId: string,
): Omit<DenialLetterBody, 'commandId'> => {
  const given = (name: FilledField) => (f[name].trim() ? { [name]: f[name].trim() } : {});
  const levelOfCare = r.submissions.find((s) => s.submissionId === f.submissionId)?.levelOfCare;
  return {
    expectedVersion: r.version,
    documentId,
    marks: Object.values(f.marks),
    facts: {
      ...given('letterOn'),
      ...given('reference'),
      ...given('reason'),
      ...given('criteria'),
      ...given('appealBy'),
      ...given('appealTo'),
    },
    about:
      f.about === 'new'
        ? {
            kind: 'new',
            coverageId: f.coverageId,
            receivedOn: f.receivedOn,
            from: f.from,
            to: f.to,
            amount: Math.round(Number(f.amount) * 100),
            ...(f.submissionId ? { submissionId: f.submissionId } : {}),
            ...(levelOfCare ? { levelOfCare } : {}),
          }
        : { kind: 'known', denialId: f.about },
  };
};
