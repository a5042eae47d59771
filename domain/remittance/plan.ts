import { type DenialCodes, isDenialCode } from '../denial/code.ts';
import type { Denial } from '../episode/record.ts';
import type { Episode } from '../episode/state.ts';
import type { CalendarDate } from '../time/instant.ts';
import type { Adjustment, PaidClaim, Remittance } from './remittance.ts';

/** What can be done with one claim of a remittance. Only `ready` changes anything. */
const claimStandings = ['ready', 'applied', 'unknownClaim', 'noCoverage', 'reversal', 'notOurs'] as const;
export type ClaimStanding = (typeof claimStandings)[number];

export type ClaimPlan = {
  readonly claimId: string;
  readonly standing: ClaimStanding;
  readonly episodeId?: string;
  readonly charge: number;
  readonly paid: number;
  /** Cents denied: not the agreed reductions, and not the patient's share. */
  readonly denied: number;
  readonly adjustmentCodes: readonly string[];
  readonly remarkCodes: readonly string[];
  /** What is to be recorded; absent where it is already, or where nothing was denied. */
  readonly payment?: { readonly remittanceId: string; readonly paidOn: CalendarDate };
  readonly denial?: Denial;
};

/** Names the payment: a payer gives each trace number once. */
const remittanceIdOf = (r: Remittance): string => `${r.payerId}:${r.traceNumber}`;

const reversals = ['22'];
const foreign = ['23', '25'];
/** CLP02 tells in which order the payer stood for this claim. */
const orderOf: Readonly<Record<string, number>> = { '2': 2, '20': 2, '3': 3, '21': 3 };

const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];

const deniesBy =
  (codes: DenialCodes) =>
  (a: Adjustment): boolean =>
    a.group !== 'PR' && a.amount > 0 && isDenialCode(codes, a.code);

const spanOf = (e: Episode, c: PaidClaim, denies: (a: Adjustment) => boolean) => {
  const lines = c.services.filter((s) => s.adjustments.some(denies));
  const days = lines.flatMap((s) => (s.from ? [s.from, s.to ?? s.from] : []));
  const billed = e.services.filter((s) => s.billed?.claimId === c.claimId).map((s) => s.on);
  const claim = c.from ? [c.from, c.to ?? c.from] : [];
  const known = [days, claim, billed].find((list) => list.length > 0) ?? [e.admittedOn];
  const sorted = known.toSorted();
  return { from: sorted[0] ?? e.admittedOn, to: sorted.at(-1) ?? e.admittedOn };
};

type Found = { readonly episodeId: string; readonly episode: Episode };

/** What one claim of a remittance means for the record; a second reading of the same file finds nothing left to do. */
export const planClaim = (
  found: Found | undefined,
  r: Remittance,
  c: PaidClaim,
  codes: DenialCodes,
  today: CalendarDate,
): ClaimPlan => {
  const denies = deniesBy(codes);
  const all = [...c.adjustments, ...c.services.flatMap((s) => s.adjustments)];
  const denying = all.filter(denies);
  const sums = {
    claimId: c.claimId,
    charge: c.charge,
    paid: c.paid,
    denied: denying.reduce((sum, a) => sum + a.amount, 0),
    adjustmentCodes: unique(all.map((a) => a.code)),
    remarkCodes: unique([...c.remarkCodes, ...c.services.flatMap((s) => s.remarkCodes)]),
  };
  // A reversal takes back what was paid: a person looks at both payments first.
  if (reversals.includes(c.status) || c.paid < 0) return { ...sums, standing: 'reversal' };
  if (foreign.includes(c.status)) return { ...sums, standing: 'notOurs' };
  if (!found) return { ...sums, standing: 'unknownClaim' };
  const { episodeId, episode: e } = found;
  const coverage = e.coverages.find((x) => x.order === (orderOf[c.status] ?? 1)) ?? e.coverages[0];
  if (!coverage) return { ...sums, episodeId, standing: 'noCoverage' };
  const remittanceId = remittanceIdOf(r);
  const denialId = `${remittanceId}:${c.claimId}`;
  const paidBefore = e.remittances.some((x) => x.remittanceId === remittanceId && x.claimId === c.claimId);
  const deniedBefore = sums.denied === 0 || e.denials.some((d) => d.denialId === denialId);
  const denial: Denial = {
    denialId,
    coverageId: coverage.coverageId,
    source: 'remittance',
    // The payment may be dated ahead; the refusal is in hand today.
    receivedOn: today,
    ...spanOf(e, c, denies),
    claimId: c.claimId,
    adjustmentCodes: unique(denying.map((a) => a.code)),
    remarkCodes: sums.remarkCodes,
    amount: sums.denied,
  };
  return {
    ...sums,
    episodeId,
    standing: paidBefore && deniedBefore ? 'applied' : 'ready',
    ...(paidBefore ? {} : { payment: { remittanceId, paidOn: r.paidOn } }),
    ...(deniedBefore ? {} : { denial }),
  };
};
