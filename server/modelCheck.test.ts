import { type ScriptedModel, scriptedModel } from '@openum/testkit/model/server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Config, readConfig } from './config.ts';
import { modelCheck } from './modelCheck.ts';

let server: ScriptedModel;
beforeAll(async () => {
  server = await scriptedModel(() => ({ kind: 'json', value: { sum: 42 } }));
});
afterAll(() => server.stop());

const check = async (env: Record<string, string>) => {
  const said: string[] = [];
  const code = await modelCheck(readConfig(env) as Config, (line) => said.push(line));
  return { code, said: said.join('\n') };
};

test('the check of the model says whether it answers, and sends nothing of anybody', async () => {
  const env = { OPENUM_MODEL_URL: server.url, OPENUM_MODEL_NAME: 'small', OPENUM_MODEL_RETRIES: '0' };
  expect(await check(env)).toMatchObject({ code: 0, said: expect.stringContaining('100 tokens in') });
  expect(server.asked.at(-1)?.prompt).toBe('What is the sum of 19 and 23?');
  server.says(() => ({ kind: 'status', status: 401 }));
  expect(await check(env)).toMatchObject({ code: 1, said: expect.stringContaining('refused') });
  expect(await check({})).toMatchObject({ code: 1 });
});
