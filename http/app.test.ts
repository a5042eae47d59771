import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from './app.ts';
import { liveHub } from './live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
});
afterEach(() => app.close());

type OpenApi = {
  openapi: string;
  paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
};

/** Routes as the files of this room write them down: method and path, parameters in braces. */
const written = (): readonly string[] => {
  const folder = path.join(import.meta.dirname, 'route');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
    .flatMap((f) => [
      ...readFileSync(path.join(folder, f), 'utf8').matchAll(/\bapp\.(get|post|put|delete)\(\s*'(\/api\/[^']*)'/g),
    ])
    .map(([, method = '', at = '']) => `${method.toUpperCase()} ${at.replace(/:(\w+)/g, '{$1}')}`)
    .toSorted();
};

describe('the description of the API', () => {
  test('lists every route that the files of this room write down, with its path parameters', async () => {
    await app.ready();
    const { body, status } = await callerOf(app).get('/api/openapi.json');
    expect(status).toBe(200);
    const document = body as OpenApi;
    expect(document.openapi).toBe('3.1.0');
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m.toUpperCase()} ${path}`),
    );
    expect(written().length).toBeGreaterThan(100);
    expect(listed).toEqual(expect.arrayContaining([...written()]));
    for (const [path, methods] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
      for (const operation of Object.values(methods)) {
        const described = (operation.parameters ?? []).filter((p) => p.in === 'path').map((p) => p.name);
        expect(described.toSorted(), path).toEqual(names.toSorted());
      }
    }
  });
});

describe('every answer', () => {
  test('forbids foreign scripts, framing by others and guessing of types', async () => {
    const { headers } = await callerOf(app).get('/api/health');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });
});

describe('a text that no database text can be', () => {
  const field = (path: string) => ({ status: 400, body: { code: 'invalidBody', fields: [{ path }] } });

  test('is refused in an address, in a query and in a body, and the field is named', async () => {
    const nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
    expect(await nurse.get('/api/intake/%00')).toMatchObject(field('messageId'));
    expect(await nurse.get('/api/cases?text=%00')).toMatchObject(field('text'));
    const note = { commandId: 'x', command: { type: 'AddNote', texts: ['sound', 'a\0b'] } };
    expect(await nurse.post('/api/cases/x/commands', note)).toMatchObject(field('command.texts.1'));
    expect(await nurse.post('/api/cases/x/commands', { command: { 'a\0b': 1 } })).toMatchObject(field('command'));
  });

  test('is one with half of a character, too', async () => {
    const nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
    expect(await nurse.post('/api/cases/x/commands', { command: { text: 'a\ud800b' } })).toMatchObject(
      field('command.text'),
    );
  });

  test('is found however deep it stands', async () => {
    const nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
    const deep = `${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}`;
    expect(await nurse.post('/api/cases/x/commands', deep, { 'content-type': 'application/json' })).toMatchObject({
      status: 400,
    });
  });
});

describe('health', () => {
  test('is ready while the database answers and a failure when it does not', async () => {
    expect(await callerOf(app).get('/api/health')).toMatchObject({ status: 200, body: { status: 'ready' } });
    const down = await buildApp({
      ...world.options,
      hub: liveHub(world.store.live),
      ready: () => Promise.reject(new Error('connection refused')),
    });
    expect((await callerOf(down).get('/api/health')).status).toBe(500);
    await down.close();
  });
});

describe('what is about a member', () => {
  const secrets = ['Akerman', 'Rosalind', 'PHP1000001', '1951-03-09', 'Seventeen cigarettes since her divorce'];
  const rationale = `Seventeen cigarettes since her divorce, says Rosalind Akerman, born 1951-03-09, number PHP1000001`;
  const isSilent = (text: string): void => {
    for (const s of secrets) expect(text).not.toContain(s);
  };

  /** The same store, whose writing fails as a database does: with the record in the message of the error. */
  const brokenApp = async (): Promise<FastifyInstance> => {
    const failing = async (): Promise<never> => {
      throw new Error(`invalid input: ${rationale}`);
    };
    const casework = { ...world.casework, cases: { ...world.casework.cases, append: failing, keepMessage: failing } };
    return buildApp({ ...world.options, casework, hub: liveHub(world.store.live) });
  };

  test('stands in no refusal, and in no line of the log', async () => {
    const { submit } = senderOf(app, tokens.plan);
    await submit(homeOxygenBundle({ spo2: 89 }));
    const { rows } = await world.store.workList.page(plan, {}, undefined, 10);
    const { caseId, version } = rows[0]!;
    const physician = callerOf(app, await world.sessionOf('medicalDirector@plan.example'));
    const denied = (reasonClass: string) => ({
      type: 'DetermineItems',
      decisions: [
        { outcome: 'denied', itemSequence: 1, reasonClass, reasonCodes: ['0F'], rationale, memberRationale: rationale },
      ],
      attestation: { noConflictOfInterest: true, reviewedRecord: true },
    });
    const replies = [
      await physician.act(caseId, version, denied('medicalNecessity')),
      await physician.act(caseId, version, denied(rationale)),
      await physician.act(caseId, 1, denied('medicalNecessity')),
      await physician.post(`/api/cases/${caseId}/commands`, `{"commandId": "${rationale}`, {
        'content-type': 'application/json',
      }),
      await physician.post('/api/requests', { memberId: rationale, rationale, diagnoses: [rationale] }),
      await physician.get(`/api/cases?status=${encodeURIComponent(rationale)}`),
      await physician.get(`/api/${encodeURIComponent(rationale)}`),
      await submit(homeOxygenBundle({ name: 'x', person: { memberNumber: 'PHP1000001', birthDate: '1951-03-10' } })),
      await submit(rationale),
    ];
    expect(replies.slice(0, 7).map((r) => r.status)).toEqual([422, 400, 409, 400, 400, 400, 404]);
    for (const r of replies.slice(0, 7)) isSilent(r.text);
    isSilent(replies[8]!.text);
    isSilent(world.logLines.join('\n'));
  });

  test('stands in no line of the log and in no answer when the database fails on it', async () => {
    const broken = await brokenApp();
    const { rows } = await (async () => {
      await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
      return world.store.workList.page(plan, {}, undefined, 10);
    })();
    const { caseId, version } = rows[0]!;
    const nurse = callerOf(broken, await world.sessionOf('clinicalReviewer@plan.example'));
    const act = await nurse.act(caseId, version, { type: 'AddNote', text: rationale });
    expect(act.status).toBe(500);
    expect(act.body).toEqual({
      code: 'unexpected',
      message: 'Something went wrong on our side. Nothing was changed; try again.',
    });
    const sent = await senderOf(broken, tokens.plan).submit(homeOxygenBundle({ name: 'other' }));
    expect([sent.status, sent.text]).toEqual([500, '']);
    isSilent(act.text + world.logLines.join('\n'));
    const errors = world.logLines
      .map((l) => JSON.parse(l) as { msg: string; at?: string })
      .filter((l) => l.msg === 'unexpected error');
    expect(errors).toHaveLength(2);
    for (const e of errors) expect(e.at).toMatch(/app\.test\.ts/);
    await broken.close();
  });
});
