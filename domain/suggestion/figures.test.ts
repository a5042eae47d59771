import { expect, test } from 'vitest';
import { suggestionFigures } from './figures.ts';

test('the figures of each agent, version and model stand apart, and count what nobody saw', () => {
  const of = { agent: 'brief', agentVersion: '1', model: 'm' } as const;
  const citation = { documentId: 'd', page: 1, quote: 'q', span: { from: 0, to: 1 } };
  const shown = { kind: 'briefNote', itemSequence: 1, side: 'supports', text: 't', citations: [citation] } as const;
  const figures = suggestionFigures(
    [
      { ...of, outcome: { kind: 'suggested', suggestions: [shown, shown], drops: { quoteNotFound: 1, decision: 2 } } },
      { ...of, outcome: { kind: 'abstained', because: 'nothing' } },
      { ...of, outcome: { kind: 'failed', because: 'tooSlow' } },
      of,
      { ...of, agentVersion: '2' },
    ],
    [
      { ...of, verdict: 'accepted' },
      { ...of, verdict: 'rejected' },
    ],
    [{ ...of, inputTokens: 100, outputTokens: 20 }],
  );
  expect(figures.map((f) => f.agentVersion)).toEqual(['1', '2']);
  expect(figures[0]).toMatchObject({
    ...{ asked: 4, open: 1, abstained: 1, failed: { tooSlow: 1 }, shown: 2, accepted: 1, edited: 0, rejected: 1 },
    ...{ quotesFound: 2, quotesFalse: 1, drops: { quoteNotFound: 1, decision: 2 }, calls: 1, inputTokens: 100 },
  });
});
