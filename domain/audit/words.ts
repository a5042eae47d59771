import type { Channel, LineOfBusiness } from '../case/request.ts';
import type { Determination } from '../determination/determination.ts';

/** As an auditor reads them in a file. */
export const channelText: Record<Channel, string> = {
  pas: 'FHIR (PAS)',
  x12: 'X12 278',
  portal: 'portal',
  fax: 'fax',
  phone: 'telephone',
  mail: 'mail',
  admissionNotice: 'admission notice',
};

export const lineText: Record<LineOfBusiness, string> = {
  medicareAdvantage: 'Medicare Advantage',
  medicaidManagedCare: 'Medicaid managed care',
  chip: 'CHIP',
  qhp: 'Qualified health plan',
  commercialInsured: 'Commercial, insured',
  selfFundedErisa: 'Self-funded (ERISA)',
  fehb: 'FEHB',
  medicareFfs: 'Medicare fee-for-service',
};

export const outcomeText: Record<Determination['outcome'], string> = {
  approved: 'Approved',
  notRequired: 'No authorization required',
  partiallyApproved: 'Approved in part',
  modified: 'Modified',
  denied: 'Denied',
};
