import type { Extension } from '@medplum/fhirtypes';
import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import { type ItemStatus, itemStatus } from '@openum/domain/case/status.ts';
import { pasExtension, system } from '../../systems.ts';
import { codeOf } from './extension.ts';

export type ReviewActionCode = 'A1' | 'A2' | 'A3' | 'A4' | 'A6' | 'C' | 'CT' | 'NA';

/** X12 306 (HCR01) for each status of a line. */
export const reviewActionOf: Record<ItemStatus, ReviewActionCode> = {
  approved: 'A1',
  partiallyApproved: 'A2',
  modified: 'A6',
  denied: 'A3',
  pended: 'A4',
  cancelled: 'C',
  contactPayer: 'CT',
  notRequired: 'NA',
};

const words: Record<ReviewActionCode, string> = {
  A1: 'Certified in total',
  A2: 'Certified - partial',
  A3: 'Not certified',
  A4: 'Pended',
  A6: 'Modified',
  C: 'Cancelled',
  CT: 'Contact payer',
  NA: 'No action required',
};

/** A withdrawn or voided case answers its open lines as cancelled. */
export const statusInCase = (c: Case, item: CaseItem): ItemStatus => {
  const status = itemStatus(item);
  return status === 'pended' && (c.withdrawn || c.voided) ? 'cancelled' : status;
};

/** The header says what all live lines say; open lines keep it pended, and a mixture of answers is a partial one. */
export const headerAction = (statuses: readonly ItemStatus[]): ReviewActionCode => {
  const live = statuses.filter((s) => s !== 'cancelled');
  const codes = new Set(live.map((s) => reviewActionOf[s]));
  const [only] = codes;
  if (only === undefined) return 'C';
  if (codes.size === 1) return only;
  if (codes.has('A4')) return 'A4';
  if (codes.has('CT')) return 'CT';
  const granted = [...codes].every((code) => code === 'A1' || code === 'NA');
  return granted ? 'A1' : 'A2';
};

export type ReviewAction = {
  readonly code: ReviewActionCode;
  readonly number?: string | undefined;
  readonly reasonCodes?: readonly string[];
};

/** Inside reviewAction the code goes by its full URL and the other parts by short names. */
const reviewAction = (action: ReviewAction): Extension => ({
  url: pasExtension('reviewAction'),
  extension: [
    ...(action.number === undefined ? [] : [{ url: 'number', valueString: action.number }]),
    {
      url: pasExtension('reviewActionCode'),
      valueCodeableConcept: codeOf(system.reviewAction, action.code, words[action.code]),
    },
    ...(action.reasonCodes ?? []).map((code) => ({
      url: 'reasonCode',
      valueCodeableConcept: codeOf(system.decisionReason, code),
    })),
  ],
});

export const adjudication = (action: ReviewAction) => ({
  extension: [reviewAction(action)],
  category: codeOf(system.adjudication, 'submitted'),
});
