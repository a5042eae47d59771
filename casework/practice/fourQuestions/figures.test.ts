import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import { coverageOf } from '@openum/domain/episode/ledger.ts';
import { fourQuestions } from '@openum/domain/practiceMetrics/fourQuestions.ts';
import { dayNumber, type Instant } from '@openum/domain/time/instant.ts';
import { episodeAppend } from '@openum/testkit/contract/episodeContract.ts';
import { memoryEpisodes } from '@openum/testkit/memory/episodes.ts';
import { arbitraryActs, storyOfActs } from '@openum/testkit/practice/arbitrary.ts';
import { onDay, zone } from '@openum/testkit/practice/course.ts';
import { dayOf, type EpisodeStory, episodeOf } from '@openum/testkit/practice/episode.ts';
import { figuresFrom } from '@openum/testkit/practice/figures.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectEpisode } from '../episode/project.ts';
import { rebuildReadModels } from '../episode/rebuild.ts';
import { figuresAt } from './figures.ts';

const scope = { tenantId: 'practice' };
const identity = { tenants: async () => [{ tenantId: 'practice', kind: 'practice' }] } as never;

const day = fc.integer({ min: 0, max: 30 });

const numbered = (story: EpisodeStory, n: number): EpisodeStory => {
  const events = story.events.map((e) =>
    e.type === 'EpisodeOpened' ? { ...e, data: { ...e.data, episodeNumber: `EP-${n}` } } : e,
  );
  return { events, state: foldEpisode(events) };
};

const known = (story: EpisodeStory, moment: Instant) => {
  const state = foldEpisode(story.events.filter((e) => e.recordedAt <= moment));
  return state.kind === 'episode' ? [state] : [];
};

const asked = (moment: Instant, from = 0, to = 30) => ({
  first: dayNumber(dayOf(from)),
  last: dayNumber(dayOf(to)),
  moment,
});

test('the four questions are answered for any moment as from the logs alone, however the read models came to be', async () => {
  const course = fc.record({
    stories: fc.array(arbitraryActs, { minLength: 1, maxLength: 4 }),
    at: day,
    from: day,
    to: day,
  });
  await fc.assert(
    fc.asyncProperty(course, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), fc.boolean(), async (c, steps, old) => {
      const episodes = memoryEpisodes();
      const stories = c.stories.map((list, n) => numbered(storyOfActs(list), n));
      // Each log grows by a few events at a time, by turns.
      const written = stories.map(() => 0);
      while (written.some((w, n) => w < (stories[n]?.events.length ?? 0)))
        for (const [n, story] of stories.entries()) {
          const before = written[n] ?? 0;
          const upTo = Math.min(story.events.length, before + (steps.next().value ?? 1));
          if (upTo === before) continue;
          const events = story.events.slice(0, upTo);
          const append = episodeAppend(`e${n}`, { events, state: foldEpisode(events) }, before);
          const facts = { ...append.rows.facts, madeBy: 0, facts: {} as never, matters: [] };
          await episodes.append(scope, old ? { ...append, rows: { ...append.rows, pages: [], facts } } : append);
          written[n] = upTo;
        }
      const moment = onDay(c.at, 23);
      const window = { from: Math.min(c.from, c.to), to: Math.max(c.from, c.to) };
      const days = { from: dayOf(window.from), through: dayOf(window.to) };
      const scratch = fourQuestions(
        stories.flatMap((s, n) => known(s, moment).map((e) => figuresFrom(`e${n}`, e))),
        days,
        { now: moment, zone },
      );
      const read = async () =>
        fourQuestions(await figuresAt(episodes, scope, asked(moment, window.from, window.to)), days, {
          now: moment,
          zone,
        });
      expect(await read()).toEqual(scratch);
      await rebuildReadModels({ episodes, identity }, (_, error) => {
        throw error;
      });
      expect(await episodes.outdated(scope, 9)).toEqual([]);
      expect(await read()).toEqual(scratch);
      for (const [n, story] of stories.entries())
        expect(await episodes.rows(scope, `e${n}`)).toEqual(projectEpisode(`e${n}`, episodeOf(story)));
    }),
    { numRuns: 60 },
  );
});

test('counts each service once, as the matching with proof has it', () => {
  fc.assert(
    fc.property(arbitraryActs, day, day, (list, a, b) => {
      const e = episodeOf(storyOfActs(list));
      const days = { from: dayOf(Math.min(a, b)), through: dayOf(Math.max(a, b)) };
      const { totals, open } = fourQuestions([figuresFrom('e1', e)], days, { now: onDay(30), zone }).validAuthorization;
      const matched = coverageOf(e).filter((m) => days.from <= m.service.on && m.service.on <= days.through);
      for (const [state, sum] of Object.entries(totals.byState)) {
        const of = matched.filter((m) => m.state === state).map((m) => m.service);
        expect(sum).toEqual({
          services: of.length,
          units: of.reduce((n, s) => n + s.units, 0),
          charge: of.reduce((n, s) => n + s.charge, 0),
        });
      }
      expect(totals.atStake).toBe(matched.reduce((n, m) => n + m.atStake, 0));
      expect(open.map((o) => [o.on, o.state, o.atStake])).toEqual(
        matched.filter((m) => m.state !== 'covered').map((m) => [m.service.on, m.state, m.atStake]),
      );
    }),
    { numRuns: 200 },
  );
});
