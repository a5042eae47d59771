import { bariatricBundle, homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { otherPlan, plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { type Change, liveHub } from './hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let url: string;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => app.close());

describe('the hub', () => {
  test('tells the listeners of a tenant of its own cases only, until they stop', async () => {
    const hub = liveHub(world.store.live);
    const heard: Change[] = [];
    const strange: Change[] = [];
    const stop = hub.listen(plan.tenantId, (c) => heard.push(c));
    hub.listen(otherPlan.tenantId, (c) => strange.push(c));
    await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
    expect(heard).toMatchObject([{ caseId: expect.any(String), version: expect.any(Number) }]);
    expect(strange).toEqual([]);
    stop();
    await senderOf(app, tokens.plan).submit(bariatricBundle());
    expect(heard).toHaveLength(1);
  });
});

describe('the stream of changes', () => {
  /** The next event of a stream, as its lines. */
  const eventsOf = (body: ReadableStream<Uint8Array>) => {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let held = '';
    return {
      next: async (): Promise<string> => {
        while (!held.includes('\n\n')) {
          const { value, done } = await reader.read();
          if (done) throw new Error('the stream ended');
          held += decoder.decode(value, { stream: true });
        }
        const end = held.indexOf('\n\n');
        const event = held.slice(0, end);
        held = held.slice(end + 2);
        return event;
      },
      stop: () => reader.cancel(),
    };
  };

  test('is for people who have signed in', async () => {
    const response = await fetch(`${url}/api/events`, { headers: { accept: 'text/event-stream' } });
    expect(response.status).toBe(401);
    await response.body?.cancel();
  });

  test('says which case changed and nothing of what is in it', async () => {
    const cookie = await world.sessionOf('clinicalReviewer@plan.example');
    const response = await fetch(`${url}/api/events`, { headers: { accept: 'text/event-stream', cookie } });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = eventsOf(response.body!);
    expect(await events.next()).toContain('event: ready');
    await senderOf(app, tokens.otherPlan).submit(bariatricBundle());
    await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
    const { rows } = await world.store.workList.page(plan, {}, undefined, 1);
    const { caseId, version } = rows[0]!;
    const event = await events.next();
    expect(event).toContain('event: case');
    expect(JSON.parse(/^data: ?(.*)$/m.exec(event)?.[1] ?? '')).toEqual({ caseId, version });
    await events.stop();
  });

  test('ends soon after the session of its listener has ended', async () => {
    const cookie = await world.sessionOf('clinicalReviewer@plan.example');
    const response = await fetch(`${url}/api/events`, { headers: { accept: 'text/event-stream', cookie } });
    const events = eventsOf(response.body!);
    await events.next();
    expect((await callerOf(app, cookie).call('DELETE', '/api/session')).status).toBe(204);
    world.pass({ seconds: 10 });
    await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
    await expect(events.next()).rejects.toThrow('the stream ended');
  });
});
