import type { DialLog } from '@openum/casework/port/dialLog.ts';
import type { RecordedDialEvent } from '@openum/domain/dial/dial.ts';
import { perTenant } from './tenants.ts';

export const memoryDialLog = (): DialLog => {
  const tenant = perTenant((): RecordedDialEvent[] => []);
  return {
    events: async (scope) => [...tenant(scope)],
    append: async (scope, expected, event) => {
      if (tenant(scope).length !== expected) return false;
      tenant(scope).push(event);
      return true;
    },
  };
};
