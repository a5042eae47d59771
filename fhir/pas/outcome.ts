import type { OperationOutcome } from '@medplum/fhirtypes';
import type { Issue } from './issue.ts';

/** First failure channel: one OperationOutcome for the technical staff of the sender. */
export const operationOutcome = (issues: readonly Issue[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: issues.map((i) => ({
    severity: i.severity,
    code: i.code,
    details: { text: i.diagnostics },
    diagnostics: i.diagnostics,
    expression: [i.expression],
  })),
});
