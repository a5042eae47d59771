import type { Bundle, ClaimResponse, Extension } from '@medplum/fhirtypes';
import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import type { DecidedBy } from '@openum/domain/determination/determination.ts';
import type { Deadlines } from '@openum/domain/peerToPeer/command.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { isObject, textAt } from '../json.ts';
import { pasExtension, pasProfile } from '../systems.ts';
import { npi } from './answer/extension.ts';
import { addedItem, responseItem } from './answer/item.ts';
import { noteOf } from './answer/note.ts';
import { builtParties, echoedParties, isRequestBundle, type Parties, type Payer } from './answer/parties.ts';
import { adjudication, headerAction, statusInCase } from './answer/reviewAction.ts';

export type AnswerContext = {
  /** The received Bundle as parsed JSON; absent for a case that did not come by PAS. */
  readonly request?: unknown;
  /** Moment of this answer. */
  readonly at: Instant;
  /** A new UUID at each call. */
  readonly newId: () => string;
  /** Names the plan when there is no received Bundle to take the insurer from; its phone takes calls about talks. */
  readonly payer: Payer;
  /** Due moments of the hard clocks that are still open: the first of them ends the window of a talk. */
  readonly deadlinesOf?: (c: Case) => Deadlines;
};

type Person = Extract<DecidedBy, { kind: 'person' }>;

const deciders = (c: Case): readonly Person[] =>
  c.items.flatMap((i) => (i.determination?.by.kind === 'person' ? [i.determination.by] : []));

/** Whether a person reviewed it, and who: the qualified decider before others. */
const reviewer = (c: Case): Extension => {
  const people = deciders(c);
  const chosen = people.find((p) => p.qualification?.npi) ?? people[0];
  const number = chosen?.qualification?.npi;
  const specialty = chosen?.qualification?.specialties[0];
  return {
    url: pasExtension('claimResponseReviewer'),
    extension: [
      {
        url: 'wasHumanReviewedFlag',
        valueBoolean: people.length > 0 || c.reviews.some((r) => r.byUserId !== undefined),
      },
      ...(number ? [{ url: 'reviewerNPI', valueIdentifier: npi(number) }] : []),
      ...(specialty ? [{ url: 'reviewerSpecialty', valueCodeableConcept: { text: specialty } }] : []),
    ],
  };
};

const authorizedOf = (item: CaseItem) =>
  item.determination && 'authorized' in item.determination ? item.determination.authorized : undefined;

/** First to last authorized day over all lines; open-ended when one of them is. */
const authorizedSpan = (c: Case): Pick<ClaimResponse, 'preAuthRef' | 'preAuthPeriod'> => {
  const all = c.items.flatMap((i) => authorizedOf(i) ?? []);
  const first = all[0];
  if (!first) return {};
  const start = all.map((a) => a.period.start).sort()[0] ?? first.period.start;
  const ends = all.map((a) => a.period.end);
  const end = ends.every((e) => e !== undefined) ? ends.sort().at(-1) : undefined;
  return { preAuthRef: first.authorizationNumber, preAuthPeriod: { start, ...(end ? { end } : {}) } };
};

export const partiesOf = (c: Case, context: AnswerContext, extent: 'whole' | 'parties'): Parties =>
  (isRequestBundle(context.request) ? echoedParties(context.request, extent) : undefined) ??
  builtParties(c.request, context.payer, context.newId);

/** The ClaimResponse of a case as it stands. A pended line is a complete answer with A4. */
export const claimResponse = (
  c: Case,
  parties: Parties,
  profile: 'claimresponse' | 'claiminquiryresponse',
  id: string,
  context: AnswerContext,
): ClaimResponse => {
  const { at, payer } = context;
  const spoken = { deadlines: context.deadlinesOf?.(c) ?? [], phone: payer.phone };
  const noted = c.items.flatMap((item) => {
    const text = noteOf(c, item);
    return text ? [{ sequence: item.sequence, text }] : [];
  });
  const numberOf = (sequence: number) => {
    const position = noted.findIndex((n) => n.sequence === sequence);
    return position < 0 ? undefined : position + 1;
  };
  const added = c.items.flatMap((item) => addedItem(c, item, parties) ?? []);
  const header = headerAction(c.items.map((i) => statusInCase(c, i)));
  return {
    resourceType: 'ClaimResponse',
    id,
    meta: { profile: [pasProfile(profile)] },
    extension: [reviewer(c)],
    ...(parties.identifier ? { identifier: parties.identifier } : {}),
    status: 'active',
    type: parties.type,
    use: 'preauthorization',
    patient: parties.patient,
    created: at,
    insurer: parties.insurer,
    requestor: parties.requestor,
    request: parties.request,
    outcome: 'complete',
    ...authorizedSpan(c),
    item: c.items.map((item) => responseItem(c, item, parties, { noteNumber: numberOf(item.sequence), spoken })),
    ...(added.length > 0 ? { addItem: added } : {}),
    adjudication: [adjudication({ code: header })],
    ...(noted.length > 0 ? { processNote: noted.map((n, i) => ({ number: i + 1, text: n.text })) } : {}),
  } as ClaimResponse;
};

const freshIdentifier = (context: AnswerContext) => ({
  system: 'urn:ietf:rfc:3986',
  value: `urn:uuid:${context.newId()}`,
});

/** An answer carries the identifier of the submission, an inquiry answer one of its own. */
const answerIdentifier = (context: AnswerContext) => {
  const sent = isObject(context.request) && isObject(context.request.identifier) ? context.request.identifier : {};
  const value = textAt(sent, 'value');
  return value ? { ...sent, value } : freshIdentifier(context);
};

export const answerBundle = (
  response: ClaimResponse,
  parties: Parties,
  profile: 'pas-response-bundle' | 'pas-inquiry-response-bundle',
  context: AnswerContext,
): Bundle => ({
  resourceType: 'Bundle',
  meta: { profile: [pasProfile(profile)] },
  identifier: profile === 'pas-response-bundle' ? answerIdentifier(context) : freshIdentifier(context),
  type: 'collection',
  timestamp: context.at,
  entry: [{ fullUrl: `urn:uuid:${response.id}`, resource: response }, ...parties.entries],
});

/** The answer to `$submit`, also the content of a later notification: every line ever asked for, with its present answer. */
export const submitResponse = (c: Case, context: AnswerContext): Bundle => {
  const parties = partiesOf(c, context, 'whole');
  const response = claimResponse(c, parties, 'claimresponse', context.newId(), context);
  return answerBundle(response, parties, 'pas-response-bundle', context);
};
