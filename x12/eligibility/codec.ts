import { level, organization, organizationOf, person, personOf } from '../authorization/parties.ts';
import type { Transaction } from '../envelope/interchange.ts';
import { deepLoops, type Loop, loopsOf, readLoops, segmentOf, segmentsOf } from '../loop/read.ts';
import { type Reader, reader } from '../loop/reader.ts';
import { problem, type X12Problem } from '../text/problem.ts';
import { type Content, repeats, segment, text } from '../text/segment.ts';
import { centsText, dateText } from '../text/value.ts';
import type { Benefit, EligibilityAnswer, EligibilityInquiry } from './eligibility.ts';
import { eligibilityMap } from './map.ts';

const authorizationAnswers = ['Y', 'N', 'U'] as const;
const networkAnswers = ['Y', 'N', 'W', 'U'] as const;

export const writeInquiry = (q: EligibilityInquiry): readonly Content[] => [
  segment('BHT', '0022', '13', q.reference, dateText(q.askedOn), q.askedAt),
  level(1, undefined, '20', true),
  organization('PR', q.payer),
  level(2, 1, '21', true),
  organization('1P', q.provider),
  level(3, 2, '22', false),
  segment('TRN', '1', q.trace.number, q.trace.by),
  ...person('IL', q.subscriber, q.subscriber.memberNumber),
  ...(q.on ? [segment('DTP', '291', 'D8', dateText(q.on))] : []),
  ...q.serviceTypes.map((t) => segment('EQ', t)),
];

const benefitSegments = (b: Benefit): readonly Content[] => [
  segment(
    'EB',
    b.code,
    b.coverageLevel,
    { repeats: b.serviceTypes },
    undefined,
    b.plan,
    b.period,
    b.amount === undefined ? undefined : centsText(b.amount),
    b.share === undefined ? undefined : String(b.share),
    b.quantityKind,
    b.quantity === undefined ? undefined : String(b.quantity),
    b.authorization,
    b.inNetwork,
  ),
  ...(b.message ? [segment('MSG', b.message)] : []),
  ...(b.contact
    ? [
        // LS and LE bracket the loop of related entities.
        segment('LS', '2120'),
        segment('NM1', 'PR', '2', b.contact.name),
        ...(b.contact.phone ? [segment('PER', 'IC', undefined, 'TE', b.contact.phone)] : []),
        segment('LE', '2120'),
      ]
    : []),
];

/** Body of a 271, as a payer sends it. */
export const writeEligibilityAnswer = (a: EligibilityAnswer): readonly Content[] => [
  segment('BHT', '0022', '11', a.reference, dateText(a.answeredOn)),
  level(1, undefined, '20', true),
  organization('PR', a.payer),
  level(2, 1, '21', true),
  organization('1P', a.provider),
  level(3, 2, '22', false),
  ...(a.trace ? [segment('TRN', '2', a.trace.number, a.trace.by)] : []),
  ...person('IL', a.subscriber, a.subscriber.memberNumber),
  ...(a.coverageFrom ? [segment('DTP', '346', 'D8', dateText(a.coverageFrom))] : []),
  ...(a.coverageTo ? [segment('DTP', '347', 'D8', dateText(a.coverageTo))] : []),
  ...a.rejections.map((x) => segment('AAA', 'N', undefined, x.reason, x.followUp)),
  ...a.benefits.flatMap(benefitSegments),
];

type Parts = { readonly top: Loop; readonly a: Loop; readonly b: Loop; readonly c: Loop };
type Opened = { readonly parts?: Parts; readonly problems: readonly X12Problem[] };

const open = (t: Transaction, set: '270' | '271'): Opened => {
  const at = { id: 'ST', position: t.position };
  if (t.set !== set) return { problems: [problem('otherSet', at, `this is not a ${set}`, { element: 1 })] };
  const { loop: top, problems } = readLoops(eligibilityMap, t.segments);
  const all = [...t.problems, ...problems];
  const [a] = top ? deepLoops(top, '2000A') : [];
  const [b] = top ? deepLoops(top, '2000B') : [];
  const [c] = top ? deepLoops(top, '2000C') : [];
  if (top && a && b && c) return { parts: { top, a, b, c }, problems: all };
  return { problems: [...all, problem('segmentMissing', top?.first ?? at, 'payer, provider or member is missing')] };
};

const memberOf = (r: Reader, c: Loop): EligibilityAnswer['subscriber'] => {
  const [l] = loopsOf(c, '2100C');
  return { ...personOf(r, l), memberNumber: l ? r.needed(l.first, 9, 'the member number') : '' };
};

const traceOf = (c: Loop, kind: '1' | '2') => {
  const s = segmentOf(c, 'TRN', kind);
  return s && { number: text(s, 2) ?? '', by: text(s, 3) ?? '' };
};

const dayOf = (r: Reader, top: Loop) => {
  r.needed(top.first, 4, 'the day of the transaction');
  return r.date(top.first, 4);
};

export const readInquiry = (
  t: Transaction,
): { readonly inquiry?: EligibilityInquiry; readonly problems: readonly X12Problem[] } => {
  const { parts, problems } = open(t, '270');
  if (!parts) return { problems };
  const { top, a, b, c } = parts;
  const r = reader();
  const askedOn = dayOf(r, top);
  if (!askedOn) return { problems: [...problems, ...r.problems] };
  const [l] = loopsOf(c, '2100C');
  const asked = l && segmentOf(l, 'DTP', '291');
  const on = asked && r.span(asked, 2)?.from;
  const inquiry: EligibilityInquiry = {
    reference: r.needed(top.first, 3, 'the number of the transaction'),
    askedOn,
    askedAt: text(top.first, 5) ?? '',
    payer: organizationOf(r, a, '2100A'),
    provider: organizationOf(r, b, '2100B'),
    subscriber: memberOf(r, c),
    trace: traceOf(c, '1') ?? { number: '', by: '' },
    ...(on ? { on } : {}),
    serviceTypes: l ? loopsOf(l, '2110Q').flatMap((q) => repeats(q.first, 1)) : [],
  };
  return { inquiry, problems: [...problems, ...r.problems] };
};

const contactOf = (l: Loop): Benefit['contact'] => {
  const [found] = loopsOf(l, '2120C').filter((x) => text(x.first, 3) !== undefined);
  const per = found && segmentOf(found, 'PER');
  // PER03 to PER08: up to three ways to reach somebody, each after its kind.
  const at = per && [3, 5, 7].find((n) => text(per, n) === 'TE');
  const phone = per && at !== undefined ? text(per, at + 1) : undefined;
  return found && { name: text(found.first, 3) ?? '', ...(phone ? { phone } : {}) };
};

const coverageDays = (r: Reader, c: Loop): Pick<EligibilityAnswer, 'coverageFrom' | 'coverageTo'> => {
  const [l] = loopsOf(c, '2100C');
  const day = (code: string) => {
    const s = l && segmentOf(l, 'DTP', code);
    return s && r.span(s, 2);
  };
  const plan = day('291') ?? day('307');
  const coverageFrom = day('346')?.from ?? day('356')?.from ?? plan?.from;
  const coverageTo = day('347')?.to ?? day('357')?.to ?? (plan && plan.to > plan.from ? plan.to : undefined);
  return { ...(coverageFrom ? { coverageFrom } : {}), ...(coverageTo ? { coverageTo } : {}) };
};

const benefitOf = (r: Reader, l: Loop): Benefit => {
  const s = l.first;
  const amount = r.cents(s, 7);
  const share = r.quantity(s, 8);
  const coverageLevel = text(s, 2);
  const contact = contactOf(l);
  const quantity = r.quantity(s, 10);
  const authorization = r.code(s, 11, authorizationAnswers);
  const inNetwork = r.code(s, 12, networkAnswers);
  const message = segmentsOf(l, 'MSG')
    .map((m) => text(m, 1) ?? '')
    .join(' ');
  const plan = text(s, 5);
  const period = text(s, 6);
  const quantityKind = text(s, 9);
  return {
    code: r.needed(s, 1, 'what is said of the benefit'),
    ...(coverageLevel ? { coverageLevel } : {}),
    serviceTypes: repeats(s, 3),
    ...(plan ? { plan } : {}),
    ...(period ? { period } : {}),
    ...(amount === undefined ? {} : { amount }),
    ...(share === undefined ? {} : { share }),
    ...(quantityKind ? { quantityKind } : {}),
    ...(quantity === undefined ? {} : { quantity }),
    ...(authorization ? { authorization } : {}),
    ...(inNetwork ? { inNetwork } : {}),
    ...(message ? { message } : {}),
    ...(contact ? { contact } : {}),
  };
};

const rejectionsOf = (l: Loop): EligibilityAnswer['rejections'] => [
  ...[l.first, ...l.segments]
    .filter((s) => s.id === 'AAA')
    .map((s) => {
      const followUp = text(s, 4);
      return { loop: l.id, reason: text(s, 3) ?? '', ...(followUp ? { followUp } : {}) };
    }),
  ...l.loops.flatMap(rejectionsOf),
];

/** A payer that does not know itself, the provider or the line says so and nothing of a member. */
const refusedBefore = (t: Transaction): EligibilityAnswer | undefined => {
  const { loop: top } = t.set === '271' ? readLoops(eligibilityMap, t.segments) : {};
  const rejections = top ? rejectionsOf(top) : [];
  const r = reader();
  const answeredOn = top && r.date(top.first, 4);
  if (!top || !answeredOn || rejections.length === 0) return undefined;
  const nobody = { name: '', id: '', idQualifier: '' };
  return {
    reference: text(top.first, 3) ?? '',
    answeredOn,
    payer: nobody,
    provider: nobody,
    subscriber: { family: '', memberNumber: '' },
    rejections,
    benefits: [],
  };
};

export const readEligibilityAnswer = (
  t: Transaction,
): { readonly answer?: EligibilityAnswer; readonly problems: readonly X12Problem[] } => {
  const { parts, problems } = open(t, '271');
  if (!parts) {
    const refused = refusedBefore(t);
    // What is missing is missing because the payer went no further.
    return refused ? { answer: refused, problems: problems.filter((p) => p.rule !== 'segmentMissing') } : { problems };
  }
  const { top, a, b, c } = parts;
  const r = reader();
  const answeredOn = dayOf(r, top);
  if (!answeredOn) return { problems: [...problems, ...r.problems] };
  const [d] = deepLoops(c, '2100D');
  const trace = traceOf(c, '2');
  const answer: EligibilityAnswer = {
    reference: r.needed(top.first, 3, 'the number of the transaction'),
    answeredOn,
    payer: organizationOf(r, a, '2100A'),
    provider: organizationOf(r, b, '2100B'),
    subscriber: memberOf(r, c),
    ...(d ? { dependent: personOf(r, d) } : {}),
    ...(trace ? { trace } : {}),
    ...coverageDays(r, c),
    rejections: rejectionsOf(top),
    benefits: deepLoops(c, '2110C').map((l) => benefitOf(r, l)),
  };
  return { answer, problems: [...problems, ...r.problems] };
};
