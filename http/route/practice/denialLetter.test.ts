import { readEpisodeDocuments } from '@openum/casework/practice/document/shelf.ts';
import { instant } from '@openum/domain/time/instant.ts';
import { episodeAppend } from '@openum/testkit/contract/episodeContract.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { acted, admitted, submission } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { DenialsReading } from '../../contract/practice/denial.ts';
import type { DenialLetterReading } from '../../contract/practice/denialLetter.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
const episodeId = uuidOf('episode/letters');
const documentId = uuidOf('letter-test/document');
const base = `/api/practice/episodes/${episodeId}`;
let commands = 0;
const commandId = () => uuidOf(`letter-test/${++commands}`);

const text =
  'Date of this notice: 11/18/2026\nReference number: D-771\nDates of service: 11/06/2026 to 11/10/2026\nReason: the level is not medically necessary.\nYou may appeal within 180 calendar days.';

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  staff = callerOf(app, await world.sessionOf('utilizationReviewStaff@lakeside.example'));
  const asked = acted(admitted, {
    type: 'RecordSubmission',
    ...submission({ sentAt: instant('2026-11-05T17:00:00Z'), kind: 'continuedStay' }),
  });
  await world.store.episodes.append(lakeside, episodeAppend(episodeId, asked));
  await staff.post(`${base}/documents?commandId=${documentId}&title=Letter&kind=denialLetter`, Buffer.from(text), {
    'content-type': 'text/plain',
  });
  await readEpisodeDocuments(world.casework, lakeside, episodeId, 60_000);
});
afterEach(() => app.close());

const reading = async () => (await staff.get(`${base}/documents/${documentId}/denial`)).body as DenialLetterReading;
const denials = async () => ((await staff.get('/api/practice/denials')).body as DenialsReading).denials;
const letter = async (change: object = {}) => ({
  commandId: commandId(),
  expectedVersion: (await reading()).version,
  documentId,
  marks: (await reading()).suggestions.filter((s) => s.field === 'reference').map(({ value: _, ...mark }) => mark),
  facts: {
    letterOn: '2026-11-18',
    reference: 'D-771',
    reason: 'the level is not medically necessary.',
    appealBy: '2027-05-17',
  },
  about: {
    kind: 'new',
    coverageId: 'cov-1',
    receivedOn: '2026-11-20',
    from: '2026-11-06',
    to: '2026-11-10',
    amount: 450_000,
    submissionId: 'sub-1',
    levelOfCare: 'residential',
  },
  ...change,
});

describe('a letter of denial', () => {
  test('is read for what it seems to say, each with its words', async () => {
    const { suggestions, submissions, reading: how } = await reading();
    expect(how).toMatchObject({ state: 'read' });
    expect(submissions).toMatchObject([{ submissionId: 'sub-1', answered: false }]);
    expect(Object.fromEntries(suggestions.map((s) => [s.field, s.value]))).toMatchObject({
      letterOn: '2026-11-18',
      from: '2026-11-06',
      to: '2026-11-10',
      reference: 'D-771',
      appealWithin: '180 calendar',
    });
  });

  test('makes a denial, and the answer of the request that had none', async () => {
    expect((await staff.post(`${base}/denial-letters`, await letter())).status).toBe(200);
    const [denial] = await denials();
    expect(denial).toMatchObject({ source: 'letter', reference: 'D-771', amount: 450_000, letter: { documentId } });
    expect(denial?.appealOpen?.dueAt).toBeDefined();
    expect((await reading()).submissions[0]?.answered).toBe(true);
  });

  test('of a denial that is known already adds to it and makes no second one', async () => {
    await staff.post(`${base}/denial-letters`, await letter({ marks: [] }));
    const [known] = await denials();
    const about = { kind: 'known', denialId: known?.denialId };
    const facts = { reference: 'D-772', criteria: 'their own' };
    expect((await staff.post(`${base}/denial-letters`, await letter({ about, facts }))).status).toBe(200);
    const after = await denials();
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({ reference: 'D-772', amount: 450_000 });
  });

  test('with words that do not stand on its page is refused', async () => {
    const [mark] = (await letter()).marks;
    const reply = await staff.post(`${base}/denial-letters`, await letter({ marks: [{ ...mark, quote: 'D-999' }] }));
    expect(reply.body).toMatchObject({ code: 'fieldInvalid', facts: { field: 'reference' } });
    expect(await denials()).toEqual([]);
  });
});
