import { readEpisodeDocuments } from '@openum/casework/practice/document/shelf.ts';
import { calendarDate, instant } from '@openum/domain/time/instant.ts';
import { episodeAppend } from '@openum/testkit/contract/episodeContract.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { acted, admitted, dayOf, submission } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { AppealDesk, AppealDraft } from '../../contract/practice/appeal.ts';
import type { DenialsReading } from '../../contract/practice/denial.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
const episodeId = uuidOf('episode/appeals');
const base = `/api/practice/episodes/${episodeId}`;
let commands = 0;
const commandId = () => uuidOf(`appeal-test/${++commands}`);

const denied = acted(
  admitted,
  {
    type: 'RecordSubmission',
    ...submission({
      sentAt: instant('2026-11-05T17:00:00Z'),
      kind: 'continuedStay',
      reference: 'R-1',
      from: dayOf(5),
      to: dayOf(9),
    }),
  },
  {
    type: 'RecordDenial',
    denialId: 'den-1',
    coverageId: 'cov-1',
    source: 'letter',
    receivedOn: calendarDate('2026-11-19'),
    from: dayOf(5),
    to: dayOf(9),
    submissionId: 'sub-1',
    adjustmentCodes: [],
    remarkCodes: [],
    amount: 450_000,
    reason: 'Not medically necessary.',
    appealTo: 'Appeals, PO Box 140, Springfield OH 45501',
  },
);

const upload = async (title: string, recordedOn: string, text: string): Promise<string> => {
  const id = commandId();
  const query = `commandId=${id}&title=${title}&kind=progressNote${recordedOn ? `&recordedOn=${recordedOn}` : ''}`;
  await staff.post(`${base}/documents?${query}`, Buffer.from(text), { 'content-type': 'text/plain' });
  return id;
};
let note: string;
let late: string;

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  staff = callerOf(app, await world.sessionOf('utilizationReviewStaff@lakeside.example'));
  await world.store.episodes.append(lakeside, episodeAppend(episodeId, denied));
  note = await upload('Note', '2026-11-07', 'Passive suicidal ideation yesterday, no plan. Cravings daily.');
  late = await upload('Summary', '2026-11-18', 'Suicidal ideation throughout the stay.');
  await readEpisodeDocuments(world.casework, lakeside, episodeId, 60_000);
});
afterEach(() => app.close());

const desk = async (query = '') => (await staff.get(`${base}/denials/den-1/appeal${query}`)).body as AppealDesk;
const keep = async (draft: AppealDraft, level = 1) =>
  staff.post(`${base}/denials/den-1/appeal-draft`, {
    commandId: commandId(),
    expectedVersion: (await desk()).version,
    level,
    urgency: 'standard',
    draft,
  });
const finished = (draft: AppealDraft): AppealDraft => ({
  ...draft,
  points: draft.points.map((p) => ({
    ...p,
    statement: p.statement.replace(/\[.*\]/s, 'As the note of that day says.'),
  })),
});
const bind = async (appealId = '') =>
  staff.post(`${base}/appeals/${appealId}/file`, { commandId: commandId(), expectedVersion: (await desk()).version });

describe('an appeal', () => {
  test('begins from the record at the time of service, each point with its words and their page', async () => {
    const { start, leaves, left, criteriaId, address, level } = await desk();
    expect([level, address]).toEqual([1, 'Appeals, PO Box 140, Springfield OH 45501']);
    expect(criteriaId).toBe('guide');
    expect(left).toEqual({ [late]: 'after' });
    const risk = leaves.find((l) => l.leafId === 'risk');
    expect(risk?.supports).toMatchObject([
      { text: 'Passive suicidal ideation yesterday, no plan.', from: { documentId: note, page: 1 } },
    ]);
    expect(start.exhibits).toEqual([{ documentId: note }]);
    expect(start.opening).toContain('The reason given was: "Not medically necessary."');
    expect(start.points.find((p) => p.quotes.length === 0)?.statement).toMatch(/^\[Treating clinician/);
  });

  test('can be written by other criteria', async () => {
    const youth = 'medicaid-psychiatric-residential-youth/continuedStay';
    const { criteria, leaves } = await desk(`?criteria=${encodeURIComponent(youth)}`);
    expect(criteria.map((c) => c.criteriaId)).toEqual(['guide', youth]);
    expect(leaves.map((l) => l.leafId)).toContain('community');
  });

  test('keeps its versions, and refuses words that do not stand where they are said to', async () => {
    const { start } = await desk();
    expect((await keep(start)).status).toBe(200);
    expect((await keep({ ...start, opening: 'We appeal again.' })).status).toBe(200);
    expect((await desk()).appeal?.versions.map((v) => v.draft?.opening)).toEqual([start.opening, 'We appeal again.']);
    const [point] = start.points.filter((p) => p.quotes.length > 0);
    const wrong = { ...point!, quotes: [{ ...point!.quotes[0]!, text: 'Suicidal plan' }] };
    expect((await keep({ ...start, points: [wrong] })).body).toMatchObject({
      code: 'fieldInvalid',
      facts: { field: 'quotes' },
    });
    const invented = { ...point!, quotes: [{ text: 'never said', from: { source: 'Request' } }] };
    expect((await keep({ ...start, points: [invented] })).body).toMatchObject({ code: 'fieldInvalid' });
  });

  test('is looked at with its brackets, and bound and sent without them', async () => {
    const { start, denial } = await desk();
    const preview = { level: 1, urgency: 'standard', draft: start };
    expect((await staff.post(`${base}/denials/${denial.denialId}/appeal-preview`, preview)).status).toBe(200);
    await keep(start);
    const { appeal } = await desk();
    expect((await bind(appeal?.appealId)).body).toMatchObject({ code: 'appealInBrackets' });
    await keep(finished(start));
    expect((await bind(appeal?.appealId)).status).toBe(200);
    expect((await desk()).appeal?.file).toMatchObject({ pages: 2, parts: [{ documentId: note, firstPage: 2 }] });
    const { paper, parts } = JSON.parse((await staff.get(`${base}/appeals/${appeal?.appealId}/file`)).text);
    expect(parts).toMatchObject([{ stamp: 'Exhibit A', title: 'Note' }]);
    expect(JSON.stringify(paper.sections)).toContain('"from":{"part":0,"page":1}');
    const sent = { by: 'person', commandId: commandId(), way: 'mail', sentTo: 'PO Box 140', reference: 'Certified 7' };
    expect((await staff.post(`${base}/appeals/${appeal?.appealId}/sent`, sent)).status).toBe(200);
    const after = await desk();
    expect(after.appeal).toMatchObject({ sentOn: '2026-11-20', sent: { way: 'mail', reference: 'Certified 7' } });
    expect(after.open).toBe(false);
    const { denials } = (await staff.get('/api/practice/denials')).body as DenialsReading;
    expect(denials[0]?.appeals).toMatchObject([{ level: 1, sentOn: '2026-11-20' }]);
  });

  test('whose draft was changed after it was bound is bound again before it goes', async () => {
    const draft = finished((await desk()).start);
    await keep(draft);
    const { appeal } = await desk();
    await bind(appeal?.appealId);
    await keep({ ...draft, closing: 'Please.' });
    const sent = { by: 'person', commandId: commandId(), way: 'mail', sentTo: 'PO Box 140' };
    expect((await staff.post(`${base}/appeals/${appeal?.appealId}/sent`, sent)).body).toMatchObject({
      code: 'appealNotBound',
    });
  });

  test('is nothing to another practice', async () => {
    const hillside = callerOf(app, await world.sessionOf('utilizationReviewStaff@hillside.example'));
    expect((await hillside.get(`${base}/denials/den-1/appeal`)).status).toBe(404);
    const clinician = callerOf(app, await world.sessionOf('treatingClinician@lakeside.example'));
    const { start } = await desk();
    const body = { commandId: commandId(), expectedVersion: 6, level: 1, urgency: 'standard', draft: start };
    expect((await clinician.post(`${base}/denials/den-1/appeal-draft`, body)).body).toMatchObject({
      code: 'roleMissing',
    });
  });
});
