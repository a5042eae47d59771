import type { FileKind } from '@openum/domain/payerFile/file.ts';
import { fileKinds } from '@openum/domain/payerFile/file.ts';
import type { AuthorizationReply, FilePart, ReadPayerFile, ReplyLine } from '@openum/domain/payerFile/part.ts';
import {
  type GroupAcknowledgment,
  type InterchangeAcknowledgment,
  refusedStandings,
} from '@openum/x12/acknowledgment/acknowledgment.ts';
import { readGroupAcknowledgment, readInterchangeAcknowledgment } from '@openum/x12/acknowledgment/codec.ts';
import { readAuthorizationAnswer } from '@openum/x12/authorization/answer.ts';
import type { AnsweredService, AuthorizationAnswer, ReviewOutcome } from '@openum/x12/authorization/request.ts';
import { readClaims } from '@openum/x12/claim/read.ts';
import { readEligibilityAnswer } from '@openum/x12/eligibility/codec.ts';
import type { Transaction } from '@openum/x12/envelope/interchange.ts';
import { readFile } from '@openum/x12/envelope/read.ts';
import { readRemittance } from '@openum/x12/remittance/read.ts';
import { problemLine, type X12Problem } from '@openum/x12/text/problem.ts';
import { benefitReply } from './benefits.ts';
import { decisionWords, groupWords, interchangeWords, rejectionWords } from './words.ts';

/** HCR03 by which a payer waits for something from the practice (X12 886). */
const wantsInformation = '0U';

type Part = { readonly part?: FilePart; readonly problems: readonly X12Problem[] };

const lineOf = (o: ReviewOutcome, s: Omit<AnsweredService, 'outcome'>): ReplyLine => {
  const decided = o.action === 'A1' || o.action === 'A2' || o.action === 'A6';
  const note = decisionWords(o.reasonCodes);
  // An authorization counts whole units.
  const units = s.quantity !== undefined && Number.isInteger(s.quantity) && s.quantity > 0 ? s.quantity : undefined;
  return {
    action: o.action,
    ...(s.code ? { code: s.code } : {}),
    ...(o.authorizationNumber ? { [decided ? 'authorizationNumber' : 'reference']: o.authorizationNumber } : {}),
    ...(s.from ? { from: s.from } : {}),
    ...(s.to ? { to: s.to } : {}),
    ...(units === undefined ? {} : { units }),
    wantsInformation: o.action === 'A4' && o.reasonCodes.includes(wantsInformation),
    ...(note === '' ? {} : { note }),
  };
};

const replyOf = (a: AuthorizationAnswer): AuthorizationReply => ({
  kind: 'authorization',
  references: [...new Set([a.trace?.number ?? '', a.reference])].filter((r) => r !== ''),
  memberNumber: a.subscriber.memberNumber,
  payerName: a.payer.name,
  ...(a.outcome
    ? {
        event: lineOf(a.outcome, {
          ...(a.from ? { from: a.from } : {}),
          ...(a.to ? { to: a.to } : {}),
        }),
      }
    : {}),
  // A service without an action of its own follows the event, with its own days and units.
  services: a.services.flatMap((s) => {
    const outcome = s.outcome ?? a.outcome;
    return outcome ? [lineOf(outcome, s)] : [];
  }),
  rejections: a.rejections.map(rejectionWords),
  ...(a.message ? { message: a.message } : {}),
});

const authorizationPart = (t: Transaction): Part => {
  const { answer, problems } = readAuthorizationAnswer(t);
  return { ...(answer ? { part: replyOf(answer) } : {}), problems };
};

const groupPart = (t: Transaction): Part => {
  const { acknowledgment: a, problems } = readGroupAcknowledgment(t);
  return { ...(a ? { part: groupReceipt(a) } : {}), problems };
};

const groupReceipt = (a: GroupAcknowledgment): FilePart => ({
  kind: 'receipt',
  of: 'group',
  control: Number(a.groupControl),
  // A group holds one request: what is said of it counts, and where nothing is, what is said of the group.
  taken: ![a.standing, ...a.sets.map((s) => s.standing)].some((s) => refusedStandings.includes(s)),
  findings: groupWords(a),
});

const interchangeReceipt = (a: InterchangeAcknowledgment): FilePart => ({
  kind: 'receipt',
  of: 'interchange',
  control: Number(a.control),
  taken: a.standing !== 'R',
  findings: interchangeWords(a),
});

const remittancePart = (t: Transaction): Part => {
  const { remittance, problems } = readRemittance(t);
  return {
    ...(remittance ? { part: { kind: 'remittance', count: remittance.claims.length } } : {}),
    problems,
  };
};

const claimsPart = (t: Transaction): Part => {
  const { claims, problems } = readClaims(t);
  return claims.length > 0 ? { part: { kind: 'claims', count: claims.length }, problems } : { problems };
};

const benefitPart = (t: Transaction): Part => {
  const { answer, problems } = readEligibilityAnswer(t);
  return { ...(answer ? { part: benefitReply(answer) } : {}), problems };
};

const partOf = (t: Transaction): Part => {
  switch (t.set) {
    case '278':
      return authorizationPart(t);
    case '999':
      return groupPart(t);
    case '271':
      return benefitPart(t);
    case '835':
      return remittancePart(t);
    case '837':
      return claimsPart(t);
    default:
      return { part: { kind: 'other', set: t.set.slice(0, 6) }, problems: [] };
  }
};

const kindOf = (set: string): FileKind => fileKinds.find((k) => k === set) ?? 'other';

/** Everything that a file says, and what of it could not be read. Never throws: whatever comes in is told about. */
export const readPayerFile = (bytes: Uint8Array): ReadPayerFile => {
  const { interchanges, problems } = readFile([new TextDecoder('utf-8').decode(bytes)]);
  const groups = interchanges.flatMap((i) => i.groups);
  const transactions = groups.flatMap((g) => g.transactions);
  const receipts = interchanges.flatMap((i) => i.acknowledgments.map(readInterchangeAcknowledgment));
  const read: readonly Part[] = [
    ...receipts.map(({ acknowledgment: a, problems: found }) => ({
      ...(a ? { part: interchangeReceipt(a) } : {}),
      problems: found,
    })),
    ...transactions.map(partOf),
  ];
  const lines = (list: readonly X12Problem[]) => list.map(problemLine);
  const envelopes = [...interchanges.flatMap((i) => i.problems), ...groups.flatMap((g) => g.problems)];
  const sender = interchanges[0]?.sender;
  const kinds = [...(receipts.length > 0 ? (['TA1'] as const) : []), ...transactions.map((t) => kindOf(t.set))];
  return {
    kinds: kinds.length > 0 ? [...new Set(kinds)] : [interchanges.length > 0 ? 'other' : 'none'],
    ...(sender ? { sender } : {}),
    parts: read.flatMap((p) => p.part ?? []),
    problems: lines([...envelopes, ...read.filter((p) => p.part).flatMap((p) => p.problems)]),
    unread: [
      ...lines(problems),
      ...read
        .filter((p) => !p.part)
        .flatMap((p) =>
          p.problems.length > 0 ? lines(p.problems) : ['A transaction says nothing that could be read.'],
        ),
    ],
  };
};
