import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const read = (env: Record<string, string>) => readConfig(env);

test('there is no model until somebody names its address', () => {
  expect(read({})).not.toHaveProperty('model');
});

test('a model has its address, its name and the limits of the day', () => {
  const env = {
    OPENUM_MODEL_URL: 'http://127.0.0.1:11434/v1/',
    OPENUM_MODEL_NAME: 'small',
    OPENUM_MODEL_PRICE: '0.15/0.6',
  };
  expect(read(env)).toMatchObject({
    model: {
      ...{ url: 'http://127.0.0.1:11434/v1', name: 'small', redaction: 'all', callsPerDay: 500 },
      price: { input: 0.15, output: 0.6 },
    },
  });
});

test.each([
  'http://models.example/v1',
  'https://u:p@models.example/v1',
  'ftp://127.0.0.1',
  'http://127.0.0.1.example/v1',
])('prompts do not go to %s', (url) => {
  const got = read({ OPENUM_MODEL_URL: url, OPENUM_MODEL_NAME: 'm' });
  expect('problems' in got && got.problems.join(' ')).toContain('OPENUM_MODEL_URL');
});

test.each(['https://models.example/v1', 'http://localhost:8000/v1', 'http://[::1]:8000/v1'])(
  'prompts may go to %s',
  (url) => {
    expect(read({ OPENUM_MODEL_URL: url, OPENUM_MODEL_NAME: 'm' })).toHaveProperty('model');
  },
);

test('an address without a name, and a name without an address, are said', () => {
  expect(read({ OPENUM_MODEL_URL: 'https://models.example/v1' })).toEqual({
    problems: ['OPENUM_MODEL_NAME: say which model the server is asked for'],
  });
  expect(read({ OPENUM_MODEL_NAME: 'm' })).toEqual({
    problems: ['OPENUM_MODEL_URL: without it there is no model to ask'],
  });
});

test('records under 42 CFR Part 2 go to a model only where the setting says so', () => {
  const env = { OPENUM_MODEL_URL: 'http://localhost:8000/v1', OPENUM_MODEL_NAME: 'm' };
  expect(read(env)).toMatchObject({ model: { takesPart2: false } });
  expect(read({ ...env, OPENUM_MODEL_PART2: '1' })).toMatchObject({ model: { takesPart2: true } });
});
