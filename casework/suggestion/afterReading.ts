import { part2 } from '@openum/content/disclosure/load.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { part2Ground } from '@openum/domain/part2/part2.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';
import { askAgent } from './ask.ts';

/** New pages have been read: the model, where there is one, reads them too. True when it was asked. */
export const askAfterReading = async (casework: Casework, scope: Scope, caseId: string): Promise<boolean> => {
  if (!casework.languageModel) return false;
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded || openItems(loaded.state).length === 0) return false;
  if (!casework.languageModel.takesPart2 && part2Ground(loaded.state, part2)) return false;
  const readings = await casework.documentPages.readings(scope, caseId);
  if (readings.every((r) => r.pagesRead === 0)) return false;
  const asked = await askAgent(casework, scope, {
    agent: 'extraction',
    subject: { kind: 'case', id: caseId },
    input: {},
    services: loaded.state.items.map((i) => i.service.code),
  });
  return !isRefusal(asked);
};
