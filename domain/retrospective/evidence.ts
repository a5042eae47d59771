import type { AttachedDocument } from '../case/event.ts';
import type { AuthorizationRequest } from '../case/request.ts';
import type { Fact } from '../fact/fact.ts';
import { type CalendarDate, dateInZone, type Instant, type ZoneId } from '../time/instant.ts';

type Reviewed = Pick<AuthorizationRequest, 'reviewType' | 'retrospective' | 'items' | 'zone'>;

/**
 * The last day of a service that is reviewed after it was given: what became known later is no evidence about it. Undefined for
 * reviews that are not in retrospect, and where nobody said when the service ended.
 */
export const evidenceEndsOn = (request: Reviewed): CalendarDate | undefined => {
  if (request.reviewType !== 'retrospective') return undefined;
  if (request.retrospective) return request.retrospective.serviceEndedOn;
  const ends = request.items.flatMap((i) => (i.period ? [i.period.end ?? i.period.start] : []));
  return [...ends].sort().at(-1);
};

const dayOf = (at: Instant | CalendarDate, zone: ZoneId): CalendarDate =>
  at.length === 10 ? (at as CalendarDate) : dateInZone(at as Instant, zone);

/** `inTime`: known when the service was given. `late`: dated after it. `undated`: nobody said, so a person has to look. */
export type EvidenceDate = 'inTime' | 'late' | 'undated';

const against = (day: CalendarDate | undefined, endsOn: CalendarDate): EvidenceDate =>
  day === undefined ? 'undated' : day > endsOn ? 'late' : 'inTime';

export const documentDate = (
  d: Pick<AttachedDocument, 'recordedOn'>,
  endsOn: CalendarDate | undefined,
): EvidenceDate => (endsOn === undefined ? 'inTime' : against(d.recordedOn, endsOn));

/** A fact is as late as its own date, and as the document that it was read in. */
export const factDate = (fact: Fact, request: Reviewed, documents: readonly AttachedDocument[] = []): EvidenceDate => {
  const endsOn = evidenceEndsOn(request);
  if (endsOn === undefined) return 'inTime';
  const { source } = fact;
  const read = source.kind === 'document' ? documents.find((d) => d.documentId === source.documentId) : undefined;
  if (read && documentDate(read, endsOn) === 'late') return 'late';
  return against(fact.at === undefined ? undefined : dayOf(fact.at, request.zone), endsOn);
};

/** The facts that criteria may read: in retrospect, all but those that became known after the service. */
export const factsInTime = (
  facts: readonly Fact[],
  request: Reviewed,
  documents: readonly AttachedDocument[] = [],
): readonly Fact[] => facts.filter((f) => factDate(f, request, documents) !== 'late');

/** The documents that a determination may cite; the others are shown and are no evidence. */
export const documentsInTime = (
  documents: readonly AttachedDocument[],
  request: Reviewed,
): readonly AttachedDocument[] => documents.filter((d) => documentDate(d, evidenceEndsOn(request)) !== 'late');
