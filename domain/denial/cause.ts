import { coverageOf } from '../episode/ledger.ts';
import type { DenialCause } from '../episode/record.ts';
import {
  type Episode,
  type EpisodeDenial,
  type EpisodeSubmission,
  type EpisodeTalk,
  finalAnswer,
  wasAsked,
} from '../episode/state.ts';
import type { CoveredService } from '../ledger/match.ts';
import { wasMissed } from '../practiceTalk/standing.ts';
import { dateInZone, type Instant, type ZoneId } from '../time/instant.ts';
import type { CodeSubject, DenialCodes } from './code.ts';
import type { CauseProof } from './proof.ts';

export type FoundCause = { readonly cause: DenialCause; readonly proof: readonly CauseProof[] };

export type CauseContext = { readonly codes: DenialCodes; readonly now: Instant; readonly zone: ZoneId };

const codesOf = (d: EpisodeDenial, { adjustment, remark }: DenialCodes) => [
  ...d.adjustmentCodes.map((code) => ({
    kind: 'code' as const,
    list: 'adjustment' as const,
    code,
    subject: adjustment.get(code)?.subject ?? ('other' as const),
  })),
  ...d.remarkCodes.map((code) => ({
    kind: 'code' as const,
    list: 'remark' as const,
    code,
    subject: remark.get(code)?.subject ?? ('other' as const),
  })),
];

/** Services that the denial is about, with how the ledger has them. */
export const deniedServices = (e: Episode, d: EpisodeDenial): readonly CoveredService[] => {
  const claimOf = new Map(e.services.map((s) => [s.serviceId, s.billed?.claimId]));
  return coverageOf(e).filter(
    ({ service: s }) =>
      d.from <= s.on &&
      s.on <= d.to &&
      (d.levelOfCare === undefined || d.levelOfCare === s.levelOfCare) &&
      (d.claimId === undefined || claimOf.get(s.serviceId) === d.claimId),
  );
};

const refusals: readonly string[] = ['denied', 'partiallyApproved', 'modified'];

const wasRefused = (s: EpisodeSubmission): boolean => refusals.includes(finalAnswer(s)?.outcome ?? '');

const asksFor = (s: EpisodeSubmission, m: CoveredService): boolean =>
  s.levelOfCare === m.service.levelOfCare && s.from <= m.service.on && m.service.on <= s.to;

const submissionProof = (s: EpisodeSubmission): readonly CauseProof[] => {
  const outcome = s.answers.at(-1)?.outcome;
  return outcome ? [{ kind: 'submission', submissionId: s.submissionId, sentAt: s.sentAt, outcome }] : [];
};

const serviceProof = ({ service, state, atStake }: CoveredService): CauseProof => ({
  kind: 'service',
  serviceId: service.serviceId,
  on: service.on,
  state,
  atStake,
});

/** The request that the denial answers: the one it names, or a refused one for its days. */
const answeredRequest = (e: Episode, d: EpisodeDenial): EpisodeSubmission | undefined =>
  e.submissions.find((s) => s.submissionId === d.submissionId) ??
  e.submissions.findLast(
    (s) =>
      wasRefused(s) &&
      s.from <= d.to &&
      d.from <= s.to &&
      (d.levelOfCare === undefined || s.levelOfCare === d.levelOfCare),
  );

const missedTalk = (e: Episode, request: EpisodeSubmission | undefined, now: Instant): EpisodeTalk | undefined =>
  request && e.talks.find((t) => t.submissionId === request.submissionId && wasMissed(t, now));

/** Why one service has nothing to cover it. */
const whyUncovered = (e: Episode, m: CoveredService, zone: ZoneId): FoundCause => {
  const requests = e.submissions.filter((s) => asksFor(s, m) && wasAsked(s));
  // Asked before the day was over, and refused: what was sent did not carry it.
  const refused = requests.find((s) => wasRefused(s) && dateInZone(s.sentAt, zone) <= m.service.on);
  const proof = [serviceProof(m)];
  if (refused) return { cause: 'documentation', proof: [...proof, ...submissionProof(refused)] };
  if (m.state === 'wrongLevel') return { cause: 'wrongLevelOfCare', proof };
  if (m.state === 'expired' || m.state === 'unitsExhausted') return { cause: 'expiredMidStay', proof };
  const pursued = requests.some((s) => s.kind === 'retrospective');
  if (e.emergency && !pursued)
    return { cause: 'retroNotPursued', proof: [{ kind: 'emergency', admittedOn: e.admittedOn }, ...proof] };
  return { cause: 'notObtained', proof: [...proof, ...requests.flatMap(submissionProof)] };
};

/** The cause with the most money behind it; where none has any, the one of the earliest day. */
const heaviest = (found: readonly (FoundCause & { readonly atStake: number })[]): FoundCause | undefined => {
  const groups = [...Map.groupBy(found, (f) => f.cause)].map(([cause, list]) => ({
    cause,
    atStake: list.reduce((sum, f) => sum + f.atStake, 0),
    proof: [...new Map(list.flatMap((f) => f.proof).map((p) => [JSON.stringify(p), p])).values()],
  }));
  return groups.toSorted((a, b) => b.atStake - a.atStake)[0];
};

/** Errors of the claim itself; an authorization could not have helped. */
const claimSubjects: readonly CodeSubject[] = ['coding', 'eligibility', 'time', 'contract', 'patientShare'];

const bySubject = (subjects: readonly CodeSubject[]): DenialCause | undefined => {
  if (subjects.includes('level')) return 'wrongLevelOfCare';
  if (subjects.includes('documentation')) return 'documentation';
  if (subjects.includes('authorization')) return 'notObtained';
  return subjects.includes('coding') ? 'coding' : undefined;
};

/**
 * Why a denial happened, from what the payer says and from what the practice's own record shows, with everything it rests on. A talk
 * that nobody held comes first, since holding it could have turned the answer; then the ledger; the payer's codes where it is silent.
 */
export const causeOf = (e: Episode, d: EpisodeDenial, { codes, now, zone }: CauseContext): FoundCause => {
  const said = codesOf(d, codes);
  const subjects = said.map((c) => c.subject);
  const request = answeredRequest(e, d);
  const talk = missedTalk(e, request, now);
  if (talk)
    return {
      cause: 'missedPeerToPeer',
      proof: [{ kind: 'talkMissed', offerId: talk.offerId, closesAt: talk.closesAt }, ...said],
    };

  const services = deniedServices(e, d);
  if (said.length > 0 && subjects.every((s) => claimSubjects.includes(s)))
    return { cause: subjects.includes('coding') ? 'coding' : 'other', proof: [...said, ...services.map(serviceProof)] };

  const open = services.filter((m) => m.state !== 'covered');
  const ledger = heaviest(open.map((m) => ({ ...whyUncovered(e, m, zone), atStake: m.atStake })));
  if (ledger) return { cause: ledger.cause, proof: [...ledger.proof, ...said] };

  // Everything was authorized: a payer that misses the authorization did not find its number on the claim.
  if (services.length > 0 && subjects.includes('authorization')) {
    const used = new Set(services.flatMap((m) => m.portions.map((p) => p.authorizationId)));
    const onFile = e.authorizations
      .filter((a) => used.has(a.authorizationId))
      .map((a) => ({ kind: 'onFile' as const, authorizationId: a.authorizationId, number: a.number }));
    return { cause: 'coding', proof: [...onFile, ...said, ...services.map(serviceProof)] };
  }
  const refused = request && wasRefused(request) ? submissionProof(request) : [];
  const told = bySubject(subjects);
  if (told && !(told === 'notObtained' && refused.length > 0)) return { cause: told, proof: [...said, ...refused] };
  return { cause: refused.length > 0 ? 'documentation' : 'other', proof: [...said, ...refused] };
};

/** What a person assigned stands before what the rules find. */
export const standingCause = (e: Episode, d: EpisodeDenial, context: CauseContext): DenialCause =>
  d.cause?.cause ?? causeOf(e, d, context).cause;
