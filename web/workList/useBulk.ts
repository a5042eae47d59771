import type { CommandBody } from '@openum/http/contract/case.ts';
import type { CaseRow } from '@openum/http/contract/workList.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendCommand } from '../api/command.ts';

export type BulkOutcome = { readonly caseId: string; readonly caseNumber: string; readonly problem?: string };

export type BulkRun = {
  /** What is done, in words that a number of cases goes before: `assigned to Grace`. */
  readonly done: string;
  readonly total: number;
  readonly outcomes: readonly BulkOutcome[];
};

export type BulkAct = {
  readonly done: string;
  /** The act on one case; rejects with what the person is to read. */
  readonly send: (row: CaseRow) => Promise<unknown>;
  /** Why this case is left out, known before it is sent. */
  readonly mayNot?: (row: CaseRow) => string | undefined;
};

/** The same command on each of them. */
export const sending =
  (command: CommandBody): BulkAct['send'] =>
  (row) =>
    sendCommand(row, command);

const problemText = (problem: unknown): string => (problem instanceof Error ? problem.message : 'It failed.');

/** Does one act on several cases, one by one: each can succeed or be refused by itself. */
export const useBulk = (onFailed: (caseIds: ReadonlySet<string>) => void) => {
  const client = useQueryClient();
  const [run, setRun] = useState<BulkRun>();
  const start = async (rows: readonly CaseRow[], { done, send, mayNot }: BulkAct): Promise<void> => {
    let outcomes: readonly BulkOutcome[] = [];
    setRun({ done, total: rows.length, outcomes });
    for (const row of rows) {
      const problem = mayNot?.(row) ?? (await send(row).then(() => undefined, problemText));
      outcomes = [
        ...outcomes,
        { caseId: row.caseId, caseNumber: row.caseNumber, ...(problem === undefined ? {} : { problem }) },
      ];
      setRun({ done, total: rows.length, outcomes });
    }
    onFailed(new Set(outcomes.filter((o) => o.problem).map((o) => o.caseId)));
    await client.invalidateQueries({ queryKey: ['cases'] });
  };
  return { run, start, busy: run !== undefined && run.outcomes.length < run.total, dismiss: () => setRun(undefined) };
};
