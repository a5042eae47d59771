import { Button, Group, Radio, SegmentedControl, Textarea } from '@mantine/core';
import {
  type BlindedCase,
  type Rating,
  type Recommendation,
  recommendations,
} from '@openum/domain/consistency/ratingSet.ts';
import { type Truth, truths } from '@openum/domain/logic/truth.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { post } from '../api/client.ts';
import { humanized } from '../case/criteria/leafTree.ts';
import { ReportPanel } from '../report/parts.tsx';
import { answerWord, recommendationWord } from './words.ts';

/** The groups above a point, which tell it from another of the same name. */
const groupOf = (path: string): string => path.split('/').slice(1, -1).map(humanized).join(', ');

type Props = {
  readonly setId: string;
  readonly position: number;
  readonly line: BlindedCase;
  readonly own: Rating | undefined;
  /** No more answers are taken. */
  readonly closed: boolean;
  readonly done: () => void;
};

/** One answer for each point and a recommendation; once kept it stands. */
export const RatingForm = ({ setId, position, line, own, closed, done }: Props) => {
  const client = useQueryClient();
  const group = useId();
  const [leaves, setLeaves] = useState<Readonly<Record<string, Truth>>>(own?.leaves ?? {});
  const [recommendation, setRecommendation] = useState<Recommendation | undefined>(own?.recommendation);
  const [note, setNote] = useState(own?.note ?? '');
  const keep = useMutation({
    mutationFn: () =>
      post(`/api/consistency/sets/${encodeURIComponent(setId)}/lines/${position}`, { leaves, recommendation, note }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['consistency'] });
      done();
    },
  });
  const open = line.leaves.filter((l) => leaves[l.path] === undefined).length;
  const why =
    open > 0
      ? `${open === 1 ? '1 point has' : `${open} points have`} no answer yet.`
      : recommendation === undefined
        ? 'Choose what you would do.'
        : undefined;
  const restUnknown = () =>
    setLeaves({ ...Object.fromEntries(line.leaves.map((l) => [l.path, 'unknown' as const])), ...leaves });
  const locked = own !== undefined || closed;
  return (
    <ReportPanel title={locked ? 'Your answer' : 'Your answer, without the others'}>
      <form
        className="um-consistency-form"
        onSubmit={(e) => {
          e.preventDefault();
          if (!why && !locked) keep.mutate();
        }}
      >
        <ul className="um-consistency-points">
          {line.leaves.map((leaf, i) => (
            <li key={leaf.path}>
              <span id={`${group}-${i}`}>
                {groupOf(leaf.path) && <small>{groupOf(leaf.path)}</small>}
                {leaf.label}
                {leaf.negated && <small>The criteria ask that this is not so.</small>}
              </span>
              <SegmentedControl
                size="xs"
                aria-labelledby={`${group}-${i}`}
                readOnly={locked}
                value={leaves[leaf.path] ?? ''}
                data={truths.map((t) => ({ value: t, label: answerWord[t] }))}
                onChange={(value) => setLeaves({ ...leaves, [leaf.path]: value as Truth })}
              />
            </li>
          ))}
        </ul>
        <Radio.Group
          label="What you would do"
          description="It is said of a copy and decides nothing."
          value={recommendation ?? ''}
          onChange={(v) => !locked && setRecommendation(v as Recommendation)}
          mt="sm"
        >
          <Group gap="md" mt={6}>
            {recommendations.map((r) => (
              <Radio key={r} value={r} label={recommendationWord[r]} disabled={locked && r !== recommendation} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          label="Why"
          mt="sm"
          autosize
          minRows={2}
          maxLength={4000}
          readOnly={locked}
          value={note}
          onChange={(e) => setNote(e.currentTarget.value)}
        />
        {locked ? (
          <p className="um-quiet">
            {own
              ? 'You have rated this line. The first answer stands.'
              : 'The set is closed; no more answers are taken.'}
          </p>
        ) : (
          <Group mt="md" gap="sm">
            <Button type="submit" loading={keep.isPending} disabled={why !== undefined}>
              Keep the answer
            </Button>
            {open > 0 && (
              <Button variant="default" onClick={restUnknown}>
                The rest is unknown
              </Button>
            )}
            {why && <span className="um-quiet">{why}</span>}
          </Group>
        )}
        {keep.error && (
          <p role="alert" className="um-consistency-problem">
            {keep.error.message}
          </p>
        )}
      </form>
    </ReportPanel>
  );
};
