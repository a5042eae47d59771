import { Anchor, Button, NativeSelect } from '@mantine/core';
import { type ReplayDimension, type ReplayEffect, replayEffects } from '@openum/domain/replay/line.ts';
import type { FindingsView } from '@openum/http/contract/replay.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { moment } from '../app/format.ts';
import { TruthBadge } from '../app/StatusBadge.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { itemStatusWord } from '../app/words.ts';
import { dimensionWord, effectWord, groupValueWord } from './replayWords.ts';

export type Chosen = {
  readonly effect?: ReplayEffect;
  readonly group?: { readonly dimension: ReplayDimension; readonly value: string };
};

type Props = {
  readonly replayId: string;
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
};

/** The lines behind a number of a replay; each leads to its case. */
export const ReplayFindings = ({ replayId, chosen, choose }: Props) => {
  const { zone } = useSession();
  const { effect, group } = chosen;
  const query = {
    ...(effect ? { effect } : {}),
    ...(group ? { dimension: group.dimension, value: group.value } : {}),
  };
  const found = useInfiniteQuery({
    queryKey: ['replay-findings', replayId, query],
    queryFn: ({ pageParam, signal }) =>
      get<FindingsView>(`/api/replays/${replayId}/findings`, { ...query, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  const rows = found.data?.pages.flatMap((p) => p.rows) ?? [];
  return (
    <section className="um-template-box" aria-labelledby="findings">
      <h2 id="findings">Lines that would have come out otherwise</h2>
      <div className="um-template-line">
        <NativeSelect
          label="What would be otherwise"
          value={effect ?? ''}
          onChange={(e) => {
            const next = e.currentTarget.value as ReplayEffect | '';
            choose({ ...(next ? { effect: next } : {}), ...(group ? { group } : {}) });
          }}
          data={[
            { value: '', label: 'Anything' },
            ...replayEffects.map((value) => ({ value, label: effectWord[value] })),
          ]}
        />
        {group && (
          <Button variant="default" onClick={() => choose(effect ? { effect } : {})}>
            {dimensionWord[group.dimension]}: {groupValueWord(group.dimension, group.value)} ✕
          </Button>
        )}
      </div>
      {found.isError && <FailedState error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <LoadingRows label="Loading the lines" />}
      {found.data && rows.length === 0 && <EmptyState title="No line is like that">Choose something else.</EmptyState>}
      {rows.length > 0 && (
        <table className="um-talk-table">
          <thead>
            <tr>
              {['Case', 'Service', 'Decided', 'Then', 'By this version', 'What would be otherwise'].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.caseId} ${row.itemSequence}`}>
                <td>
                  <Anchor
                    renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: row.caseId }} />}
                  >
                    {row.caseNumber}
                  </Anchor>
                  <div className="um-criteria-quiet">line {row.itemSequence}</div>
                </td>
                <td>{row.groups.service}</td>
                <td>
                  {itemStatusWord[row.outcome]}
                  <div className="um-criteria-quiet">{moment(row.decidedAt, zone)}</div>
                </td>
                <td>{row.before ? <TruthBadge truth={row.before.truth} /> : 'not read'}</td>
                <td>{row.after ? <TruthBadge truth={row.after.truth} /> : 'not read'}</td>
                <td>{effectWord[row.effect]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.hasNextPage && (
        <Button
          variant="default"
          style={{ justifySelf: 'start' }}
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </section>
  );
};
