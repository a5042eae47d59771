import type { Transaction } from '../envelope/interchange.ts';
import { deepLoops, type Loop, loopsOf, readLoops, segmentOf } from '../loop/read.ts';
import { type Reader, reader } from '../loop/reader.ts';
import type { X12Problem } from '../text/problem.ts';
import { type Content, repeats, segment, text } from '../text/segment.ts';
import { dateText } from '../text/value.ts';
import { service, serviceOf, span, spanOf } from './lines.ts';
import { authorizationMap } from './map.ts';
import { level, organization, organizationOf, person } from './parties.ts';
import { answerPurpose, messageOf, open, subscriberOf, traceOf } from './readRequest.ts';
import { type AuthorizationAnswer, type Rejection, type ReviewOutcome, reviewActions } from './request.ts';
import { messages } from './writeRequest.ts';

const outcomeOf = (r: Reader, l: Loop): { outcome?: ReviewOutcome } => {
  const s = segmentOf(l, 'HCR');
  if (!s) return {};
  r.needed(s, 1, 'the action');
  const action = r.code(s, 1, reviewActions);
  if (!action) return {};
  const authorizationNumber = text(s, 2);
  return {
    outcome: { action, ...(authorizationNumber ? { authorizationNumber } : {}), reasonCodes: repeats(s, 3) },
  };
};

const outcome = (o: ReviewOutcome | undefined): readonly Content[] =>
  o ? [segment('HCR', o.action, o.authorizationNumber, { repeats: o.reasonCodes })] : [];

const rejectionsOf = (l: Loop): readonly Rejection[] => [
  ...[l.first, ...l.segments]
    .filter((s) => s.id === 'AAA')
    .map((s) => {
      const followUp = text(s, 4);
      return { loop: l.id, reason: text(s, 3) ?? '', ...(followUp ? { followUp } : {}) };
    }),
  ...l.loops.flatMap(rejectionsOf),
];

const answeredService = (r: Reader, l: Loop): AuthorizationAnswer['services'][number] => {
  const s = serviceOf(r, l);
  return {
    ...(s ? { code: s.code } : {}),
    ...outcomeOf(r, l),
    ...spanOf(r, l, '472'),
    ...(s?.quantity === undefined ? {} : { quantity: s.quantity }),
  };
};

/** A payer may refuse the member or the requester and then says nothing of an event: that is an answer too. */
const refusedBefore = (t: Transaction): AuthorizationAnswer | undefined => {
  const { loop: bht } = readLoops(authorizationMap, t.segments);
  if (!bht || text(bht.first, 2) !== answerPurpose) return undefined;
  const rejections = rejectionsOf(bht);
  const r = reader();
  const answeredOn = r.date(bht.first, 4);
  if (rejections.length === 0 || !answeredOn) return undefined;
  const [a] = deepLoops(bht, '2000A');
  const [b] = deepLoops(bht, '2000B');
  const [c] = deepLoops(bht, '2000C');
  const nobody = { name: '', id: '', idQualifier: '' };
  return {
    reference: text(bht.first, 3) ?? '',
    answeredOn,
    answeredAt: text(bht.first, 5) ?? '',
    payer: a ? organizationOf(r, a, '2010A') : nobody,
    requester: b ? organizationOf(r, b, '2010B') : nobody,
    subscriber: c ? subscriberOf(r, c) : { family: '', memberNumber: '' },
    rejections,
    services: [],
  };
};

export const readAuthorizationAnswer = (
  t: Transaction,
): { readonly answer?: AuthorizationAnswer; readonly problems: readonly X12Problem[] } => {
  const { opened, problems } = open(t, 'answer');
  if (!opened) {
    const refused = refusedBefore(t);
    // What is missing is missing because the payer went no further.
    return refused ? { answer: refused, problems: problems.filter((p) => p.rule !== 'segmentMissing') } : { problems };
  }
  const { bht, a, b, c, e } = opened;
  const r = reader();
  r.needed(bht.first, 4, 'the day of the answer');
  const answeredOn = r.date(bht.first, 4);
  if (!answeredOn) return { problems: [...problems, ...r.problems] };
  const trace = traceOf(e);
  const answer: AuthorizationAnswer = {
    reference: r.needed(bht.first, 3, 'the number of the transaction'),
    answeredOn,
    answeredAt: text(bht.first, 5) ?? '',
    payer: organizationOf(r, a, '2010A'),
    requester: organizationOf(r, b, '2010B'),
    subscriber: subscriberOf(r, c),
    ...(trace ? { trace } : {}),
    ...outcomeOf(r, e),
    ...spanOf(r, e, '472'),
    rejections: rejectionsOf(bht),
    ...messageOf(e),
    services: loopsOf(e, '2000F').map((l) => answeredService(r, l)),
  };
  return { answer, problems: [...problems, ...r.problems] };
};

/** Body of a 278 answer, as a review desk sends it. */
export const writeAuthorizationAnswer = (q: AuthorizationAnswer): readonly Content[] => {
  const aaa = (loop: string) =>
    q.rejections.filter((x) => x.loop === loop).map((x) => segment('AAA', 'N', undefined, x.reason, x.followUp));
  return [
    segment('BHT', '0007', '11', q.reference, dateText(q.answeredOn), q.answeredAt, '18'),
    level(1, undefined, '20', true),
    ...aaa('2000A'),
    organization('X3', q.payer),
    level(2, 1, '21', true),
    organization('1P', q.requester),
    ...aaa('2010B'),
    level(3, 2, '22', true),
    ...person('IL', q.subscriber, q.subscriber.memberNumber),
    ...aaa('2010C'),
    level(4, 3, 'EV', q.services.length > 0),
    ...(q.trace ? [segment('TRN', '2', q.trace.number, q.trace.by)] : []),
    ...aaa('2000E'),
    ...outcome(q.outcome),
    ...span('472', q),
    ...messages(q.message),
    ...q.services.flatMap((s, i) => [
      level(5 + i, 4, 'SS', false),
      ...outcome(s.outcome),
      ...span('472', s),
      ...(s.code
        ? [
            service({
              code: s.code,
              modifiers: [],
              unit: 'UN',
              ...(s.quantity === undefined ? {} : { quantity: s.quantity }),
            }),
          ]
        : []),
    ]),
  ];
};
