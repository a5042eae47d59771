import type { ChosenPages } from '../../packet/record.ts';

/** Words of the record: on a page of a document, or in something that was sent at the time. */
export type AppealQuote = {
  readonly text: string;
  readonly from:
    | { readonly documentId: string; readonly page: number; readonly start: number; readonly end: number }
    | { readonly source: string };
};

/** One point of the criteria: what a clinician says to it, and the words of the record that show it. */
export type AppealPoint = {
  readonly leafId: string;
  readonly label: string;
  readonly statement: string;
  readonly quotes: readonly AppealQuote[];
};

/** An appeal as it is being written, point by point. */
export type AppealDraft = {
  readonly criteriaId: string;
  readonly criteriaName: string;
  readonly opening: string;
  readonly points: readonly AppealPoint[];
  readonly closing: string;
  /** In their order; the first is Exhibit A. */
  readonly exhibits: readonly ChosenPages[];
  /** On what the sharing of records under 42 CFR Part 2 rests. */
  readonly consent?: string;
};

/** A, B, ... Z, AA, AB. */
export const exhibitName = (at: number): string =>
  (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));

/** What stands in brackets waits for a clinician. Words of the record may have brackets of their own. */
export const openBrackets = ({ opening, closing, points }: AppealDraft): readonly string[] =>
  [opening, ...points.map((p) => p.statement), closing].flatMap((t) => t.match(/\[[^\]]*\]/g) ?? []);

/** Points that say something; one without a statement and without a quote is left out of the letter. */
export const saidPoints = ({ points }: AppealDraft): readonly AppealPoint[] =>
  points.filter((p) => p.statement.trim() !== '' || p.quotes.length > 0);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The letter as plain text, for lists and for whoever reads the log. */
export const letterText = (draft: AppealDraft, titleOf: (documentId: string) => string): string =>
  [
    draft.opening,
    ...saidPoints(draft).map((p) =>
      [
        `${p.label}: ${p.statement}`.trim(),
        ...p.quotes.map(
          (q) =>
            `- "${oneLine(q.text)}" (${'source' in q.from ? q.from.source : `${titleOf(q.from.documentId)}, page ${q.from.page}`})`,
        ),
      ].join('\n'),
    ),
    draft.closing,
  ]
    .filter((t) => t.trim() !== '')
    .join('\n\n');
