import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { DialLog } from '@openum/casework/port/dialLog.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { dialOfRule, type RecordedDialEvent } from '@openum/domain/dial/dial.ts';
import { perTenant } from './tenants.ts';

const counted: readonly (string | undefined)[] = ['approved', 'denied', 'modified', 'partiallyApproved'];

export const memoryDialLog = (cases: CaseStore, rowsOf: (scope: Scope) => readonly CaseRows[]): DialLog => {
  const tenant = perTenant((): RecordedDialEvent[] => []);
  return {
    events: async (scope) => [...tenant(scope)],
    append: async (scope, expected, event) => {
      if (tenant(scope).length !== expected) return false;
      tenant(scope).push(event);
      return true;
    },
    settled: async (scope) => {
      const events = await Promise.all(rowsOf(scope).map((r) => cases.events(scope, r.case.caseId)));
      const numbers = events.flat().flatMap((e) => {
        if (e.type !== 'ItemDetermined' || e.data.by.kind !== 'rule') return [];
        return dialOfRule(e.data.by.rule) ?? [];
      });
      return new Map(
        [
          ...Map.groupBy(
            numbers.toSorted((a, b) => a - b),
            (n) => n,
          ),
        ].map(([n, of]) => [n, of.length]),
      );
    },
    providerHistory: async (scope, { npi, services, from, through }) => {
      const lines = rowsOf(scope)
        .filter(({ case: c }) => c.requestingProviderNpi === npi && c.status !== 'voided')
        .flatMap(({ items }) => items)
        .filter((i) => services.includes(i.serviceCode) && counted.includes(i.firstOutcome))
        .filter(({ firstDecidedOn: on }) => on !== undefined && on >= from && on <= through);
      return { decided: lines.length, approved: lines.filter((i) => i.firstOutcome === 'approved').length };
    },
  };
};
