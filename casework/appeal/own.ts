import {
  type Appeal,
  type AppealStatus,
  appealOutcome,
  appealStatus,
  standingMissing,
} from '@openum/domain/appeal/appeal.ts';
import type { AppealOutcome } from '@openum/domain/appeal/event.ts';
import type { AppealParty, AppealTiming, Standing } from '@openum/domain/appeal/level.ts';
import { refuse } from '@openum/domain/case/refusal.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { expediteDeclined } from '@openum/domain/urgency/told.ts';
import type { Act } from '../case/act.ts';
import { commandOf } from '../case/commandOf.ts';
import { type Executed, execute } from '../case/execute.ts';
import { receiptOf } from '../clock/receipts.ts';
import { type AtPortal, actingAt, isTheirs, loadOwn, scopeOf } from '../portal/portal.ts';
import { readAppeals } from './reading.ts';

/** An appeal as the practice that asked for the care follows it. */
export type OwnAppeal = {
  readonly appealId: string;
  readonly number: string;
  readonly levelName: string;
  readonly external: boolean;
  readonly status: AppealStatus;
  readonly receivedAt: Instant;
  readonly itemSequences: readonly number[];
  readonly urgency: Appeal['urgency'];
  readonly dueAt?: Instant;
  /** What still has to be handed in before it is heard. */
  readonly missing?: Standing;
  readonly outcome?: AppealOutcome;
  readonly reasons: readonly string[];
};

export type OwnFiling = {
  readonly levelId: string;
  readonly name: string;
  readonly itemSequences: readonly number[];
  readonly deadline?: Instant;
  readonly expeditedOffered: boolean;
  /** Who of a practice may file, and with what in hand. */
  readonly filers: readonly { readonly party: AppealParty; readonly needs: Standing; readonly timing?: AppealTiming }[];
};

export type OwnAppeals = {
  readonly now: Instant;
  readonly appeals: readonly OwnAppeal[];
  readonly filing: readonly OwnFiling[];
  readonly reconsideration?: {
    readonly name: string;
    readonly citation: string;
    readonly itemSequences: readonly number[];
  };
  readonly reconsiderations: readonly {
    readonly receivedAt: Instant;
    readonly answer?: string;
    readonly approved?: boolean;
  }[];
};

const ofPractice: readonly AppealParty[] = ['physician', 'provider'];

/** Appeals of a request of theirs, and what they may file; undefined when the request is not theirs. */
export const readOwnAppeals = async (at: AtPortal, caseId: string): Promise<OwnAppeals | undefined> => {
  const loaded = await loadOwn(at, caseId);
  if (!loaded) return undefined;
  const { casework } = at;
  const read = await readAppeals(casework, scopeOf(at), caseId, at.actor);
  if (!read) return undefined;
  const { state: c } = loaded;
  const dueOf = (a: Appeal): Instant | undefined =>
    a.clocks
      .map((k) => receiptOf(c, k, casework.knowledge, at.now))
      .filter((r) => r.hard && r.metAt === undefined && r.startEvent !== expediteDeclined)
      .map((r) => r.dueAt)
      .toSorted()[0];
  const [first] = read.filing.filter((f) => f.level.after.length === 0 && !f.closed);
  return {
    now: at.now,
    appeals: c.appeals.map((a) => {
      const dueAt = dueOf(a);
      const outcome = appealOutcome(a);
      return {
        appealId: a.appealId,
        number: a.number,
        levelName: a.levelName,
        external: a.body !== 'plan',
        status: appealStatus(c, a),
        receivedAt: a.receivedAt,
        itemSequences: a.itemSequences,
        urgency: a.urgency,
        ...(dueAt ? { dueAt } : {}),
        ...(standingMissing(a) ? { missing: a.standing } : {}),
        ...(outcome ? { outcome } : {}),
        reasons: [
          ...(a.decided?.lines.map((l) => l.rationale) ?? []),
          ...(a.externalDecision?.lines.map((l) => l.summary) ?? []),
          ...(a.dismissed ? [a.dismissed.reason] : []),
        ],
      };
    }),
    filing: read.filing
      .filter((f) => f.closed === undefined && !f.onlyUrgent)
      .map(({ level, itemSequences, window }) => ({
        levelId: level.id,
        name: level.name,
        itemSequences,
        ...(window ? { deadline: window.deadline } : {}),
        expeditedOffered: level.expedited.offered,
        filers: level.filers.filter((f) => ofPractice.includes(f.party)),
      }))
      .filter((f) => f.filers.length > 0),
    ...(read.reconsideration && first
      ? { reconsideration: { ...read.reconsideration, itemSequences: first.itemSequences } }
      : {}),
    reconsiderations: c.reconsiderations.map((r) => ({
      receivedAt: r.receivedAt,
      ...(r.decided ? { answer: r.decided.reason, approved: r.decided.outcome === 'approved' } : {}),
    })),
  };
};

/** One act around an appeal of a request of theirs; on any other the answer is that there is none. */
export const actOnOwnAppeal = (at: AtPortal, caseId: string, commandId: string, act: Act): Promise<Executed> =>
  execute(at.casework, scopeOf(at), {
    caseId,
    commandId,
    command: (loaded) => (isTheirs(loaded.state, at) ? commandOf(act, actingAt(at), loaded) : refuse('caseNotFound')),
  });
