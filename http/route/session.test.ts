import { callerOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld, password } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
});
afterEach(() => app.close());

const signIn = (email: string, given: string = password) =>
  callerOf(app).post('/api/session', { email, password: given });
const cookieOf = (headers: Record<string, unknown>): string => String(headers['set-cookie']).split(';')[0] ?? '';

describe('signing in', () => {
  test('gives the person, their tenant, and a cookie that scripts and other sites cannot use', async () => {
    const { status, body, headers } = await signIn('clinicalReviewer@plan.example');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      user: { email: 'clinicalReviewer@plan.example', roles: ['clinicalReviewer'] },
      tenant: { name: 'Prairie Health Plan', kind: 'plan', zone: 'America/Chicago' },
    });
    const cookie = String(headers['set-cookie']);
    expect(cookie).toMatch(/^openum_session=[\w-]{43};/);
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200']) expect(cookie).toContain(flag);
  });

  test('does not believe a header of the caller that says the connection is https', async () => {
    const tls = { 'x-forwarded-proto': 'https' };
    const { headers } = await callerOf(app).post('/api/session', { email: 'biller@plan.example', password }, tls);
    expect(String(headers['set-cookie'])).not.toContain('Secure');
  });

  test('does not depend on how the e-mail is written', async () => {
    expect((await signIn('CLINICALREVIEWER@PLAN.EXAMPLE')).status).toBe(200);
  });

  test.each([
    ['a wrong password', 'clinicalReviewer@plan.example', 'wrong'],
    ['an unknown e-mail', 'nobody@plan.example', password],
    ['a person who has left', 'left@plan.example', password],
  ])('is refused in the same words for %s', async (_, email, given) => {
    const { status, body, headers } = await signIn(email, given);
    expect(status).toBe(401);
    expect(body).toEqual({ code: 'signInFailed', message: 'E-mail or password is not right.' });
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('is refused after ten tries in a minute, right or wrong', async () => {
    for (let i = 0; i < 10; i++) expect((await signIn('clinicalReviewer@plan.example', 'wrong')).status).toBe(401);
    const { status, body } = await signIn('clinicalReviewer@plan.example');
    expect(status).toBe(429);
    expect(body).toMatchObject({ code: 'tooManyRequests', message: expect.stringContaining('Wait a minute') });
  });

  test('names the field that is missing or malformed', async () => {
    const { status, body } = await callerOf(app).post('/api/session', { email: 'no e-mail', password: '' });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalidBody', fields: [{ path: 'email' }, { path: 'password' }] });
  });
});

describe('a session', () => {
  test('is known until it is closed, and at once no more', async () => {
    const me = callerOf(app, cookieOf((await signIn('biller@plan.example')).headers));
    expect((await me.get('/api/session')).status).toBe(200);
    const out = await me.call('DELETE', '/api/session');
    expect(out.status).toBe(204);
    expect(String(out.headers['set-cookie'])).toMatch(/^openum_session=;.*Expires=Thu, 01 Jan 1970/);
    expect((await me.get('/api/session')).status).toBe(401);
  });

  test('ends by itself after twelve hours', async () => {
    const me = callerOf(app, cookieOf((await signIn('biller@plan.example')).headers));
    world.pass({ hours: 11, minutes: 59 });
    expect((await me.get('/api/session')).status).toBe(200);
    world.pass({ minutes: 1 });
    expect((await me.get('/api/session')).status).toBe(401);
  });

  test('cannot be guessed: another cookie is nobody', async () => {
    const { status, body } = await callerOf(app, 'openum_session=guess').get('/api/session');
    expect(status).toBe(401);
    expect(body).toEqual({ code: 'signInRequired', message: 'Sign in to go on.' });
  });
});

describe('an act without the header that only our own page can set', () => {
  const forged = (url: string) =>
    app.inject({ method: 'POST', url, payload: { email: 'biller@plan.example', password } });

  test.each(['/api/session', '/%61pi/session', '/api/sess%69on'])('is refused at %s', async (url) => {
    const response = await forged(url);
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ message: 'The header x-openum is missing.' });
    expect(response.headers['set-cookie']).toBeUndefined();
  });
});
