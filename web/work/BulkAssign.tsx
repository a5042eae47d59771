import { Button, CloseButton, Group, List, Progress, Select, Text } from '@mantine/core';
import { capabilities } from '@openum/domain/case/capability.ts';
import type { UserHit } from '@openum/http/contract/request.ts';
import type { CaseRow } from '@openum/http/contract/workList.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.ts';
import { sendCommand } from '../api/command.ts';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { count } from '../app/format.ts';
import { roleMissing, rowMayNot } from './rowAct.ts';

type Outcome = { readonly caseId: string; readonly caseNumber: string; readonly problem?: string };
type Run = { readonly toName: string; readonly total: number; readonly done: readonly Outcome[] };

type Props = {
  readonly rows: readonly CaseRow[];
  readonly onSelect: (ids: ReadonlySet<string>) => void;
};

const problemText = (problem: unknown): string => (problem instanceof Error ? problem.message : 'It failed.');

/** What can be done with the selected cases at once. Cases are assigned one by one: each can succeed or be refused by itself. */
export const BulkAssign = ({ rows, onSelect }: Props) => {
  const { actor } = useSession();
  const queryClient = useQueryClient();
  const [to, setTo] = useState<UserHit>();
  const [run, setRun] = useState<Run>();
  const why = roleMissing('Assign', actor);
  const { data: users = [] } = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => get<readonly UserHit[]>('/api/users', {}, signal),
    enabled: why === undefined,
    staleTime: 5 * 60_000,
    select: (all) => all.filter((u) => capabilities.Claim.roles.some((r) => u.roles.includes(r))),
  });
  const busy = run !== undefined && run.done.length < run.total;

  const assign = async () => {
    if (!to) return;
    let done: readonly Outcome[] = [];
    setRun({ toName: to.name, total: rows.length, done });
    for (const row of rows) {
      const refused = rowMayNot('Assign', actor, row);
      const problem =
        refused ?? (await sendCommand(row, { type: 'Assign', toUserId: to.userId }).then(() => undefined, problemText));
      done = [...done, { caseId: row.caseId, caseNumber: row.caseNumber, ...(problem ? { problem } : {}) }];
      setRun({ toName: to.name, total: rows.length, done });
    }
    onSelect(new Set(done.filter((d) => d.problem).map((d) => d.caseId)));
    await queryClient.invalidateQueries({ queryKey: ['cases'] });
  };

  const failed = run?.done.filter((d) => d.problem) ?? [];
  const finished = run !== undefined && !busy;
  return (
    <>
      {rows.length > 0 && (
        <Group gap="sm" className="um-bulk" wrap="wrap">
          <Text size="sm" fw={600}>
            {count(rows.length, 'case')} selected
          </Text>
          <Select
            aria-label="Assign to"
            placeholder="Assign to…"
            size="xs"
            w={220}
            searchable
            clearable
            disabled={why !== undefined || busy}
            data={users.map((u) => ({ value: u.userId, label: u.name }))}
            value={to?.userId ?? null}
            onChange={(id) => setTo(users.find((u) => u.userId === id))}
            nothingFoundMessage="Nobody of that name"
          />
          <ActButton why={why ?? (to ? undefined : 'Choose somebody first.')} onClick={assign} loading={busy}>
            Assign
          </ActButton>
          <Button variant="subtle" onClick={() => onSelect(new Set())} disabled={busy}>
            Clear selection
          </Button>
          {why && (
            <Text size="xs" c="dimmed">
              {why}
            </Text>
          )}
        </Group>
      )}
      <div role="status">
        {run && (
          <div className="um-bulk-run">
            <Group justify="space-between" gap="sm" wrap="nowrap">
              <Text size="sm">
                {finished
                  ? `${count(run.total - failed.length, 'case')} assigned to ${run.toName}${failed.length > 0 ? `, ${failed.length} not` : ''}.`
                  : `Assigning to ${run.toName}: ${run.done.length} of ${run.total}`}
              </Text>
              {finished && <CloseButton aria-label="Dismiss" size="sm" onClick={() => setRun(undefined)} />}
            </Group>
            {busy && <Progress value={(100 * run.done.length) / run.total} size="sm" mt={4} aria-label="Progress" />}
            {failed.length > 0 && (
              <List size="xs" mt={4}>
                {failed.map((f) => (
                  <List.Item key={f.caseId}>
                    {f.caseNumber}: {f.problem}
                  </List.Item>
                ))}
              </List>
            )}
          </div>
        )}
      </div>
    </>
  );
};
