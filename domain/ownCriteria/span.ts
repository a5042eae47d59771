import { addDays, type CalendarDate, earlierDay } from '../time/instant.ts';
import type { CriteriaVersion, OwnCriteria } from './version.ts';

/** The days of service for which a version counts, both included. Empty (`to` before `from`) when another took its place first. */
export type VersionSpan = {
  readonly version: string;
  readonly sha256: string;
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
};

const cut = (span: VersionSpan, before: CalendarDate): VersionSpan => {
  const last = addDays(before, -1);
  return { ...span, to: span.to === undefined ? last : earlierDay(span.to, last) };
};

/**
 * Each published version with its days, in the order of publication. A version ends the ones before it from its first day on,
 * so that no day has two; one that is retired leaves its days to none.
 */
export const versionSpans = (o: Pick<OwnCriteria, 'versions'>): readonly VersionSpan[] => {
  const released = o.versions
    .filter((v): v is CriteriaVersion & Required<Pick<CriteriaVersion, 'published'>> => v.published !== undefined)
    .sort((a, b) => (a.published.at < b.published.at ? -1 : a.published.at > b.published.at ? 1 : 0));
  return released.reduce<readonly VersionSpan[]>((before, v) => {
    const { sha256, effectiveFrom: from, effectiveTo: to } = v.published;
    const span: VersionSpan = { version: v.version, sha256, from, ...(to ? { to } : {}) };
    return [...before.map((s) => cut(s, from)), v.retired ? cut(span, v.retired.retiredFrom) : span];
  }, []);
};

export const isOnDay = ({ from, to }: VersionSpan, on: CalendarDate): boolean =>
  from <= on && (to === undefined || on <= to);
