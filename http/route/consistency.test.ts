import { disagreements } from '@openum/domain/consistency/report.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { users } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type {
  RatersView,
  RatingLinesView,
  RatingNewsView,
  RatingSetRow,
  RatingSetsView,
  RatingSetView,
} from '../contract/consistency.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let quality: Caller;
let nurse: Caller;
let physician: Caller;
let raters: RatersView;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  quality = callerOf(app, await world.sessionOf('qualityManager@plan.example'));
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  physician = callerOf(app, await world.sessionOf('medicalDirector@plan.example'));
  for (const name of ['one', 'two']) await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name, spo2: 86 }));
  raters = (await quality.get('/api/consistency/raters')).body as RatersView;
});
afterAll(() => app.close());

const wish = (change: object = {}) => ({
  title: 'Oxygen',
  from: '2026-11-01',
  through: '2026-11-30',
  approved: 5,
  adverse: 5,
  dueOn: '2026-12-15',
  raterIds: raters.map((r) => r.userId),
  ...change,
});
const draw = async (change: object = {}) => {
  const drawn = await quality.post('/api/consistency/sets', wish(change));
  if (drawn.status !== 201) throw new Error(`given: a set, but ${drawn.text}`);
  return drawn.body as RatingSetRow;
};
const linesOf = async (caller: Caller, setId: string) =>
  (await caller.get(`/api/consistency/sets/${setId}/lines`)).body as RatingLinesView;
const answer = (view: RatingLinesView, position: number, recommendation: string) => ({
  leaves: Object.fromEntries(
    view.cases.find((c) => c.position === position)?.blinded.leaves.map((l) => [l.path, 'met']) ?? [],
  ),
  recommendation,
});

describe('a set of past lines', () => {
  test('is drawn from what was decided, and its raters see neither member nor decision', async () => {
    const row = await draw();
    expect(row).toMatchObject({ lines: 2, rated: 0, toRate: 2 * raters.length });
    const view = await linesOf(nurse, row.set.setId);
    expect(view.cases.map((c) => c.position)).toEqual([1, 2]);
    expect(view.cases[0]?.blinded.leaves.length).toBeGreaterThan(0);
    expect(JSON.stringify(view)).not.toMatch(/Akerman|recorded|caseId|involved|UM-/);
  });

  test('takes one answer of each rater to every point, and no second', async () => {
    const { set } = await draw();
    const view = await linesOf(nurse, set.setId);
    const post = (body: object) => nurse.post(`/api/consistency/sets/${set.setId}/lines/1`, body);
    const missing = await post({ leaves: {}, recommendation: 'approve' });
    expect(missing.status).toBe(422);
    expect((missing.body as { fields: unknown[] }).fields.length).toBe(view.cases[0]?.blinded.leaves.length);
    expect((await post(answer(view, 1, 'approve'))).status).toBe(201);
    expect((await post(answer(view, 1, 'notAsRequested'))).status).toBe(409);
    expect((await linesOf(nurse, set.setId)).cases[0]?.own).toMatchObject({ recommendation: 'approve' });
    expect((await linesOf(physician, set.setId)).cases[0]?.own).toBeUndefined();
  });

  test('says to those who lead how far the raters agree, and to nobody else', async () => {
    const emails = ['clinicalReviewer@plan.example', 'medicalDirector@plan.example'];
    const { set } = await draw({ raterIds: users.filter((u) => emails.includes(u.email)).map((u) => u.userId) });
    const open = (await quality.get(`/api/consistency/sets/${set.setId}`)).body as RatingSetView;
    expect(open.report).toBeUndefined();
    expect(open.progress.map((p) => [p.rated, p.toRate])).toEqual([
      [0, 2],
      [0, 2],
    ]);
    expect((await quality.get(`/api/consistency/sets/${set.setId}/report.csv`)).status).toBe(409);
    for (const [caller, what] of [
      [nurse, 'approve'],
      [physician, 'notAsRequested'],
    ] as const) {
      const view = await linesOf(caller, set.setId);
      for (const { position } of view.cases)
        await caller.post(`/api/consistency/sets/${set.setId}/lines/${position}`, answer(view, position, what));
    }
    const { row, report } = (await quality.get(`/api/consistency/sets/${set.setId}`)).body as RatingSetView;
    expect(row.rated).toBe(4);
    expect(row.closed).toBe(true);
    expect(report?.outcome).toMatchObject({ units: 2, percent: 0 });
    expect(report?.leaves.percent).toBe(1);
    expect(report && disagreements(report)).toHaveLength(2);
    expect((await nurse.get(`/api/consistency/sets/${set.setId}`)).status).toBe(403);
    const csv = await quality.get(`/api/consistency/sets/${set.setId}/report.csv`);
    expect(csv.text).toContain('krippendorff_alpha');
  });

  test('shows nobody the answers of another while it is open, not even who leads and rates', async () => {
    const { set } = await draw();
    const view = await linesOf(nurse, set.setId);
    const note = 'The gas was drawn at rest.';
    await nurse.post(`/api/consistency/sets/${set.setId}/lines/1`, { ...answer(view, 1, 'approve'), note });
    for (const path of ['', '/lines', '/report.csv']) {
      const { text } = await physician.get(`/api/consistency/sets/${set.setId}${path}`);
      expect(text).not.toContain(note);
      expect(text).not.toMatch(/recommendation/);
    }
  });

  test('is told to its raters and stays read', async () => {
    const { set } = await draw({ title: 'Told' });
    const news = async () =>
      ((await nurse.get('/api/consistency/news')).body as RatingNewsView).rows.find((n) => n.setId === set.setId);
    expect(await news()).toMatchObject({ kind: 'ratingAsked', title: 'Told', left: 2, dueOn: '2026-12-15' });
    const read = { news: [{ setId: set.setId, kind: 'ratingAsked' }] };
    expect((await nurse.post('/api/consistency/news/read', read)).status).toBe(204);
    expect(await news()).toHaveProperty('readAt');
  });

  test('stands on the list of its raters with what is left to do', async () => {
    const { set } = await draw({ title: 'The newest' });
    const { own, all } = (await nurse.get('/api/consistency/sets')).body as RatingSetsView;
    expect(own.find((r) => r.set.setId === set.setId)).toMatchObject({ lines: 2, rated: 0, toRate: 2 });
    expect(all).toBeUndefined();
    expect(((await quality.get('/api/consistency/sets')).body as RatingSetsView).all?.length).toBeGreaterThan(0);
  });

  test.each([
    ['fewer than two reviewers', { raterIds: ['x'] }, 400, /at least two reviewers/],
    ['somebody who does not review', { raterIds: ['x', 'y'] }, 422, /not active or does not review/],
    ['days on which nothing was decided', { from: '2026-01-01', through: '2026-01-31' }, 422, /nothing to rate/],
    ['no line at all', { approved: 0, adverse: 0 }, 400, /at least one line/],
    ['a last day that has passed', { dueOn: '2026-11-01' }, 422, /has passed already/],
    ['days in the wrong order', { from: '2026-11-30', through: '2026-11-01' }, 400, /before the first day/],
  ])('is refused with %s, and the message says why', async (_, change, status, message) => {
    const refused = await quality.post('/api/consistency/sets', wish(change));
    expect(refused.status).toBe(status);
    expect(refused.text).toMatch(message);
  });
});

test('a set takes no more answers once its last day has passed in the zone of the plan, and is then open to those who lead', async () => {
  const { set } = await draw({ dueOn: '2026-11-20' });
  const view = await linesOf(nurse, set.setId);
  const signedIn = async (role: string) => callerOf(app, await world.sessionOf(`${role}@plan.example`));
  // It is 10 in the morning in Chicago; the day ends 14 hours later.
  world.pass({ hours: 13, minutes: 59 });
  expect((await linesOf(await signedIn('clinicalReviewer'), set.setId)).closed).toBe(false);
  world.pass({ minutes: 1 });
  const path = `/api/consistency/sets/${set.setId}`;
  const late = await (await signedIn('clinicalReviewer')).post(`${path}/lines/1`, answer(view, 1, 'approve'));
  expect([late.status, late.text]).toEqual([409, expect.stringContaining('last day of this set has passed')]);
  const seen = await (await signedIn('qualityManager')).get(path);
  expect((seen.body as RatingSetView).report).toBeDefined();
});
