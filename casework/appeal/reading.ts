import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { ExpectedAnswer } from '@openum/domain/appeal/answer.ts';
import {
  type Appeal,
  type AppealStatus,
  appealableItems,
  appealStatus,
  deemedExhausted,
} from '@openum/domain/appeal/appeal.ts';
import { immediateHere, linesProblem, previousAppeal } from '@openum/domain/appeal/file.ts';
import { type Involvement, tookPart } from '@openum/domain/appeal/involvement.ts';
import { appealLettersOwed } from '@openum/domain/appeal/letters.ts';
import type { AppealLevel } from '@openum/domain/appeal/level.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { ClockReceipt } from '@openum/domain/clock/receipt.ts';
import { durationText } from '@openum/domain/clock/rule.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { caseClock, receiptOf } from '../clock/receipts.ts';
import { fullApproval } from '../determination/fullApproval.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import { asShownTo } from '../part2/access.ts';
import type { StoredEvent } from '../port/caseStore.ts';
import type { Scope } from '../port/scope.ts';
import { expectedAnswer } from './answer.ts';
import { levelOf, levelsFor } from './level.ts';
import { type ReviewerChoice, reviewerChoices } from './people.ts';
import { reconsiderationRuleFor } from './reconsideration.ts';
import { aidEndsAt, type FilingDeadline, filingDeadline, type NextWindow, nextWindows } from './window.ts';

/** A level at which lines of the case could be appealed now, or why not. */
export type FilingChoice = {
  readonly level: AppealLevel;
  readonly itemSequences: readonly number[];
  readonly window?: FilingDeadline;
  readonly closed?: Refusal;
  /** Only an urgent case may come here now: beside the plan's own appeal, or by state law without one. */
  readonly onlyUrgent?: true;
};

export type AppealExtension = {
  readonly clockId: string;
  readonly name: string;
  readonly grounds: readonly string[];
  readonly max?: string;
};

export type AppealReading = {
  readonly appeal: Appeal;
  readonly level: AppealLevel;
  readonly status: AppealStatus;
  readonly exhausted: boolean;
  readonly receipts: readonly ClockReceipt[];
  /** Who took part before, and may therefore not leave the denial standing. */
  readonly involved: readonly Involvement[];
  readonly extensions: readonly AppealExtension[];
  readonly lettersOwed: readonly string[];
  /** When the body outside should answer; absent where it has no file, has answered, or no source says. */
  readonly expected?: ExpectedAnswer;
  /** What the member may do next, and until when. */
  readonly next: readonly NextWindow[];
  /** Until when care that goes on has to, once the appeal is over. */
  readonly aidEndsAt?: Instant;
};

export type CaseAppeals = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly version: number;
  readonly now: Instant;
  readonly state: Case;
  readonly appeals: readonly AppealReading[];
  readonly filing: readonly FilingChoice[];
  readonly reconsideration?: { readonly name: string; readonly citation: string };
  readonly reconsiderationReceipts: readonly ClockReceipt[];
  /** What a full approval of each line would authorize, ready to send. */
  readonly proposed: readonly {
    readonly itemSequence: number;
    readonly service: { readonly system: string; readonly code: string };
    readonly quantity?: { readonly value: number; readonly unit: string };
    readonly period: { readonly start: string; readonly end?: string };
  }[];
  /** Our own short labels of service codes, by code. */
  readonly serviceLabels: Readonly<Record<string, string>>;
  /** Ids of documents and messages that the caller has opened. */
  readonly openedByMe: readonly string[];
  /** Events of appeals and reconsiderations, oldest first. */
  readonly timeline: readonly StoredEvent[];
};

const filingOf = (c: Case, knowledge: Knowledge): readonly FilingChoice[] => {
  const lines = appealableItems(c).map((i) => i.sequence);
  return levelsFor(knowledge, c)
    .filter((level) => level.filers.length > 0)
    .map((level): FilingChoice => {
      const free = lines.filter((n) => !linesProblem(c, level, [n]));
      const ready = level.after.length === 0 ? free : free.filter((n) => previousAppeal(c, level, [n], false));
      const urgent =
        ready.length > 0 ? [] : free.filter((n) => previousAppeal(c, level, [n], true) || immediateHere(c, level));
      const [first] = lines;
      const closed =
        ready.length > 0 || urgent.length > 0
          ? undefined
          : free.length > 0
            ? refuse('appealTooEarly', { level: level.name })
            : (linesProblem(c, level, first === undefined ? [] : [first]) ?? refuse('itemsMissing'));
      const window = filingDeadline(c, level, ready, knowledge);
      return {
        level,
        itemSequences: ready.length > 0 ? ready : urgent,
        ...(urgent.length > 0 ? { onlyUrgent: true as const } : {}),
        ...(window ? { window } : {}),
        ...(closed ? { closed } : {}),
      };
    });
};

const extensionsOf = (a: Appeal, knowledge: Knowledge): readonly AppealExtension[] =>
  a.clocks.flatMap((k) => {
    const { rule } = caseClock(k, knowledge);
    const { extension } = rule;
    const decides = rule.clock === 'decisionAndNotice' || rule.clock === 'decision';
    if (!extension || !decides || a.extensions.some((x) => x.clockId === k.clockId)) return [];
    const max = extension.max ? { max: durationText(extension.max) } : {};
    return [{ clockId: k.clockId, name: rule.name, grounds: extension.grounds, ...max }];
  });

const furtherOf = (c: Case, a: Appeal, knowledge: Knowledge) => {
  const expected = expectedAnswer(c, a, knowledge);
  const ends = aidEndsAt(c, a, knowledge);
  return {
    ...(expected ? { expected } : {}),
    next: nextWindows(c, a, knowledge),
    ...(ends ? { aidEndsAt: ends } : {}),
  };
};

/** Every act of an appeal begins so in the log. */
const ofAppeals = /^(Appeal|Aid|External|ReviewOrganization|Reconsideration)/;

/** The appeals of a case with all that their page shows. Whoever calls this writes the reading down. */
export const readAppeals = async (
  given: Casework,
  scope: Scope,
  caseId: string,
  reader: PersonActor,
): Promise<CaseAppeals | undefined> => {
  const casework = await withOwnCriteria(given, scope);
  const { knowledge, environment, readLog } = casework;
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return undefined;
  const { state: c, events } = loaded;
  const now = environment.now();
  const rule = reconsiderationRuleFor(c, knowledge);
  const owed = appealLettersOwed(c);
  return {
    caseId,
    caseNumber: c.caseNumber,
    version: c.version,
    now,
    state: asShownTo(loaded, reader).state,
    appeals: c.appeals.map((appeal) => ({
      ...furtherOf(c, appeal, knowledge),
      appeal,
      level: levelOf(knowledge, appeal),
      status: appealStatus(c, appeal),
      exhausted: deemedExhausted(c, appeal),
      receipts: appeal.clocks.map((k) => receiptOf(c, k, knowledge, now)),
      involved: tookPart(c, appeal),
      extensions: extensionsOf(appeal, knowledge),
      lettersOwed: owed.filter((l) => l.appealId === appeal.appealId).map((l) => l.kind),
    })),
    filing: filingOf(c, knowledge),
    ...(rule ? { reconsideration: { name: rule.name, citation: rule.citation } } : {}),
    reconsiderationReceipts: c.reconsiderations.flatMap((r) => r.clocks.map((k) => receiptOf(c, k, knowledge, now))),
    proposed: c.items.map((i) => ({ itemSequence: i.sequence, ...fullApproval(c, i, knowledge, now) })),
    serviceLabels: Object.fromEntries(
      c.items.flatMap((i) => {
        const service = serviceOf(knowledge.services, i.service);
        return service ? [[i.service.code, service.label] as const] : [];
      }),
    ),
    openedByMe: await readLog.openedBy(scope, caseId, reader.userId),
    timeline: events.filter((e) => ofAppeals.test(e.type)),
  };
};

/** Who may review an appeal, and who may not and why; undefined when there is no such appeal. */
export const readReviewers = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  appealId: string,
): Promise<readonly ReviewerChoice[] | undefined> => {
  const loaded = await loadCase(casework.cases, scope, caseId);
  const a = loaded?.state.appeals.find((x) => x.appealId === appealId);
  if (!loaded || !a) return undefined;
  const level = levelOf(casework.knowledge, a);
  return reviewerChoices(casework, scope, loaded.state, a, level, casework.environment.now());
};
