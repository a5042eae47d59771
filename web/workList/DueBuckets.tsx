import type { WorkListCounts } from '@openum/http/contract/workList.ts';
import { type DueBucket, dueBuckets, dueBucketWord } from './due.ts';

type Props = {
  readonly counts: WorkListCounts | undefined;
  readonly chosen: DueBucket | undefined;
  readonly choose: (bucket: DueBucket | undefined) => void;
};

/** How many cases end when; pressing a number leaves only those, pressing it again brings all back. */
export const DueBuckets = ({ counts, chosen, choose }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
  <div role="group" aria-label="Time left" className="um-buckets">
    {dueBuckets.map((bucket) => {
      const n = counts?.buckets[bucket];
      return (
        <button
          key={bucket}
          type="button"
          className="um-bucket"
          data-bucket={bucket}
          data-some={n !== undefined && n > 0 ? true : undefined}
          aria-pressed={chosen === bucket}
          onClick={() => choose(chosen === bucket ? undefined : bucket)}
        >
          <span className="um-bucket-count">{n?.toLocaleString('en-US') ?? '–'}</span>
          <span>{dueBucketWord[bucket]}</span>
        </button>
      );
    })}
  </div>
);
