import type { Transaction } from '../envelope/interchange.ts';
import { deepLoops, type Loop, loopsOf, readLoops, segmentOf, segmentsOf } from '../loop/read.ts';
import { type Reader, reader } from '../loop/reader.ts';
import { problem, type X12Problem } from '../text/problem.ts';
import { part, text } from '../text/segment.ts';
import { serviceOf, spanOf } from './lines.ts';
import { authorizationMap } from './map.ts';
import { attendingEntity, organizationOf, personOf } from './parties.ts';
import type { AuthorizationRequest } from './request.ts';

const categories = ['AR', 'HS', 'IN', 'SC'] as const;
const certifications = ['I', '1', '2', '3', '4', 'R', 'S', 'N', '5', '6'] as const;
const levelsOfService = ['03', 'U', 'E'] as const;
const facilityQualifiers = ['A', 'B'] as const;

/** BHT02: 13 is a request, 11 the answer to one. */
export const answerPurpose = '11';
const purposes = { request: '13', answer: answerPurpose } as const;

export type Opened = { readonly bht: Loop; readonly a: Loop; readonly b: Loop; readonly c: Loop; readonly e: Loop };

/** The one event of a transaction, with the levels above it. */
export const open = (
  t: Transaction,
  purpose: keyof typeof purposes,
): { readonly opened?: Opened; readonly problems: readonly X12Problem[] } => {
  const at = { id: 'ST', position: t.position };
  if (t.set !== '278')
    return { problems: [problem('otherSet', at, 'this is no review of care (278)', { element: 1 })] };
  const { loop: bht, problems } = readLoops(authorizationMap, t.segments);
  const all = [...t.problems, ...problems];
  if (!bht) return { problems: all };
  if (text(bht.first, 2) !== purposes[purpose])
    return {
      problems: [...all, problem('codeUnknown', bht.first, `it is not the ${purpose} of a review`, { element: 2 })],
    };
  const [a] = deepLoops(bht, '2000A');
  const [b] = deepLoops(bht, '2000B');
  const [c] = deepLoops(bht, '2000C');
  const events = deepLoops(bht, '2000E');
  const [e] = events;
  if (!a || !b || !c || !e)
    return { problems: [...all, problem('segmentMissing', bht.first, 'payer, requester, member or event is missing')] };
  // X217 carries one event in each transaction; a second would be lost without a word.
  const second = events[1];
  if (second) all.push(problem('tooMany', second.first, 'a transaction holds one event', { loop: '2000E' }));
  return { opened: { bht, a, b, c, e }, problems: all };
};

export const subscriberOf = (r: Reader, c: Loop) => {
  const l = loopsOf(c, '2010C')[0];
  return { ...personOf(r, l), memberNumber: l ? r.needed(l.first, 9, 'the member number') : '' };
};

export const traceOf = (e: Loop) => {
  const trn = segmentOf(e, 'TRN');
  return trn && { number: text(trn, 2) ?? '', by: text(trn, 3) ?? '' };
};

export const messageOf = (e: Loop): { message?: string } => {
  const message = segmentsOf(e, 'MSG')
    .map((s) => text(s, 1) ?? '')
    .join('');
  return message === '' ? {} : { message };
};

const requesterOf = (r: Reader, b: Loop): AuthorizationRequest['requester'] => {
  const l = loopsOf(b, '2010B')[0];
  const per = l && segmentOf(l, 'PER');
  const contact = per && text(per, 2);
  const phone = per && text(per, 3) === 'TE' ? text(per, 4) : undefined;
  return { ...organizationOf(r, b, '2010B'), ...(contact ? { contact } : {}), ...(phone ? { phone } : {}) };
};

const attendingOf = (r: Reader, e: Loop): Pick<AuthorizationRequest, 'attending'> => {
  const l = loopsOf(e, '2010E').find((x) => text(x.first, 1) === attendingEntity);
  if (!l) return {};
  const { family, given } = personOf(r, l);
  const npi = text(l.first, 8) === 'XX' ? text(l.first, 9) : undefined;
  return { attending: { family, ...(given ? { given } : {}), ...(npi ? { npi } : {}) } };
};

export const readAuthorizationRequest = (
  t: Transaction,
): { readonly request?: AuthorizationRequest; readonly problems: readonly X12Problem[] } => {
  const { opened, problems } = open(t, 'request');
  if (!opened) return { problems };
  const { bht, a, b, c, e } = opened;
  const r = reader();
  const um = segmentOf(e, 'UM');
  const madeOn = r.date(bht.first, 4);
  const category = um && r.code(um, 1, categories);
  const certification = um && r.code(um, 2, certifications);
  if (!um || !madeOn || !category || !certification) {
    const at = um ?? e.first;
    const missing = problem(
      'segmentMissing',
      at,
      'what kind of review is asked for, and when, must be said (BHT04, UM)',
    );
    return { problems: [...problems, ...r.problems, missing] };
  }
  const [d] = deepLoops(c, '2010D');
  const facility = part(um, 4, 1);
  const facilityQualifier = facilityQualifiers.find((q) => q === part(um, 4, 2));
  const levelOfService = r.code(um, 6, levelsOfService);
  const previous = segmentOf(e, 'REF', 'BB');
  const admission = segmentOf(e, 'DTP', '435');
  const admittedOn = admission && r.span(admission, 2)?.from;
  const previousAuthorization = previous && text(previous, 2);
  const request: AuthorizationRequest = {
    reference: r.needed(bht.first, 3, 'the number of the transaction'),
    madeOn,
    madeAt: text(bht.first, 5) ?? '',
    payer: organizationOf(r, a, '2010A'),
    requester: requesterOf(r, b),
    subscriber: subscriberOf(r, c),
    ...(d ? { dependent: personOf(r, d) } : {}),
    ...attendingOf(r, e),
    trace: traceOf(e) ?? { number: '', by: '' },
    category,
    certification,
    serviceType: r.needed(um, 3, 'the type of service'),
    ...(facility && facilityQualifier ? { facility: { code: facility, qualifier: facilityQualifier } } : {}),
    ...(levelOfService ? { levelOfService } : {}),
    ...(previousAuthorization ? { previousAuthorization } : {}),
    ...spanOf(r, e, '472'),
    ...(admittedOn ? { admittedOn } : {}),
    diagnoses: segmentsOf(e, 'HI').flatMap((s) =>
      s.elements.flatMap(([[qualifier = '', code = ''] = []]) => (code ? [{ qualifier, code }] : [])),
    ),
    ...messageOf(e),
    services: loopsOf(e, '2000F').flatMap((l) => serviceOf(r, l) ?? []),
  };
  return { request, problems: [...problems, ...r.problems] };
};
