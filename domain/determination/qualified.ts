import type { Qualification } from '../actor/actor.ts';
import type { ReviewerRequirement } from '../case/command.ts';
import type { Case } from '../case/state.ts';
import { type CalendarDate, dateInZone, type Instant } from '../time/instant.ts';

/** State whose licence a rule may ask for: where the member lives, or else whose law governs the contract. */
export const licenceState = (c: Case): string => c.request.member.address?.state ?? c.request.coverage.stateOfIssue;

/** The day of an act, by which a licence is judged. */
export const dayOfAct = (c: Case, now: Instant): CalendarDate => dateInZone(now, c.request.zone);

/** Active, unrestricted, not expired on that day, and of the state that the rule asks for. */
export const isLicensed = (
  q: Pick<Qualification, 'licences'>,
  requirement: Pick<ReviewerRequirement, 'licence'>,
  state: string,
  today: CalendarDate,
): boolean =>
  q.licences.some(
    (l) => l.status === 'active' && l.expiresOn >= today && (requirement.licence === 'anyState' || l.state === state),
  );

export const holdsOneOf = (q: Pick<Qualification, 'specialties'>, wanted: readonly string[]): boolean =>
  q.specialties.some((s) => wanted.includes(s));

/** Their own number stands in the request. */
export const asksForThemselves = (q: Pick<Qualification, 'npi'>, c: Case): boolean =>
  q.npi !== undefined &&
  [
    c.request.requestingProvider.npi,
    c.request.stay?.facility.npi,
    ...c.items.map((i) => i.servicingProvider?.npi),
  ].includes(q.npi);
