import { type Appeal, appealOutcome } from '@openum/domain/appeal/appeal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { localText } from '@openum/domain/clock/due.ts';
import { isAdverse } from '@openum/domain/determination/determination.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { LoadedCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { receiptOf } from '../clock/receipts.ts';
import { keptBytes } from '../document/open.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { part2Statement } from '../part2/access.ts';
import type { Tenant } from '../port/identity.ts';
import type { Scope } from '../port/scope.ts';
import { bindPacket, type PacketPart } from './packetPdf.ts';

export type PacketSection = { readonly heading: string; readonly lines: readonly string[] };

const people = (c: Case): PacketSection => {
  const { member, requestingProvider, coverage } = c.request;
  return {
    heading: 'Who it is about',
    lines: [
      `Member: ${member.given} ${member.family}, born ${member.birthDate}, number ${member.memberNumber}`,
      `Coverage: ${coverage.planName} (${coverage.stateOfIssue})`,
      `Requesting provider: ${requestingProvider.name}${requestingProvider.npi ? `, NPI ${requestingProvider.npi}` : ''}`,
      `Diagnoses: ${c.request.diagnoses.map((d) => d.code).join(', ')}`,
    ],
  };
};

const decisions = (c: Case, a: Appeal): PacketSection => {
  const text = (at: Instant) => localText(at, c.request.zone);
  const items = c.items.filter((i) => a.itemSequences.includes(i.sequence));
  return {
    heading: 'What was asked and decided',
    lines: items.flatMap((i) => {
      const all = [...i.earlierDeterminations, ...(i.determination ? [i.determination] : [])];
      const amount = i.quantity ? `, ${i.quantity.value} ${i.quantity.unit}` : '';
      const days = i.period ? `, ${i.period.start} to ${i.period.end ?? i.period.start}` : '';
      return [
        `Line ${i.sequence}: ${i.service.code}${amount}${days}`,
        ...all.flatMap((d) => {
          const by = d.by.kind === 'person' ? d.by.name : d.by.rule;
          const reason = isAdverse(d) ? d.rationale : d.outcome === 'approved' ? (d.rationale ?? '') : d.reason;
          return [
            `  ${text(d.decidedAt)}: ${d.outcome}, by ${by}`,
            ...(reason ? [`  Reason: ${reason}`] : []),
            ...d.criteria.map((k) => `  Criteria: ${k.name}, ${k.version} (${k.citation})`),
          ];
        }),
      ];
    }),
  };
};

const chain = (c: Case, a: Appeal): readonly Appeal[] =>
  c.appeals.filter((x) => x.itemSequences.some((n) => a.itemSequences.includes(n)));

const levels = (c: Case, a: Appeal, knowledge: Knowledge, now: Instant): PacketSection => {
  const text = (at: Instant) => localText(at, c.request.zone);
  return {
    heading: 'Levels of appeal',
    lines: chain(c, a).flatMap((x) => [
      `${x.number}, ${x.levelName}: received ${text(x.receivedAt)}, ${x.urgency}${x.filedBy ? `, from ${x.filedBy.name}` : ''}`,
      `  In the words of who filed it: ${x.statement}`,
      ...(x.decided
        ? [
            `  Decided ${text(x.decided.at)}: ${appealOutcome(x)}, by ${x.decided.by.kind === 'person' ? x.decided.by.name : x.decided.by.rule}`,
            ...x.decided.lines.map((l) => `  Line ${l.itemSequence}: ${l.outcome}. ${l.rationale}`),
          ]
        : []),
      ...x.clocks
        .map((k) => receiptOf(c, k, knowledge, now))
        .map((r) => `  ${r.name}: due ${text(r.dueAt)} (${r.citation})`),
    ]),
  };
};

type Kept = {
  readonly label: string;
  readonly title: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

const asPart = ({ label, title, contentType, bytes }: Kept): PacketPart => ({ label, title, contentType, bytes });

const letterTitle = (kind: string): string => kind.replace(/[A-Z]/g, (l) => ` ${l.toLowerCase()}`);

/** Everything that who decides next gets: the record in words, the letters, and every document. Equal records give equal bytes. */
export const makePacket = async (
  casework: Pick<Casework, 'cases' | 'knowledge'>,
  scope: Scope,
  tenant: Pick<Tenant, 'name'>,
  { caseId, state: c }: LoadedCase,
  a: Appeal,
  now: Instant,
): Promise<Uint8Array> => {
  const letters = await Promise.all(
    c.notices.map(async (n, at): Promise<Kept | undefined> => {
      const kept = await casework.cases.notice(scope, caseId, n.noticeId);
      const day = localText(n.issuedAt, c.request.zone);
      const title = `Letter to the ${n.audience}, ${letterTitle(n.kind)}, ${day}`;
      return kept && { label: `L${at + 1}`, title, contentType: 'application/pdf', bytes: kept.pdf };
    }),
  );
  const exhibits = chain(c, a).flatMap((x) => x.exhibits);
  const documents = await Promise.all(
    c.documents.map(async (d, at): Promise<Kept | undefined> => {
      const kept = await keptBytes(casework, scope, caseId, d);
      const from = exhibits.find((x) => x.documentId === d.documentId)?.from;
      const title = from ? `${d.title} (exhibit, from ${from})` : d.title;
      return kept && { label: `D${at + 1}`, title, contentType: kept.contentType, bytes: kept.bytes };
    }),
  );
  const statement = part2Statement(c);
  return bindPacket({
    title: `Appeal file ${a.number}`,
    subtitle: `${tenant.name}, case ${c.caseNumber}, for ${a.levelName}`,
    at: now,
    ...(statement ? { statement } : {}),
    sections: [people(c), decisions(c, a), levels(c, a, casework.knowledge, now)],
    parts: [...letters, ...documents].filter((p) => p !== undefined).map(asPart),
  });
};
