import { loadDenialCodes } from '@openum/content/code/denialCodes.ts';
import type { Refusal } from '@openum/domain/case/refusal.ts';
import type { EpisodeCommand } from '@openum/domain/episode/command.ts';
import { type ClaimPlan, planClaim } from '@openum/domain/remittance/plan.ts';
import type { PaidClaim, Remittance } from '@openum/domain/remittance/remittance.ts';
import { byAt, type PracticeActing } from '../acting.ts';
import { actOnEpisode } from '../episode/act.ts';
import { loadEpisode } from '../episode/load.ts';

const codes = loadDenialCodes();

const planOf = async (me: PracticeActing, r: Remittance, c: PaidClaim): Promise<ClaimPlan> => {
  const { episodes } = me.casework;
  const episodeId = await episodes.ofClaim(me.scope, c.claimId);
  const loaded = episodeId === undefined ? undefined : await loadEpisode(episodes, me.scope, episodeId);
  const found = loaded && { episodeId: loaded.episodeId, episode: loaded.state };
  return planClaim(found, r, c, codes, me.today);
};

export type PlannedClaim = ClaimPlan & {
  readonly patientName: string;
  /** Where it begins in the file. */
  readonly position: number;
};

const planned = async (me: PracticeActing, r: Remittance, c: PaidClaim): Promise<PlannedClaim> => ({
  ...(await planOf(me, r, c)),
  patientName: [c.patient.family, c.patient.given].filter((n) => n).join(', '),
  position: c.position ?? 0,
});

/** What a remittance would change; nothing is written. */
export const planRemittance = async (me: PracticeActing, r: Remittance): Promise<readonly PlannedClaim[]> => {
  const plans: PlannedClaim[] = [];
  for (const c of r.claims) plans.push(await planned(me, r, c));
  return plans;
};

export type AppliedClaim = PlannedClaim & { readonly done: boolean; readonly refusal?: Refusal };

const commandsOf = (me: PracticeActing, plan: ClaimPlan): readonly EpisodeCommand[] => {
  const { claimId, paid, adjustmentCodes, remarkCodes, payment, denial } = plan;
  return [
    ...(payment
      ? [{ type: 'ApplyRemittance', ...payment, claimId, paid, adjustmentCodes, remarkCodes, ...byAt(me) } as const]
      : []),
    ...(denial ? [{ type: 'RecordDenial', ...denial, ...byAt(me) } as const] : []),
  ];
};

const applyClaim = async (me: PracticeActing, r: Remittance, c: PaidClaim): Promise<AppliedClaim> => {
  const plan = await planned(me, r, c);
  const { episodeId } = plan;
  if (plan.standing !== 'ready' || episodeId === undefined) return { ...plan, done: false };
  for (const command of commandsOf(me, plan)) {
    const acted = await actOnEpisode(me.casework, me.scope, { episodeId, command: () => command });
    if (acted.kind === 'refused') return { ...plan, done: false, refusal: acted.refusal };
    if (acted.kind === 'stale') return { ...plan, done: false };
  }
  return { ...plan, done: true };
};

/** Writes what a remittance says, claim by claim: a claim that cannot be written does not keep the others out. */
export const applyRemittance = async (
  me: PracticeActing,
  r: Remittance,
  wanted: (c: PaidClaim) => boolean,
): Promise<readonly AppliedClaim[]> => {
  const done: AppliedClaim[] = [];
  for (const c of r.claims)
    done.push(wanted(c) ? await applyClaim(me, r, c) : { ...(await planned(me, r, c)), done: false });
  return done;
};
