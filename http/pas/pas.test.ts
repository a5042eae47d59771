import { homeOxygenBundle, lungScreeningBundle } from '@openum/testkit/fhir/bundles.ts';
import { npiOf } from '@openum/testkit/fhir/id.ts';
import { inquiryBundle } from '@openum/testkit/fhir/inquiry.ts';
import { senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let sender: ReturnType<typeof senderOf>;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  sender = senderOf(app, tokens.plan);
});
afterEach(() => app.close());

type Resource = Record<string, unknown> & { resourceType: string };
const resources = (body: Record<string, unknown>): Resource[] =>
  ((body.entry ?? []) as { resource: Resource }[]).map((e) => e.resource);
const response = (body: Record<string, unknown>): Resource =>
  resources(body).find((r) => r.resourceType === 'ClaimResponse')!;
const cases = async (): Promise<number> => (await world.store.workList.page(plan, {}, undefined, 50)).rows.length;

/** First failure channel: exactly one OperationOutcome, no Bundle around it, nothing of what was sent in it. */
const isOutcome = (reply: {
  status: number;
  body: Record<string, unknown>;
  headers: Record<string, unknown>;
}): void => {
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.status).toBeLessThan(500);
  expect(reply.headers['content-type']).toMatch(/^application\/fhir\+json/);
  expect(reply.body.resourceType).toBe('OperationOutcome');
  const issues = reply.body.issue as { severity: string; diagnostics: string }[];
  expect(issues.some((i) => i.severity === 'error' && /\w+ \w+/.test(i.diagnostics))).toBe(true);
};

const without = (bundle: Record<string, unknown>, resourceType: string): Record<string, unknown> => ({
  ...bundle,
  entry: (bundle.entry as { resource: Resource }[]).filter((e) => e.resource.resourceType !== resourceType),
});

describe('a message that cannot be processed is answered by one OperationOutcome', () => {
  const whole = JSON.stringify(homeOxygenBundle());
  test.each<[string, string | Buffer | object]>([
    ['nothing', ''],
    ['no JSON', 'hello'],
    ['JSON cut short', whole.slice(0, whole.length / 2)],
    [
      'bytes that are not UTF-8',
      Buffer.concat([Buffer.from(whole.slice(0, -1)), Buffer.from([0xc3, 0x28]), Buffer.from('}')]),
    ],
    ['null', 'null'],
    ['an array', '[]'],
    ['an empty object', '{}'],
    ['a Bundle without entries', { resourceType: 'Bundle', type: 'collection' }],
    ['another resource', { resourceType: 'Patient' }],
    ['a Bundle whose Claim points at a Patient that is not there', without(homeOxygenBundle(), 'Patient')],
    ['a Bundle whose Claim points at a Coverage that is not there', without(homeOxygenBundle(), 'Coverage')],
  ])('%s', async (_, payload) => {
    isOutcome(await sender.submit(payload));
    expect(await cases()).toBe(0);
  });

  test('and so is an inquiry that cannot be processed', async () => {
    isOutcome(await sender.inquire('{'));
    isOutcome(await sender.inquire({ resourceType: 'Bundle', type: 'collection' }));
  });

  test('a message larger than the endpoint takes', async () => {
    const reply = await sender.submit(Buffer.alloc(64 * 1024 * 1024 + 1, 32));
    isOutcome(reply);
    expect(reply.status).toBe(413);
  });

  test('a message without a token, or with one that nobody was given', async () => {
    for (const token of [undefined, 'guess']) {
      const reply = await senderOf(app, token).submit(homeOxygenBundle());
      isOutcome(reply);
      expect(reply.status).toBe(401);
      expect(reply.headers['www-authenticate']).toBe('Bearer');
    }
    expect(await cases()).toBe(0);
  });

  test('a message of a client that was not given this scope', async () => {
    const { identity } = world.store;
    const client = { clientId: 'c', tenantId: plan.tenantId, name: 'Dental portal', scopes: ['dental'] };
    await identity.createClient(client, world.casework.environment.sha256Hex('dental-token'));
    const reply = await senderOf(app, 'dental-token').submit(homeOxygenBundle());
    isOutcome(reply);
    expect(reply.status).toBe(403);
    expect(await cases()).toBe(0);
  });

  test.each([
    ['GET', '/fhir/pas/2.2/Claim/$submit'],
    ['PUT', '/fhir/pas/2.2/Claim/$submit'],
    ['POST', '/fhir/pas/2.2/Claim'],
    ['POST', '/fhir/pas/2.2/Claim/$withdraw'],
    ['GET', '/fhir/pas/2.2/Patient/1'],
    ['POST', '/fhir/pas/2.2/metadata'],
  ] as const)('%s %s: there is no such operation', async (method, url) => {
    const r = await app.inject({ method, url, headers: { authorization: `Bearer ${tokens.plan}` } });
    expect(r.statusCode).toBe(404);
    isOutcome({ status: r.statusCode, body: r.json(), headers: r.headers });
  });
});

describe('a message that is well made and cannot be taken', () => {
  test.each([
    ['a member that the plan does not have', homeOxygenBundle({ person: { memberNumber: 'NOBODY' } })],
    ['a member with another birth date', homeOxygenBundle({ person: { birthDate: '1951-03-10' } })],
  ])('is answered with 200 and a ClaimResponse of outcome error: %s', async (_, bundle) => {
    const { status, body } = await sender.submit(bundle);
    expect(status).toBe(200);
    expect(body.resourceType).toBe('Bundle');
    expect(response(body)).toMatchObject({ outcome: 'error' });
    expect(response(body).error).not.toHaveLength(0);
    expect(await cases()).toBe(0);
  });
});

describe('when the database is away', () => {
  test('the answer is a 5xx without an OperationOutcome, so that the sender sends again, and the second try succeeds', async () => {
    const down = async (): Promise<never> => {
      throw new Error('connection refused');
    };
    const casework = { ...world.casework, cases: { ...world.casework.cases, append: down } };
    const broken = await buildApp({ ...world.options, casework, hub: liveHub(world.store.live) });
    const failed = await senderOf(broken, tokens.plan).submit(homeOxygenBundle());
    expect([failed.status, failed.text]).toEqual([500, '']);
    await broken.close();
    expect((await sender.submit(homeOxygenBundle())).status).toBe(200);
    expect(await cases()).toBe(1);
  });
});

describe('a submission', () => {
  test('that meets criteria cleared for it is approved at once, with a number', async () => {
    const { body } = await sender.submit(lungScreeningBundle());
    expect(response(body)).toMatchObject({ outcome: 'complete', preAuthRef: expect.stringMatching(/^PA-/) });
  });

  test('that needs a person is pended', async () => {
    const { body } = await sender.submit(homeOxygenBundle({ spo2: 89 }));
    expect(JSON.stringify(response(body))).toContain('"A4"');
  });

  test('sent again gets the same bytes and makes no second case', async () => {
    const first = await sender.submit(homeOxygenBundle());
    world.pass({ hours: 30 });
    const second = await sender.submit(homeOxygenBundle());
    expect(second.status).toBe(200);
    expect(second.text).toBe(first.text);
    expect(await cases()).toBe(1);
  });

  test('sent several times at once makes one case, and everybody gets the same bytes', async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, () => sender.submit(homeOxygenBundle())));
    expect(new Set(replies.map((r) => r.text)).size).toBe(1);
    expect(await cases()).toBe(1);
  });

  test('with identifiers that were used for another content is a 409', async () => {
    await sender.submit(homeOxygenBundle({ spo2: 89 }));
    const reply = await sender.submit(homeOxygenBundle({ spo2: 80 }));
    isOutcome(reply);
    expect(reply.status).toBe(409);
    expect(await cases()).toBe(1);
  });

  test('with the same identifiers from another sender is another case, of another tenant', async () => {
    await sender.submit(homeOxygenBundle({ spo2: 89 }));
    const other = await senderOf(app, tokens.otherPlan).submit(homeOxygenBundle({ spo2: 88 }));
    expect(other.status).toBe(200);
    expect(await cases()).toBe(1);
  });

  test('with extensions that nobody here knows is taken', async () => {
    const bundle = homeOxygenBundle() as Record<string, unknown>;
    const claim = resources(bundle)[0] as Record<string, unknown>;
    claim.extension = [
      ...((claim.extension as unknown[]) ?? []),
      { url: 'https://example.org/fhir/StructureDefinition/colour', valueString: 'blue' },
    ];
    expect((await sender.submit(bundle)).status).toBe(200);
    expect(await cases()).toBe(1);
  });

  test('is kept byte for byte as it came', async () => {
    const text = JSON.stringify(homeOxygenBundle(), null, 3);
    await sender.submit(text);
    const { rows } = await world.store.workList.page(plan, {}, undefined, 1);
    const [first] = await world.store.cases.events(plan, rows[0]!.caseId);
    const { messageId } = (first!.data as { request: { messageId: string } }).request;
    const kept = await world.store.cases.message(plan, messageId);
    expect(new TextDecoder().decode(kept!.bytes)).toBe(text);
  });
});

describe('an inquiry', () => {
  const found = (body: Record<string, unknown>): number =>
    body.resourceType === 'Parameters' ? ((body.parameter ?? []) as unknown[]).length : -1;

  test('finds a case by member and NPI, and is written into the log of reads', async () => {
    await sender.submit(homeOxygenBundle({ spo2: 89 }));
    const { status, body } = await sender.inquire(inquiryBundle());
    expect(status).toBe(200);
    expect(found(body)).toBe(1);
    const { rows } = await world.store.workList.page(plan, {}, undefined, 1);
    expect(await world.store.readLog.ofCase(plan, rows[0]!.caseId, 5)).toMatchObject([
      { purpose: 'inquiry', what: 'case' },
    ]);
  });

  test('for a member without a case finds nothing, which is no error', async () => {
    await sender.submit(homeOxygenBundle({ spo2: 89 }));
    const { status, body } = await sender.inquire(inquiryBundle({ memberNumber: 'PHP1000002' }));
    expect([status, found(body)]).toEqual([200, 0]);
  });

  test('by another provider finds nothing, not even that there is a case', async () => {
    await sender.submit(homeOxygenBundle({ spo2: 89 }));
    const npis = JSON.stringify(inquiryBundle()).replaceAll(
      /"1300012\d{3}"|"1700043\d{3}"/g,
      `"${npiOf('146751234')}"`,
    );
    const { status, body } = await sender.inquire(npis);
    expect([status, found(body)]).toEqual([200, 0]);
  });

  test('of another tenant finds nothing', async () => {
    await sender.submit(homeOxygenBundle({ spo2: 89 }));
    const { status, body } = await senderOf(app, tokens.otherPlan).inquire(inquiryBundle());
    expect([status, found(body)]).toEqual([200, 0]);
  });
});

describe('the capability statement', () => {
  test('needs no token and names both operations and the address', async () => {
    const r = await app.inject({ method: 'GET', url: '/fhir/pas/2.2/metadata' });
    expect(r.statusCode).toBe(200);
    const body = r.json();
    expect(body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', kind: 'instance' });
    expect(body.implementation.url).toBe('https://um.example.org/fhir/pas/2.2');
    expect(r.body).toContain('submit');
    expect(r.body).toContain('inquire');
  });
});
