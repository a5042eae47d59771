import { CloseButton, Group, List, Progress, Text } from '@mantine/core';
import { count } from '../app/format.ts';
import type { BulkRun } from './useBulk.ts';

type Props = { readonly run: BulkRun; readonly dismiss: () => void };

/** How far an act on several cases has come, and which of them were refused and why. */
export const BulkProgress = ({ run, dismiss }: Props) => {
  const failed = run.outcomes.filter((o) => o.problem);
  const busy = run.outcomes.length < run.total;
  return (
    <div className="um-bulk-run">
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm">
          {busy
            ? `${run.outcomes.length} of ${count(run.total, 'case')} ${run.done}`
            : `${count(run.total - failed.length, 'case')} ${run.done}${failed.length > 0 ? `, ${failed.length} not` : ''}.`}
        </Text>
        {!busy && <CloseButton aria-label="Dismiss" size="sm" onClick={dismiss} />}
      </Group>
      {busy && <Progress value={(100 * run.outcomes.length) / run.total} size="sm" mt={4} aria-label="Progress" />}
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
  );
};
