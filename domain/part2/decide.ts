import type { CommandOf } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import { refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';

export const decidePart2 = (c: Case, command: CommandOf<'MarkPart2'>): Decided => {
  const { documentIds, reason } = command;
  if (documentIds?.length === 0) return refuse('fieldMissing', { field: 'documentIds' });
  const unknown = documentIds?.find((id) => !c.documents.some((d) => d.documentId === id));
  if (unknown !== undefined) return refuse('documentUnknown', { document: unknown });
  const data = { protected: command.protected, reason, ...(documentIds ? { documentIds } : {}) };
  return required('reason', reason) ?? [{ type: 'Part2Marked', data }];
};
