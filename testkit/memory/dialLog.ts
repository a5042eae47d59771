import type { DialLog } from '@openum/casework/port/dialLog.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import type { RecordedDialEvent } from '@openum/domain/dial/dial.ts';
import { perTenant } from './tenants.ts';

const counted: readonly (string | undefined)[] = ['approved', 'denied', 'modified', 'partiallyApproved'];

export const memoryDialLog = (rowsOf: (scope: Scope) => readonly CaseRows[]): DialLog => {
  const tenant = perTenant((): RecordedDialEvent[] => []);
  return {
    events: async (scope) => [...tenant(scope)],
    append: async (scope, expected, event) => {
      if (tenant(scope).length !== expected) return false;
      tenant(scope).push(event);
      return true;
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
