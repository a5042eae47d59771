import type { CaseReads } from '@openum/http/contract/proof.ts';

type Read = CaseReads['rows'][number];

export const readWord: Record<Read['what'], string> = {
  case: 'opened the case',
  document: 'opened a document',
  message: 'opened a message',
  notice: 'opened a letter',
  memberSearch: 'found it in a search',
  workList: 'saw it on a list',
  proofPack: 'made a proof pack',
  readLog: 'looked at who has looked',
  episode: 'opened the episode of care',
  patientSearch: 'found the patient in a search',
  report: 'saw it behind a number of a report',
};

export const purposeWord: Record<Read['purpose'], string> = {
  utilizationReview: 'utilization review',
  search: 'search',
  inquiry: 'inquiry by a sender',
  audit: 'audit',
};
