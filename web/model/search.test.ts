import { expect, test } from 'vitest';
import { disagreementSentence, questionsSentence, shownSentence } from './describe.ts';
import { readModelSearch, readQuestionsSearch, readShownSearch } from './search.ts';

test('an address keeps what a list can be asked for, and nothing else', () => {
  expect(readModelSearch({ from: '2026-11-01', through: 'soon', agent: 'oracle', service: 'E1390', x: 'y' })).toEqual({
    ...{ from: '2026-11-01', service: 'E1390' },
  });
  expect(readQuestionsSearch({ agent: 'brief', left: 'decision', verdict: 'rejected' })).toEqual({
    ...{ agent: 'brief', left: 'decision' },
  });
  expect(readShownSearch({ verdict: 'accepted,edited', state: 'open' })).toEqual({ verdict: 'accepted,edited' });
});

test('a list says in words what it holds', () => {
  const days = { from: '2026-11-01', through: '2026-11-22' };
  expect(questionsSentence({ ...days, agent: 'brief', left: 'quoteNotFound,pageUnknown' })).toBe(
    'left out: quote not on its page or page does not exist · Notes for the brief · asked 11/01/2026 through 11/22/2026',
  );
  expect(questionsSentence({ state: 'failed', because: 'tooSlow', model: 'none' })).toBe(
    'no answer · The model took too long · without a model · asked in the last 30 days',
  );
  expect(shownSentence({ verdict: 'rejected', service: 'E1390', from: '2026-11-01' })).toBe(
    'rejected · service E1390 · asked from 11/01/2026',
  );
  expect(disagreementSentence({ through: '2026-11-22' })).toBe('asked through 11/22/2026');
});
