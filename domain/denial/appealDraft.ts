import { type Episode, type EpisodeDenial, programmeOn } from '../episode/state.ts';
import { dateInZone, type ZoneId } from '../time/instant.ts';
import { usualDay, usualMoney, usualSpan } from '../time/usual.ts';
import { deniedServices } from './cause.ts';

const paragraphs = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((p) => typeof p === 'string' && p !== '').join('\n\n');

const list = (head: string, lines: readonly string[]): string | undefined =>
  lines.length === 0 ? undefined : [head, ...lines.map((l) => `- ${l}`)].join('\n');

/**
 * A first text of an appeal, put together from what the record held, each statement with its day. It says nothing that is not
 * recorded; what a treating clinician has to add stands in brackets.
 */
export const appealDraft = (e: Episode, d: EpisodeDenial, level: number, zone: ZoneId): string => {
  const coverage = e.coverages.find((c) => c.coverageId === d.coverageId);
  const services = deniedServices(e, d);
  const covered = new Set(services.flatMap((m) => m.portions.map((p) => p.authorizationId)));
  const told = e.submissions
    .filter((s) => s.submissionId === d.submissionId || (s.from <= d.to && d.from <= s.to))
    .toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1));
  const sent = told.flatMap((s) => [
    `${usualDay(dateInZone(s.sentAt, zone))}${s.reference ? ` (reference ${s.reference})` : ''}: ${s.clinicalSummary.trim()}`,
    ...s.informationSent.map((i) => `${usualDay(dateInZone(i.sentAt, zone))}: ${i.summary.trim()}`),
  ]);
  const onFile = e.authorizations
    .filter((a) => covered.has(a.authorizationId))
    .map((a) => `Authorization ${a.number} for ${usualSpan(a.from, a.to)}`);
  const talks = e.talks.flatMap((t) =>
    t.held && t.submissionId !== undefined && t.submissionId === d.submissionId
      ? [`${usualDay(dateInZone(t.held.at, zone))}: ${t.held.notes.trim()}`]
      : [],
  );
  const level1 = `${level === 1 ? 'We appeal' : `We appeal at level ${level}`} the denial of ${programmeOn(e, d.from).name}`;
  return paragraphs(
    coverage && `To: ${coverage.payerName}`,
    `Member: ${e.patient.given} ${e.patient.family}, born ${usualDay(e.patient.birthDate)}${coverage ? `, member number ${coverage.memberNumber}` : ''}\nDays of service: ${usualSpan(d.from, d.to)}${d.claimId ? `\nClaim: ${d.claimId}` : ''}\nAmount: ${usualMoney(d.amount)}`,
    `${level1} for ${usualSpan(d.from, d.to)}.${d.reason ? ` The reason given was: ${d.reason.trim()}` : ''}`,
    e.emergency && `The admission on ${usualDay(e.admittedOn)} was an emergency.`,
    list('These days were authorized:', onFile),
    list('What the record showed at the time of service:', sent),
    list('What was said in the peer-to-peer:', talks),
    sent.length === 0 && '[The record holds no request for these days. Add what the chart shows for them.]',
    '[Treating clinician: for each criterion in question, add the finding, its date and the page of the chart.]',
    `We ask that the denial be overturned and ${usualMoney(d.amount)} be paid.`,
  );
};
