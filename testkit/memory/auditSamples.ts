import type { AuditSamples, KeptSample } from '@openum/casework/port/auditSamples.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { compareText, perTenant } from './tenants.ts';

const adverse: readonly (string | undefined)[] = ['denied', 'modified', 'partiallyApproved'];

export const memoryAuditSamples = (rowsOf: (scope: Scope) => readonly CaseRows[]): AuditSamples => {
  const tenant = perTenant(() => new Map<string, KeptSample>());
  return {
    universe: async (scope, q) =>
      rowsOf(scope)
        .filter(({ case: c }) => c.status !== 'voided')
        .filter(({ case: c }) => q.linesOfBusiness.length === 0 || q.linesOfBusiness.includes(c.lineOfBusiness))
        .flatMap(({ case: c, items }) =>
          items
            .filter((i) =>
              q.universe === 'automatic'
                ? i.firstOutcome === 'approved' && i.decidedByKind === 'rule'
                : q.universe === 'appeals' || adverse.includes(i.firstOutcome),
            )
            .filter((i) => {
              const day = q.universe === 'appeals' ? i.appealDecidedOn : i.firstDecidedOn;
              return day !== undefined && day >= q.fromDay && day < q.beforeDay;
            })
            .map((i) => ({ caseId: c.caseId, itemSequence: i.itemSequence })),
        )
        .sort((a, b) => compareText(a.caseId, b.caseId) || a.itemSequence - b.itemSequence),
    save: async (scope, sample, files) => {
      if (tenant(scope).has(sample.sampleId)) throw new Error('rule audit_sample_pkey');
      const numbers = new Map(rowsOf(scope).map((r) => [r.case.caseId, r.case.caseNumber]));
      tenant(scope).set(sample.sampleId, {
        sample,
        files: files.map((f, i) => ({ ...f, position: i + 1, caseNumber: numbers.get(f.caseId) ?? '' })),
        readings: [],
      });
    },
    list: async (scope, limit) =>
      [...tenant(scope).values()]
        .sort(
          (a, b) =>
            compareText(b.sample.drawnAt, a.sample.drawnAt) || compareText(b.sample.sampleId, a.sample.sampleId),
        )
        .slice(0, limit),
    sample: async (scope, sampleId) => tenant(scope).get(sampleId),
    record: async (scope, sampleId, reading) => {
      const kept = tenant(scope).get(sampleId);
      if (!kept?.files.some((f) => f.position === reading.position)) throw new Error('rule audit_reading_fkey');
      const readings = [...kept.readings, reading].sort(
        (a, b) => compareText(a.readAt, b.readAt) || compareText(a.readingId, b.readingId),
      );
      tenant(scope).set(sampleId, { ...kept, readings });
    },
  };
};
