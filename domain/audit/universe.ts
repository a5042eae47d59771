import type { Appeal } from '../appeal/appeal.ts';
import { appealOutcome } from '../appeal/appeal.ts';
import type { Case, CaseItem } from '../case/state.ts';
import { isAdverse } from '../determination/determination.ts';
import { dateInZone, type Instant, type ZoneId } from '../time/instant.ts';

/** Local date and time of day as universes write them: `2026/11/22` and `16:05:30`. `NA` where there is none. */
const dayAndTime = (at: Instant | undefined, zone: ZoneId): readonly [string, string] => {
  if (at === undefined) return ['NA', 'NA'];
  const time = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime();
  return [dateInZone(at, zone).replaceAll('-', '/'), time.toString({ smallestUnit: 'second' })];
};

const yesNo = (yes: boolean): 'Y' | 'N' => (yes ? 'Y' : 'N');

/** One line of a universe: heading to value, in order. */
export type UniverseRow = Readonly<Record<string, string>>;

const moment = (heading: string, at: Instant | undefined, zone: ZoneId): UniverseRow => {
  const [date, time] = dayAndTime(at, zone);
  return { [`${heading} date`]: date, [`${heading} time`]: time };
};

const enrollee = (c: Case): UniverseRow => ({
  'Enrollee ID': c.request.member.memberNumber,
  'Enrollee last name': c.request.member.family,
  'Enrollee first name': c.request.member.given,
  'Contract ID': c.request.coverage.planId ?? 'NA',
  'Plan name': c.request.coverage.planName,
});

const reviewerOf = (item: CaseItem): string => {
  const d = item.earlierDeterminations[0] ?? item.determination;
  if (!d) return 'NA';
  return d.by.kind === 'rule' ? 'Rule' : (d.by.qualification?.profession ?? 'Person');
};

/** A pre-service organization determination (CMS-10717, table 1): one line of a request. */
export const organizationDetermination = (c: Case, item: CaseItem): UniverseRow => {
  const { request } = c;
  const { zone } = request;
  const d = item.earlierDeterminations[0] ?? item.determination;
  const letter = (audience: 'member' | 'provider') =>
    c.notices.find((n) => n.audience === audience && n.clockId === undefined && n.itemSequences.includes(item.sequence))
      ?.issuedAt;
  const extension = c.extensions.length > 0;
  const withdrawn = c.withdrawn !== undefined && d === undefined;
  return {
    ...enrollee(c),
    'Authorization or claim number':
      (d && 'authorized' in d ? d.authorized?.authorizationNumber : undefined) ?? c.caseNumber,
    'Line of the request': String(item.sequence),
    'Who made the request': request.urgencyRequestedBy === 'member' ? 'E' : 'P',
    ...moment('Received', c.receivedAt, zone),
    'Part B drug': yesNo(item.isDrug),
    'Expedited request': yesNo(request.urgency === 'expedited'),
    'Processed as expedited': yesNo(c.urgency === 'expedited'),
    'Extension taken': yesNo(extension),
    'Service requested': `${item.service.code} ${item.service.display ?? ''}`.trim(),
    Determination: d ? d.outcome : withdrawn ? 'withdrawn' : 'pending',
    'Denied for lack of medical necessity': d && isAdverse(d) ? yesNo(d.reasonClass === 'medicalNecessity') : 'NA',
    Reviewer: reviewerOf(item),
    ...moment('Determination', d?.decidedAt ?? (withdrawn ? c.withdrawn?.at : undefined), zone),
    ...moment('Written notice to the enrollee', letter('member'), zone),
    ...moment('Notice to the provider', letter('provider'), zone),
  };
};

/** A reconsideration by the plan (CMS-10717, table 2): one appeal at the first level. */
export const reconsideration = (c: Case, a: Appeal): UniverseRow => {
  const { zone } = c.request;
  const letter = c.notices.find((n) => n.appealId === a.appealId && n.kind === 'appealResolution');
  const forwarded = c.appeals.find((next) => next.previousAppealId === a.appealId)?.forwarded ?? a.forwarded;
  const by = a.decided?.by;
  return {
    ...enrollee(c),
    'Appeal number': a.number,
    'Case number': c.caseNumber,
    'Lines under appeal': a.itemSequences.join(' '),
    'Who filed': a.filedBy?.party ?? 'plan',
    ...moment('Representation shown', a.standingShown?.at ?? a.standingShownAt, zone),
    ...moment('Received', a.receivedAt, zone),
    'Expedited request': yesNo(a.expediteAsked !== undefined),
    'Processed as expedited': yesNo(a.urgency === 'expedited'),
    'Extension taken': yesNo(a.extensions.length > 0),
    Disposition: appealOutcome(a) ?? (a.withdrawn ? 'withdrawn' : a.dismissed ? 'dismissed' : 'pending'),
    Reviewer: by === undefined ? 'NA' : by.kind === 'person' ? (by.qualification?.profession ?? 'Person') : 'Rule',
    ...moment('Decision', a.decided?.at, zone),
    ...moment('Written notice to the enrollee', letter?.issuedAt, zone),
    ...moment('Put into effect', a.effectuated?.at, zone),
    ...moment('Forwarded to the IRE', forwarded?.at, zone),
  };
};
