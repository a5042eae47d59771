import type { AuthorizationRequest } from '../case/request.ts';
import type { CalendarDate } from '../time/instant.ts';
import type { DemandedOffer, PeerToPeerRule } from './rule.ts';

/** The rules that bind this request on a day: those that demand an offer come first. */
export const rulesFor = (
  rules: readonly PeerToPeerRule[],
  { coverage, setting, reviewType }: Pick<AuthorizationRequest, 'coverage' | 'setting' | 'reviewType'>,
  today: CalendarDate,
): readonly PeerToPeerRule[] =>
  rules
    .filter(
      (r) =>
        r.linesOfBusiness.includes(coverage.lineOfBusiness) &&
        (r.states === undefined || r.states.includes(coverage.stateOfIssue)) &&
        (r.settings === undefined || r.settings.includes(setting)) &&
        (r.reviewTypes === undefined || r.reviewTypes.includes(reviewType)) &&
        r.effectiveFrom <= today,
    )
    .toSorted((a, b) => Number(b.demand === 'beforeDenial') - Number(a.demand === 'beforeDenial'));

export const asDemanded = ({ id, version, citation, intentFirst }: PeerToPeerRule): DemandedOffer => ({
  ruleId: id,
  ruleVersion: version,
  citation,
  intentFirst,
});
