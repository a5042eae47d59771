import { fold } from '@openum/domain/case/evolve.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Act } from '../case/act.ts';
import type { Casework } from '../casework.ts';
import { issueNotices } from '../notice/issue.ts';
import type { CaseStore, StoredEvent } from '../port/caseStore.ts';
import { project } from '../projection/project.ts';
import type { CaseRows } from '../projection/rows.ts';
import { verifyCase, verifyTenant } from './verify.ts';

let plan: Plan;
let caseId: string;
beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(oxygenArrival()));
  await issueNotices(plan.casework, scope, caseId);
});

/** The same store, with somebody's hand in it. */
const tampered = (change: (cases: CaseStore) => Partial<CaseStore>): Casework => ({
  ...plan.casework,
  cases: { ...plan.casework.cases, ...change(plan.casework.cases) },
});
const found = async (casework: Casework) =>
  (await verifyCase(casework, scope, caseId)).map((d) => `${d.place}: ${d.problem}`);
const withEvents = (change: (events: readonly StoredEvent[]) => readonly StoredEvent[]) =>
  tampered((cases) => ({ events: async (s, id) => change(await cases.events(s, id)) }));
const withRows = (change: (rows: CaseRows) => CaseRows | undefined) =>
  tampered((cases) => ({
    rows: async (s, id) => {
      const rows = await cases.rows(s, id);
      return rows && change(rows);
    },
  }));

test('a case as it was written has nothing wrong', async () => {
  expect(await verifyCase(plan.casework, scope, caseId)).toEqual([]);
});

describe('the log', () => {
  test.each<readonly [string, number, (e: StoredEvent) => StoredEvent]>([
    ['content', 3, (e) => ({ ...e, data: { ...e.data, title: 'Another' } }) as StoredEvent],
    ['author', 1, (e) => ({ ...e, actor: coordinator })],
    ['time', 2, (e) => ({ ...e, occurredAt: '2026-11-20T00:00:00.000Z' }) as StoredEvent],
  ])('with another %s is found at its event', async (_what, sequence, change) => {
    const differences = await found(
      withEvents((events) => events.map((e) => (e.sequence === sequence ? change(e) : e))),
    );
    expect(differences).toEqual([expect.stringContaining(`event ${sequence}:`)]);
  });

  test('without one of its events is found, the last one too', async () => {
    expect(await found(withEvents((events) => events.filter((e) => e.sequence !== 2)))).toEqual([
      expect.stringContaining('event 2:'),
    ]);
    expect(await found(withEvents((events) => events.slice(0, -1)))).toContainEqual(
      expect.stringContaining('read model, case'),
    );
    expect(await found(withEvents(() => []))).toEqual([expect.stringContaining('no events')]);
  });
});

describe('the read model', () => {
  test.each<readonly [string, (rows: CaseRows) => CaseRows]>([
    ['case', (r) => ({ ...r, case: { ...r.case, assigneeName: 'Another' } })],
    ['items', (r) => ({ ...r, items: r.items.map((i) => ({ ...i, authorizedQuantity: 99 })) })],
    ['clocks', (r) => ({ ...r, clocks: [] })],
    ['tasks', (r) => ({ ...r, tasks: [{ stepId: 'x', title: 'x', role: 'biller' }] })],
  ])('with other %s is found', async (part, change) => {
    expect(await found(withRows(change))).toEqual([`read model, ${part}: it is not what the log gives`]);
  });

  test('that is gone is found', async () => {
    expect(await found(withRows(() => undefined))).toEqual(['read model: it is missing']);
  });

  test('in another order is the same', async () => {
    const turned = withRows((r) => JSON.parse(JSON.stringify({ ...r, clocks: r.clocks.toReversed() })) as CaseRows);
    expect(await found(turned)).toEqual([]);
  });
});

describe('kept bytes', () => {
  const other = { contentType: 'application/pdf', bytes: new TextEncoder().encode('other') };

  test('that are gone are found: message, document, letters', async () => {
    const gone = async () => undefined;
    expect(await found(tampered(() => ({ message: gone })))).toEqual([
      'document message-bundle: its bytes are missing',
    ]);
    expect(await found(tampered(() => ({ document: gone })))).toEqual([expect.stringMatching(/^document .*missing$/u)]);
    expect(await found(tampered(() => ({ notice: gone })))).toHaveLength(2);
  });

  test('that have changed are found', async () => {
    expect(await found(tampered(() => ({ message: async () => other })))).toEqual([
      'document message-bundle: its bytes have changed',
    ]);
    const rewritten = (change: { readonly pdf?: Uint8Array; readonly html?: string }) =>
      tampered((cases) => ({
        notice: async (s, id, noticeId) => {
          const kept = await cases.notice(s, id, noticeId);
          return kept && { ...kept, ...change };
        },
      }));
    for (const change of [{ pdf: other.bytes }, { html: 'other' }])
      expect(await found(rewritten(change))).toEqual([
        expect.stringMatching(/^notice .*changed$/u),
        expect.stringMatching(/^notice .*changed$/u),
      ]);
  });
});

test('a walk over a tenant reads every case and reports each difference', async () => {
  const other = oxygenArrival({ facts: noSaturation }, 'second');
  await plan.receive({ ...other, message: { ...other.message, identifier: { system: 'urn:clinic', value: 'B-2' } } });
  const reports: number[] = [];
  expect(await verifyTenant(plan.casework, scope, (checked) => reports.push(checked))).toBe(0);
  expect(reports).toEqual([2]);
  const broken = withRows((r) => ({ ...r, clocks: [] }));
  expect(await verifyTenant(broken, scope, () => undefined)).toBe(2);
});

describe('what is stored after each act is what the log gives', () => {
  const acts: readonly (readonly [string, Act])[] = [
    ['a claim', { type: 'Claim' }],
    ['a note', { type: 'AddNote', text: 'Called.' }],
    ['a referral', { type: 'CompleteReview', outcome: 'refer', summary: 'Above the limit.', itemSequences: [1] }],
    ['a raised urgency', { type: 'SetUrgency', urgency: 'expedited', basis: 'Worse.', attested: true }],
    ['a question', { type: 'RequestInformation', items: [{ text: 'Test' }], dueAt: '2026-11-25T00:00:00Z' }],
    ['a withdrawal', { type: 'Withdraw', requestedBy: 'Clinic', reason: 'Not wanted.' }],
  ];

  test.each(acts)('%s', async (_name, act) => {
    const second = oxygenArrival({ facts: noSaturation }, 'second');
    const message = { ...second.message, identifier: { system: 'urn:clinic', value: 'B-2' } };
    const { caseId: id } = await plan.receive({ ...second, message });
    plan.environment.pass({ hours: 1 });
    expect((await plan.act(nurse, id, act)).kind).toBe('done');
    const state = fold(await plan.store.cases.events(scope, id)) as Case;
    expect(await plan.store.cases.rows(scope, id)).toEqual(project(id, state, plan.casework.knowledge));
    expect(await verifyCase(plan.casework, scope, id)).toEqual([]);
  });
});
