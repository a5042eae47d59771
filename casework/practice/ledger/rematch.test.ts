import { coverageOf } from '@openum/domain/episode/ledger.ts';
import { episodeAppend } from '@openum/testkit/contract/episodeContract.ts';
import { memoryEpisodes } from '@openum/testkit/memory/episodes.ts';
import { arbitraryActs, storyOfActs } from '@openum/testkit/practice/arbitrary.ts';
import { episodeOf } from '@openum/testkit/practice/episode.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rematchLedger } from './rematch.ts';

const scope = { tenantId: 'practice' };

test('a ledger matched from its pages comes out as each log gives it, and what is stored otherwise is named', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryActs, fc.boolean(), async (acts, wrong) => {
      const episodes = memoryEpisodes();
      const story = storyOfActs(acts);
      const append = episodeAppend('e1', story);
      const spoilt = append.rows.pages.map((p) => ({ ...p, atStake: p.atStake.map((n) => n + 1) }));
      await episodes.append(scope, { ...append, rows: { ...append.rows, pages: wrong ? spoilt : append.rows.pages } });
      const matched = coverageOf(episodeOf(story));
      const found = await rematchLedger(episodes, scope);
      expect(found.services).toBe(matched.length);
      expect(found.atStake).toBe(matched.reduce((sum, m) => sum + m.atStake, 0));
      for (const [state, n] of Object.entries(found.byState))
        expect(n).toBe(matched.filter((m) => m.state === state).length);
      expect(found.differing).toEqual(wrong && matched.length > 0 ? ['e1'] : []);
    }),
    { numRuns: 100 },
  );
});
