import { type Episode, type EpisodeDenial, programmeOn } from '../../episode/state.ts';
import { dateInZone, type ZoneId } from '../../time/instant.ts';
import { usualDay, usualMoney, usualSpan } from '../../time/usual.ts';
import { deniedServices } from '../cause.ts';

const paragraphs = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join('\n\n');

/** How a letter of appeal begins: what is appealed, and what the record holds besides the points. Nothing that is not recorded. */
export const openingText = (e: Episode, d: EpisodeDenial, level: number, zone: ZoneId): string => {
  const covered = new Set(deniedServices(e, d).flatMap((m) => m.portions.map((p) => p.authorizationId)));
  const onFile = e.authorizations
    .filter((a) => covered.has(a.authorizationId))
    .map((a) => `${a.number} for ${usualSpan(a.from, a.to)}`);
  const asked = e.submissions
    .filter((s) => s.submissionId === d.submissionId || (s.from <= d.to && d.from <= s.to))
    .map((s) => `${usualDay(dateInZone(s.sentAt, zone))}${s.reference ? ` (reference ${s.reference})` : ''}`);
  const talks = e.talks.flatMap((t) =>
    t.held && t.submissionId !== undefined && t.submissionId === d.submissionId
      ? [`On ${usualDay(dateInZone(t.held.at, zone))} your physician was told: ${t.held.notes.trim()}`]
      : [],
  );
  return paragraphs(
    `${level === 1 ? 'We appeal' : `We appeal, at level ${level},`} the denial of ${programmeOn(e, d.from).name} for ${usualSpan(d.from, d.to)}.${d.reason ? ` The reason given was: "${d.reason.trim()}"` : ''}`,
    e.emergency && `The admission on ${usualDay(e.admittedOn)} was an emergency.`,
    asked.length > 0 && `These days were asked for on ${asked.join(' and on ')}.`,
    onFile.length > 0 && `These days were authorized: ${onFile.join('; ')}.`,
    ...talks,
  );
};

export const closingText = (d: EpisodeDenial): string =>
  `We ask that the denial be overturned and ${usualMoney(d.amount)} be paid. Where you uphold it, please name the criterion that is not met and the words of the record on which that rests.`;
