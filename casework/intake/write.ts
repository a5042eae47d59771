import type { RecordedEvent } from '@openum/domain/case/event.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { outboxOf } from '../case/execute.ts';
import type { Casework } from '../casework.ts';
import type { AppendOutcome } from '../port/caseStore.ts';
import { project } from '../projection/project.ts';
import type { Arrival } from './arrival.ts';
import { bytesOf, type File } from './read.ts';

type Written = {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly events: readonly RecordedEvent[];
  /** The case after these events. */
  readonly state: Case;
  readonly files: readonly File[];
};

/** Events, read models, files, the message and the answer given to it, in one append. */
export const writeArrival = async (
  casework: Casework,
  arrival: Arrival,
  { caseId, expectedVersion, events, state, files }: Written,
): Promise<{ readonly outcome: AppendOutcome; readonly answer: Uint8Array }> => {
  const answer = arrival.answer({ caseId, state });
  const outcome = await casework.cases.append(
    { tenantId: arrival.tenant.tenantId },
    {
      caseId,
      expectedVersion,
      events,
      rows: project(caseId, state, casework.knowledge),
      documents: bytesOf(files),
      message: { ...arrival.message, answer },
      outbox: outboxOf(caseId, state, events, casework.environment),
    },
  );
  return { outcome, answer };
};
