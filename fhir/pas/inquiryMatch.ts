import type { Coding, Provider, RequestedItem, ServicePeriod } from '@openum/domain/case/request.ts';
import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { reviewActionOf, statusInCase } from './answer/reviewAction.ts';
import type { Inquiry, InquiryLine } from './inquire.ts';

const overlaps = (a: ServicePeriod, b: ServicePeriod): boolean =>
  a.start <= (b.end ?? '9999-12-31') && b.start <= (a.end ?? '9999-12-31');

const inRange = (service: Coding, line: InquiryLine): boolean => {
  if (!line.service) return true;
  if (!line.serviceEnd) return service.code === line.service.code;
  return service.code >= line.service.code && service.code <= line.serviceEnd.code;
};

const within = (day: string | undefined, period: ServicePeriod | undefined): boolean =>
  period === undefined || (day !== undefined && day >= period.start && day <= (period.end ?? day));

const authorizedOf = (item: CaseItem) =>
  item.determination && 'authorized' in item.determination ? item.determination.authorized : undefined;

/** Numbers of every determination that an item ever had: a replaced number still finds its case (PAS spec-47). */
const authorizationNumbers = (item: CaseItem): readonly string[] =>
  [item.determination, ...item.earlierDeterminations].flatMap((d) =>
    d && 'authorized' in d && d.authorized ? [d.authorized.authorizationNumber] : [],
  );

const npisOf = (c: Case): readonly string[] =>
  [
    c.request.requestingProvider,
    ...c.request.items.map((i: RequestedItem): Provider | undefined => i.servicingProvider),
  ]
    .map((p) => p?.npi)
    .filter((n): n is string => n !== undefined);

const served = (item: CaseItem, asked: ServicePeriod | undefined): boolean => {
  const period = authorizedOf(item)?.period ?? item.period;
  return asked === undefined || period === undefined || overlaps(period, asked);
};

const lineMatches = (line: InquiryLine, c: Case, item: CaseItem): boolean => {
  const decidedAt = item.determination?.decidedAt;
  const authorized = authorizedOf(item);
  return (
    inRange(item.service, line) &&
    (line.reviewAction === undefined || line.reviewAction === reviewActionOf[statusInCase(c, item)]) &&
    served(item, line.dateRange) &&
    within(decidedAt && dateInZone(decidedAt, c.request.zone), line.issued) &&
    within(authorized?.period.start, line.effective) &&
    within(authorized?.period.end, line.expires)
  );
};

/**
 * Whether a case answers an inquiry. Member number and an ordering or rendering NPI must both match (PAS spec-53);
 * a reference number, when given, must be one of the case; one line must fit one line of the inquiry.
 */
export const matchesInquiry = (q: Inquiry, c: Case): boolean => {
  const given = [...q.authorizationNumbers, ...q.administrationReferenceNumbers];
  const own = [c.caseNumber, ...c.items.flatMap(authorizationNumbers)];
  return (
    q.memberNumbers.includes(c.request.member.memberNumber) &&
    (q.birthDate === undefined || q.birthDate === c.request.member.birthDate) &&
    npisOf(c).some((n) => q.providerNpis.includes(n)) &&
    (given.length === 0 || given.some((n) => own.includes(n))) &&
    (q.diagnoses.length === 0 || c.request.diagnoses.some((d) => q.diagnoses.includes(d.code))) &&
    c.items.some(
      (item) => served(item, q.dateRange) && (q.lines.length === 0 || q.lines.some((l) => lineMatches(l, c, item))),
    )
  );
};
