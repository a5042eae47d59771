import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Reply, type ScriptedModel, scriptedModel } from '@openum/testkit/model/server.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createLanguageModel, type ModelSettings } from './languageModel.ts';

let server: ScriptedModel;
let elsewhere: ScriptedModel;
const folder = mkdtempSync(path.join(tmpdir(), 'openum-key-'));

beforeAll(async () => {
  server = await scriptedModel(() => ({ kind: 'status', status: 500 }));
  elsewhere = await scriptedModel(() => ({ kind: 'json', value: { word: 'stolen' } }));
});
afterAll(async () => {
  await server.stop();
  await elsewhere.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => server.says(() => ({ kind: 'json', value: { word: 'yes' } })));

const model = (change: Partial<ModelSettings> = {}) =>
  createLanguageModel({
    ...{ url: server.url, name: 'small', format: 'schema', timeoutSeconds: 20, retries: 0, atOnce: 1 },
    ...{ callsPerDay: 10, tokensPerDay: 1000, redaction: 'all' },
    ...change,
  });
const question = { system: 'Be brief.', prompt: 'Say a word.', schema: z.object({ word: z.string() }) };
const said = (reply: Reply, change: Partial<ModelSettings> = {}) => {
  server.says(() => reply);
  return model(change).ask(question);
};

test('a question gets its answer in the form that was asked for, with what it cost', async () => {
  expect(await model().ask(question)).toEqual({
    ...{ kind: 'answered', value: { word: 'yes' }, text: '{"word":"yes"}', inputTokens: 100, outputTokens: 20 },
  });
  const { body, ...asked } = server.asked.at(-1) ?? { body: {} };
  expect(asked).toEqual({ model: 'small', system: 'Be brief.', prompt: 'Say a word.' });
  expect(body).toMatchObject({ response_format: { type: 'json_schema' }, temperature: 0 });
  expect(body).not.toHaveProperty('tools');
});

test('the key comes from its file, and a changed file counts at once', async () => {
  const keyFile = path.join(folder, 'key');
  writeFileSync(keyFile, 'first\n');
  const keyed = model({ keyFile });
  await keyed.ask(question);
  writeFileSync(keyFile, 'second\n');
  await keyed.ask(question);
  expect(server.asked.slice(-2).map((a) => a.authorization)).toEqual(['Bearer first', 'Bearer second']);
});

test('a server that only knows JSON is asked for JSON, and its answer is held to the form all the same', async () => {
  expect(await said({ kind: 'json', value: { word: 7 } }, { format: 'json' })).toMatchObject({ because: 'garbage' });
  expect(server.asked.at(-1)?.body).toMatchObject({ response_format: { type: 'json_object' } });
});

test.each<[string, Reply]>([
  ['garbage', { kind: 'text', text: 'I would rather talk.' }],
  ['garbage', { kind: 'json', value: { verdict: 'deny' } }],
  ['garbage', { kind: 'raw', body: '<html>' }],
  ['garbage', { kind: 'raw', body: '{"choices":[]}' }],
  ['cutShort', { kind: 'cut', text: '{"word":"ye' }],
  ['cutShort', { kind: 'cut', text: '{"word":"yes"}' }],
  ['refused', { kind: 'status', status: 401 }],
  ['refused', { kind: 'status', status: 404 }],
  ['unreachable', { kind: 'status', status: 503 }],
])('nothing is made of an answer that is %s: %j', async (because, reply) => {
  expect(await said(reply)).toMatchObject({ kind: 'failed', because });
});

test('a model that never answers is given up', async () => {
  expect(await said({ kind: 'stall' }, { timeoutSeconds: 0.05 })).toMatchObject({ because: 'tooSlow' });
});

test('an answer without end is cut off', async () => {
  expect((await said({ kind: 'flood' })).kind).toBe('failed');
});

test('a server that sends the prompt elsewhere is not followed', async () => {
  expect((await said({ kind: 'redirect', to: `${elsewhere.url}/chat/completions` })).kind).toBe('failed');
  expect(elsewhere.asked).toEqual([]);
});

test('a server that is not there is named as such', async () => {
  const gone = await scriptedModel(() => ({ kind: 'stall' }));
  await gone.stop();
  expect(await model({ url: gone.url }).ask(question)).toMatchObject({ because: 'unreachable' });
});

test('a server that stumbled is asked once more', async () => {
  const before = server.asked.length;
  server.says((_, nth) =>
    nth === before + 1 ? { kind: 'status', status: 500 } : { kind: 'json', value: { word: 'b' } },
  );
  expect(await model({ retries: 1 }).ask(question)).toMatchObject({ kind: 'answered', value: { word: 'b' } });
});
