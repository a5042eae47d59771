import type { Adjustment, PaidClaim, Remittance } from '@openum/domain/remittance/remittance.ts';
import { problem, type X12Problem } from '../text/problem.ts';

const sum = (list: readonly { readonly amount: number }[]): number => list.reduce((total, a) => total + a.amount, 0);

const claimAdjustments = (c: PaidClaim): readonly Adjustment[] => [
  ...c.adjustments,
  ...c.services.flatMap((s) => s.adjustments),
];

/** 005010X221, section 1.10.2: paid is charge less adjustments, of each line, each claim and the payment as a whole. */
export const balanceProblems = (
  r: Remittance,
  payment: { readonly id: string; readonly position: number },
): readonly X12Problem[] => {
  const claims = r.claims.flatMap((c) => {
    const at = { id: 'CLP', position: c.position ?? payment.position };
    const lines = c.services.filter((s) => s.charge - sum(s.adjustments) !== s.paid);
    return [
      ...(c.charge - sum(claimAdjustments(c)) === c.paid
        ? []
        : [problem('outOfBalance', at, 'charge less adjustments is not what was paid', { element: 4, loop: '2100' })]),
      ...lines.map(() => problem('outOfBalance', at, 'a line of it does not add up', { loop: '2110' })),
    ];
  });
  const total = r.claims.reduce((t, c) => t + c.paid, 0) - sum(r.providerAdjustments);
  return total === r.amount
    ? claims
    : [...claims, problem('outOfBalance', payment, 'the claims do not add up to the payment', { element: 2 })];
};
