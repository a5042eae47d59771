import type { Case } from '../case/state.ts';
import { fieldWords } from '../matching/reasons.ts';
import type { Appeal } from './appeal.ts';

/** Somebody who had a part in what is appealed, and which. */
export type Involvement = { readonly userId: string; readonly name: string; readonly how: string };

/** Everybody who took part in a decision about the lines of this appeal before it, from the record alone. */
export const tookPart = (c: Case, a: Pick<Appeal, 'appealId' | 'itemSequences'>): readonly Involvement[] => {
  const decisions = c.items
    .filter((i) => a.itemSequences.includes(i.sequence))
    .flatMap((i) => [...i.earlierDeterminations, ...(i.determination ? [i.determination] : [])])
    .filter((d) => d.onReview?.id !== a.appealId)
    .flatMap((d): Involvement[] =>
      d.by.kind === 'person'
        ? [{ userId: d.by.userId, name: d.by.name, how: `decided line ${d.itemSequence} (${fieldWords(d.outcome)})` }]
        : [],
    );
  const reviews = c.reviews.flatMap((r): Involvement[] =>
    r.byUserId ? [{ userId: r.byUserId, name: r.by, how: 'did the clinical review' }] : [],
  );
  const talks = c.peerToPeer.flatMap((p): Involvement[] =>
    p.physician && p.held ? [{ ...p.physician, how: 'spoke for the plan in the peer-to-peer' }] : [],
  );
  const appeals = c.appeals
    .filter((other) => other.appealId !== a.appealId)
    .flatMap((other): Involvement[] =>
      other.decided?.by.kind === 'person'
        ? [{ userId: other.decided.by.userId, name: other.decided.by.name, how: `decided appeal ${other.number}` }]
        : [],
    );
  const reconsiderations = c.reconsiderations.flatMap(({ decided }): Involvement[] =>
    decided?.by.kind === 'person'
      ? [{ userId: decided.by.userId, name: decided.by.name, how: 'decided the reconsideration' }]
      : [],
  );
  const seen = new Set<string>();
  return [...decisions, ...reviews, ...talks, ...appeals, ...reconsiderations].filter(({ userId, how }) => {
    const key = `${userId} ${how}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
