import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { BilledClaim } from '@openum/domain/claim/claim.ts';
import { type BilledClaimPlan, type ClaimRules, planBilledClaim, servicesOf } from '@openum/domain/claim/plan.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode } from '../episode/act.ts';
import { type LoadedEpisode, loadEpisode } from '../episode/load.ts';

const most = 50;

const plain = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

const holds = (e: Episode, c: BilledClaim): boolean =>
  e.coverages.some((x) => plain(x.memberNumber) === plain(c.memberNumber)) &&
  (c.patient.birthDate === undefined || c.patient.birthDate === e.patient.birthDate);

/** Days of the claim that lie within the stay; the episode that holds most of them is meant. */
const overlap = (e: Episode, c: BilledClaim): number =>
  c.lines.filter((l) => l.from >= e.admittedOn && (e.discharge === undefined || l.to <= e.discharge.on)).length;

const episodeOf = async ({ casework, scope }: PracticeActing, c: BilledClaim): Promise<LoadedEpisode | undefined> => {
  const known = await casework.episodes.ofClaim(scope, c.claimId);
  if (known) return loadEpisode(casework.episodes, scope, known);
  if (c.memberNumber === '') return undefined;
  // A member number may be written with or without its signs; the name then finds the patient, and the number decides.
  for (const text of [c.memberNumber, c.patient.family]) {
    if (text === '') continue;
    const rows = await casework.episodes.list(scope, { presence: 'all', text }, undefined, most);
    const loaded = await Promise.all(rows.map((r) => loadEpisode(casework.episodes, scope, r.episodeId)));
    const [found] = loaded
      .filter((x) => x !== undefined)
      .filter((x) => holds(x.state, c))
      .toSorted((a, b) => overlap(b.state, c) - overlap(a.state, c));
    if (found) return found;
  }
  return undefined;
};

const rulesOf = async ({ casework, scope, today }: PracticeActing): Promise<ClaimRules> => {
  const [settings, programmes] = await Promise.all([
    casework.practiceRegister.settings(scope),
    casework.practiceRegister.programmes(scope),
  ]);
  return {
    uncovered: settings.billUncovered,
    levelOf: (code) => programmes.find((p) => p.code === code)?.levelOfCare,
    today,
  };
};

export type PlannedBill = BilledClaimPlan & {
  /** Where it begins in the file. */
  readonly position: number;
};

const planned = async (me: PracticeActing, rules: ClaimRules, c: BilledClaim) => {
  const found = await episodeOf(me, c);
  const plan = planBilledClaim(found && { episodeId: found.episodeId, episode: found.state }, c, rules);
  return { found, plan: { ...plan, position: c.position } };
};

/** What the claims of a file would change, and which of their days nothing covers; nothing is written. */
export const planClaims = async (
  me: PracticeActing,
  claims: readonly BilledClaim[],
): Promise<readonly PlannedBill[]> => {
  const rules = await rulesOf(me);
  const plans: PlannedBill[] = [];
  for (const c of claims) plans.push((await planned(me, rules, c)).plan);
  return plans;
};

export type RecordedBill = PlannedBill & {
  readonly done: boolean;
  /** Why it could not be written, in words. */
  readonly refusal?: string;
};

/** Whether a claim is taken, and why although nothing covers it. */
export type BillChoice = { readonly take: boolean; readonly override?: string };

const recordOne = async (
  me: PracticeActing,
  rules: ClaimRules,
  c: BilledClaim,
  { take, override }: BillChoice,
): Promise<RecordedBill> => {
  const { found, plan } = await planned(me, rules, c);
  const allowed = plan.standing === 'ready' || (plan.standing === 'blocked' && override !== undefined);
  if (!take || !found || !allowed) return { ...plan, done: false };
  const { fresh, serviceIds } = servicesOf(found.state, plan);
  const reason = override === undefined ? {} : { override: { reason: override } };
  const { episodeId } = found;
  if (fresh.length > 0) {
    // Care that was given is a fact, covered or not; what the practice stops is the claim.
    const services = fresh.map((s) => ({ ...s, source: 'claim' as const }));
    const recorded = await actOnEpisode(me.casework, me.scope, {
      episodeId,
      command: () => ({ type: 'RecordServices', services, policy: 'warn', ...byAt(me) }),
    });
    if (recorded.kind === 'refused') return { ...plan, done: false, refusal: refusalSentence(recorded.refusal) };
    if (recorded.kind === 'stale') return { ...plan, done: false };
  }
  const billed = await actOnEpisode(me.casework, me.scope, {
    episodeId,
    command: () => ({
      type: 'BillServices',
      serviceIds,
      claimId: plan.claimId,
      billedOn: plan.billedOn,
      policy: rules.uncovered,
      ...reason,
      ...byAt(me),
    }),
  });
  if (billed.kind === 'refused') return { ...plan, done: false, refusal: refusalSentence(billed.refusal) };
  return { ...plan, done: billed.kind === 'done' };
};

/** Writes what a file of claims says, claim by claim: one that cannot be written does not keep the others out. */
export const recordClaims = async (
  me: PracticeActing,
  claims: readonly BilledClaim[],
  choice: (c: BilledClaim) => BillChoice,
): Promise<readonly RecordedBill[]> => {
  const rules = await rulesOf(me);
  const done: RecordedBill[] = [];
  for (const c of claims) done.push(await recordOne(me, rules, c, choice(c)));
  return done;
};
