import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { ReviewerRequirement } from '@openum/domain/case/command.ts';
import type { Coding } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import type { ClockReceipt } from '@openum/domain/clock/receipt.ts';
import { promptsFor } from '@openum/domain/criteria/prompts.ts';
import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { ApprovalLock } from '@openum/domain/reopening/lock.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type AdmissionReading, readAdmission } from '../admission/reading.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { type ExtensionChoice, extensionChoices } from '../clock/extensions.ts';
import { receiptsOf } from '../clock/receipts.ts';
import { type CoverageEndReading, readCoverageEnd } from '../coverageEnd/reading.ts';
import { requirementFor } from '../determination/basis.ts';
import { fullApproval } from '../determination/fullApproval.ts';
import { type IntakeReading, readIntake } from '../intake/reading.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import { asShownTo, type Part2Reading, readPart2 } from '../part2/access.ts';
import { type PeerToPeerReading, readPeerToPeer } from '../peerToPeer/reading.ts';
import type { StoredEvent } from '../port/caseStore.ts';
import type { Scope } from '../port/scope.ts';
import { project } from '../projection/project.ts';
import type { CaseRow, TaskRow } from '../projection/rows.ts';
import { locksOf } from '../reopening/basis.ts';
import { type EvidenceReading, readEvidence } from '../retrospective/reading.ts';
import { readStay, type StayReading } from '../stay/view.ts';

export type CaseReading = {
  readonly caseId: string;
  readonly now: Instant;
  readonly state: Case;
  readonly receipts: readonly ClockReceipt[];
  readonly extensions: readonly ExtensionChoice[];
  readonly tasks: readonly TaskRow[];
  /** Oldest first. */
  readonly timeline: readonly StoredEvent[];
  /** Our own short labels of service codes, by code. */
  readonly serviceLabels: Readonly<Record<string, string>>;
  /** Labels and units of the facts that the criteria of this case ask for. */
  readonly factLabels: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly kind: string;
        readonly unit?: string;
        /** Answers to choose from, for a fact of kind `code`. */
        readonly options?: readonly { readonly value: string; readonly label: string }[];
        /** Qualifiers that are written in words of one's own. */
        readonly written?: readonly string[];
        /** Qualifiers that the fact may carry, each with its allowed values. */
        readonly qualifiers?: Readonly<Record<string, readonly string[]>>;
      }
    >
  >;
  /** Ids of documents and messages that the caller has opened. */
  readonly openedByMe: readonly string[];
  /** Other cases of the member. */
  readonly otherCases: readonly CaseRow[];
  /** What the rule asks of a physician who decides against the request. */
  readonly reviewerRequirement: ReviewerRequirement;
  /** What a full approval of each item would authorize, ready to send. */
  readonly proposed: readonly {
    readonly itemSequence: number;
    readonly service: { readonly system: string; readonly code: string };
    readonly quantity?: { readonly value: number; readonly unit: string };
    readonly period: { readonly start: string; readonly end?: string };
  }[];
  /** Of a case that is about a stay: its days, reviews and what is next. */
  readonly stay?: StayReading;
  /** Levels of care to which a line that asks for one may be modified, each with the service of its day; empty where none does. */
  readonly levelChoices: readonly { readonly code: string; readonly label: string; readonly service: Coding }[];
  /** What the rules say of a talk with the treating clinician. */
  readonly peerToPeer: PeerToPeerReading;
  /** What the rules say of the end of what is covered. */
  readonly coverageEnd: CoverageEndReading;
  /** Records of substance use treatment: which are protected, and why. */
  readonly part2: Part2Reading;
  /** Rules that bind the plan to what it has authorized. */
  readonly approvalLocks: readonly ApprovalLock[];
  /** What the rules say of the admission, where the case began with one. */
  readonly admission?: AdmissionReading;
  /** What of the record counts, in a review after the care. */
  readonly evidence?: EvidenceReading;
  /** What a complete request comes with, duplicates, signs of urgency. */
  readonly intake: IntakeReading;
  /** Prompts that a criteria set wants every reviewer to weigh. */
  readonly prompts: readonly string[];
};

const labelOf = (d: FactDefinition) => ({
  label: d.label,
  kind: d.kind,
  ...(d.kind === 'quantity' ? { unit: d.unit } : {}),
  ...(d.kind === 'code' ? { options: d.values.map((v) => ({ value: v.code, label: v.label })) } : {}),
  ...(d.qualifiers ? { qualifiers: d.qualifiers } : {}),
  ...(d.written ? { written: d.written } : {}),
});

const promptsOf = (c: Case, casework: Casework): readonly string[] => [
  ...new Set(
    c.evaluations.flatMap((e) => {
      const set = casework.knowledge.criteriaSets.find(
        (s) => s.id === e.criteria.setId && s.version === e.criteria.version,
      );
      return set ? promptsFor(set, e, c.facts).map((p) => p.text) : [];
    }),
  ),
];

/** Everything that a person at the desk sees of a case. Whoever calls this writes the reading down (`ReadLog`). */
export const readCase = async (
  given: Casework,
  scope: Scope,
  caseId: string,
  reader: PersonActor,
): Promise<CaseReading | undefined> => {
  const casework = await withOwnCriteria(given, scope);
  const { environment, knowledge } = casework;
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return undefined;
  const { state } = loaded;
  const shown = asShownTo(loaded, reader);
  const now = environment.now();
  const stay = readStay(state, knowledge, now);
  const [openedByMe, ofMember] = await Promise.all([
    casework.readLog.openedBy(scope, caseId, reader.userId),
    casework.workList.ofMember(scope, state.request.member.memberNumber, 20),
  ]);
  const otherCases = ofMember.filter((r) => r.caseId !== caseId);
  const labels = state.items.flatMap((i) => {
    const service = serviceOf(knowledge.services, i.service);
    return service ? [[i.service.code, service.label] as const] : [];
  });
  const admission = readAdmission(state, knowledge);
  const evidence = readEvidence(state);
  return {
    caseId,
    now,
    state: shown.state,
    receipts: receiptsOf(state, knowledge, now),
    extensions: extensionChoices(state, knowledge, now),
    tasks: project(caseId, state, knowledge).tasks,
    timeline: shown.events,
    serviceLabels: Object.fromEntries(labels),
    factLabels: Object.fromEntries([...knowledge.facts.byKey.values()].map((d) => [d.key, labelOf(d)])),
    openedByMe,
    otherCases,
    intake: await readIntake(casework, scope, { caseId, state: shown.state }, otherCases, now),
    reviewerRequirement: requirementFor(state, knowledge),
    proposed: openItems(state).map((i) => ({ itemSequence: i.sequence, ...fullApproval(state, i, knowledge, now) })),
    ...(stay ? { stay } : {}),
    levelChoices: openItems(state).some((i) => i.levelOfCare !== undefined)
      ? knowledge.admissions.levelsOfCare.map(({ code, label, service }) => ({ code, label, service }))
      : [],
    peerToPeer: readPeerToPeer(state, knowledge, now),
    coverageEnd: readCoverageEnd(state, knowledge, now),
    part2: readPart2(state),
    approvalLocks: locksOf(state, knowledge),
    ...(admission ? { admission } : {}),
    ...(evidence ? { evidence } : {}),
    prompts: promptsOf(shown.state, casework),
  };
};
