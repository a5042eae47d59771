import type { AuditSampleView } from '@openum/http/contract/audit.ts';

export type Universe = AuditSampleView['sample']['universe'];

export const universeWord: Record<Universe, string> = {
  denials: 'Denials',
  appeals: 'Appeals',
  automatic: 'Automatic approvals',
};
