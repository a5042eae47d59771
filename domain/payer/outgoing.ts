import type { Patient, SubmissionKind } from '../episode/record.ts';
import { type Episode, type EpisodeSubmission, wasAsked } from '../episode/state.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

/** As whom the payer knows the practice. */
export type LineProvider = {
  readonly npi: string;
  readonly name: string;
  readonly phone: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
};

export type OutgoingLine = {
  readonly sequence: number;
  readonly submissionId: string;
  readonly kind: SubmissionKind;
  readonly levelOfCare: string;
  readonly code: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly units?: number;
};

/** A request as it goes over an electronic line, with the lines of earlier requests that it continues. */
export type OutgoingRequest = {
  /** Names this one message; the same message sent again has the same. */
  readonly messageId: string;
  readonly submissionId: string;
  /** It brings what the payer asked for and adds no line. */
  readonly informs: boolean;
  /** The request that began the series; its id is the practice's number for all of them. */
  readonly seriesId: string;
  readonly continues: boolean;
  readonly at: Instant;
  readonly patient: Patient;
  readonly memberNumber: string;
  readonly payerName: string;
  readonly clinician?: { readonly name: string; readonly npi?: string };
  readonly diagnoses: readonly string[];
  readonly urgent: boolean;
  readonly admittedOn: CalendarDate;
  readonly dischargedOn?: CalendarDate;
  readonly lines: readonly OutgoingLine[];
  readonly summary: string;
};

/** Electronic requests of one level to one payer go on from each other; another level or the past begins anew. */
const seriesOf = (e: Episode, s: EpisodeSubmission): readonly EpisodeSubmission[] => {
  // Only a PAS update repeats the lines before it; a 278 names the authorization that it goes on from.
  if (s.kind !== 'continuedStay' || s.channel !== 'pas') return [];
  const earlier = e.submissions.filter(
    (x) =>
      x.submissionId !== s.submissionId &&
      x.channel === 'pas' &&
      x.coverageId === s.coverageId &&
      x.levelOfCare === s.levelOfCare &&
      x.kind !== 'retrospective' &&
      x.sentAt <= s.sentAt &&
      wasAsked(x),
  );
  const begin = earlier.findLastIndex((x) => x.kind !== 'continuedStay');
  return earlier.slice(Math.max(0, begin));
};

const linesOf = (s: EpisodeSubmission, after: number): readonly OutgoingLine[] =>
  s.codes.map((code, at) => ({
    sequence: after + at + 1,
    submissionId: s.submissionId,
    kind: s.kind,
    levelOfCare: s.levelOfCare,
    code,
    from: s.from,
    to: s.to,
    ...(s.units === undefined ? {} : { units: s.units }),
  }));

/** Undefined when the coverage that it names is not in the episode. */
export const outgoingOf = (e: Episode, s: EpisodeSubmission, at: Instant): OutgoingRequest | undefined => {
  const coverage = e.coverages.find((c) => c.coverageId === s.coverageId);
  if (!coverage) return undefined;
  const series = seriesOf(e, s);
  const lines: OutgoingLine[] = [];
  for (const x of [...series, s]) lines.push(...linesOf(x, lines.length));
  return {
    messageId: s.submissionId,
    submissionId: s.submissionId,
    informs: false,
    seriesId: series[0]?.submissionId ?? s.submissionId,
    continues: series.length > 0,
    at,
    patient: e.patient,
    memberNumber: coverage.memberNumber,
    payerName: coverage.payerName,
    ...(e.clinician ? { clinician: e.clinician } : {}),
    diagnoses: s.diagnoses ?? [],
    urgent: s.urgency === 'expedited',
    admittedOn: e.admittedOn,
    ...(e.discharge ? { dischargedOn: e.discharge.on } : {}),
    lines,
    summary: s.clinicalSummary,
  };
};

/** The same request once more, with what the payer asked for in place of the summary. */
export const informing = (request: OutgoingRequest, messageId: string, text: string): OutgoingRequest => ({
  ...request,
  messageId,
  informs: true,
  continues: true,
  summary: text,
});
