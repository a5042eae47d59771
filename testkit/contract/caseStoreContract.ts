import { createHash } from 'node:crypto';
import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import { firstBrokenLink, noPreviousHash } from '@openum/casework/port/chain.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendOf,
  approvedItem,
  bytes,
  caseRow,
  caseRows,
  deniedItem,
  noteAdded,
  pendedItem,
  physician,
} from './samples.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Makes a tenant that no other test has touched. */
export type Fresh<T> = () => T;

/** What every log of cases does. `fresh` gives a new tenant id of the same store each time. */
export const caseStoreContract = (name: string, store: () => CaseStore, fresh: Fresh<string>): void => {
  const own = () => ({ cases: store(), scope: { tenantId: fresh() } });

  describe(`${name}: events of a case`, () => {
    test('come back as they were written, numbered from 1 and linked by their hashes', async () => {
      const { cases, scope } = own();
      const first = noteAdded('first', { onBehalfOf: 'Dr. Example', actor: physician });
      const second = noteAdded('second');
      expect(await cases.append(scope, appendOf('c1', 0, { events: [first, second] }))).toEqual({
        kind: 'appended',
        version: 2,
      });
      expect(await cases.append(scope, appendOf('c1', 2))).toEqual({ kind: 'appended', version: 3 });
      const events = await cases.events(scope, 'c1');
      expect(events.map((e) => e.sequence)).toEqual([1, 2, 3]);
      expect(events[0]).toMatchObject({ ...first, caseId: 'c1', previousHash: noPreviousHash });
      expect(events[1]?.onBehalfOf).toBeUndefined();
      expect(firstBrokenLink(sha256Hex, 'c1', events)).toBeUndefined();
    });

    test('of a case that nobody knows are none', async () => {
      const { cases, scope } = own();
      expect(await cases.events(scope, 'nobody')).toEqual([]);
      expect(await cases.rows(scope, 'nobody')).toBeUndefined();
    });

    test('of any content keep their chain through writing and reading', async () => {
      const { cases, scope } = own();
      const text = fc.string({ unit: 'binary' }).filter((s) => s.isWellFormed() && !s.includes('\0'));
      const anything = fc.jsonValue({ stringUnit: 'binary' }).filter((v) => !JSON.stringify(v).includes('\\u0000'));
      let n = 0;
      await fc.assert(
        fc.asyncProperty(
          text,
          anything,
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          async (t, extra, number) => {
            const caseId = `any-${n++}`;
            const event = noteAdded(t, { data: { noteId: 'n', text: t, extra, number } } as never);
            await cases.append(scope, appendOf(caseId, 0, { events: [event], rows: caseRows(caseRow(caseId)) }));
            expect(firstBrokenLink(sha256Hex, caseId, await cases.events(scope, caseId))).toBeUndefined();
          },
        ),
        { numRuns: 60 },
      );
    });

    test.each([
      ['events[0].data.text', noteAdded('before\0after')],
      ['events[0].data.text', noteAdded('\ud800')],
      ['events[0].occurredAt', noteAdded('x', { occurredAt: '2026-11-20T15:00:00Z' as never })],
      ['events[0].recordedAt', noteAdded('x', { recordedAt: '2026-11-20T10:00:00.000-05:00' as never })],
      ['events[0].data.n', noteAdded('x', { data: { n: Number.NaN } } as never)],
    ])('that could not come back the same are refused with the field %s', async (field, event) => {
      const { cases, scope } = own();
      await expect(cases.append(scope, appendOf('c1', 0, { events: [event] }))).rejects.toThrow(field);
      expect(await cases.events(scope, 'c1')).toEqual([]);
    });
  });

  describe(`${name}: two writers`, () => {
    test('the one who had not seen the newest events is told them', async () => {
      const { cases, scope } = own();
      await cases.append(scope, appendOf('c1', 0));
      await cases.append(scope, appendOf('c1', 1, { events: [noteAdded('unseen')] }));
      const outcome = await cases.append(scope, appendOf('c1', 1, { events: [noteAdded('late')] }));
      expect(outcome).toMatchObject({
        kind: 'conflict',
        version: 2,
        since: [{ sequence: 2, data: { text: 'unseen' } }],
      });
      expect(await cases.events(scope, 'c1')).toHaveLength(2);
    });

    test('one who expects events that are not there conflicts with none', async () => {
      const { cases, scope } = own();
      expect(await cases.append(scope, appendOf('c1', 3))).toEqual({ kind: 'conflict', version: 0, since: [] });
    });

    test.each([0, 1])('of whom exactly one wins when both add event %i + 1 at the same time', async (version) => {
      const { cases, scope } = own();
      if (version === 1) await cases.append(scope, appendOf('c1', 0));
      const outcomes = await Promise.all(
        ['a', 'b', 'c', 'd'].map((t) => cases.append(scope, appendOf('c1', version, { events: [noteAdded(t)] }))),
      );
      expect(outcomes.map((o) => o.kind).sort()).toEqual(['appended', 'conflict', 'conflict', 'conflict']);
      const events = await cases.events(scope, 'c1');
      expect(events).toHaveLength(version + 1);
      for (const o of outcomes) if (o.kind === 'conflict') expect(o.since).toEqual(events.slice(version));
    });

    test('the same command a second time changes nothing and answers as the first time', async () => {
      const { cases, scope } = own();
      const append = appendOf('c1', 0, { commandId: 'k1' });
      expect(await cases.commandDone(scope, 'k1')).toBe(false);
      const [a, b] = await Promise.all([cases.append(scope, append), cases.append(scope, append)]);
      expect([a.kind, b.kind].sort()).toEqual(['appended', 'sameCommand']);
      expect(await cases.append(scope, append)).toEqual({ kind: 'sameCommand', version: 1 });
      expect(await cases.commandDone(scope, 'k1')).toBe(true);
      expect(await cases.events(scope, 'c1')).toHaveLength(1);
    });
  });

  describe(`${name}: what is written with the events`, () => {
    test('read models come back as they were written, and each append replaces them', async () => {
      const { cases, scope } = own();
      const before = caseRows(caseRow('c1', { assigneeUserId: 'u1', assigneeName: 'U', criteriaTruth: 'unknown' }), {
        items: [pended(1), pended(2)],
      });
      await cases.append(scope, appendOf('c1', 0, { rows: before }));
      expect(await cases.rows(scope, 'c1')).toEqual(before);
      const {
        nextDueAt: _,
        nextDueRuleId: __,
        ...decided
      } = caseRow('c1', { version: 2, status: 'determined', queue: 'none' });
      const after = caseRows(decided, {
        items: [approvedItem, { ...deniedItem, itemSequence: 2 }],
        clocks: [],
        tasks: [],
      });
      await cases.append(scope, appendOf('c1', 1, { rows: after }));
      expect(await cases.rows(scope, 'c1')).toEqual(after);
    });

    test('documents and notices keep their bytes', async () => {
      const { cases, scope } = own();
      const every = Uint8Array.from({ length: 256 }, (_, i) => i);
      await cases.append(
        scope,
        appendOf('c1', 0, {
          documents: [
            { documentId: 'd1', contentType: 'application/pdf', bytes: every },
            { documentId: 'd2', contentType: 'text/plain', bytes: new Uint8Array() },
          ],
          notices: [{ noticeId: 'n1', pdf: every, html: '<p>Señora Núñez</p>' }],
        }),
      );
      expect(await cases.document(scope, 'c1', 'd1')).toEqual({ contentType: 'application/pdf', bytes: every });
      expect((await cases.document(scope, 'c1', 'd2'))?.bytes).toHaveLength(0);
      expect(await cases.notice(scope, 'c1', 'n1')).toEqual({ pdf: every, html: '<p>Señora Núñez</p>' });
      expect(await cases.document(scope, 'c2', 'd1')).toBeUndefined();
      expect(await cases.notice(scope, 'c1', 'n2')).toBeUndefined();
    });

    test('rows of another case or version are refused', async () => {
      const { cases, scope } = own();
      await expect(cases.append(scope, appendOf('c1', 0, { rows: caseRows(caseRow('c2')) }))).rejects.toThrow(
        'rows.case.caseId',
      );
      const wrongVersion = caseRows(caseRow('c1', { version: 5 }));
      await expect(cases.append(scope, appendOf('c1', 0, { rows: wrongVersion }))).rejects.toThrow('rows.case.version');
    });

    test('a case number belongs to one case, and a refused append leaves nothing behind', async () => {
      const { cases, scope } = own();
      await cases.append(scope, appendOf('c1', 0, { rows: caseRows(caseRow('c1', { caseNumber: 'N-1' })) }));
      const second = appendOf('c2', 0, {
        rows: caseRows(caseRow('c2', { caseNumber: 'N-1' })),
        documents: [{ documentId: 'd', contentType: 'text/plain', bytes: bytes('x') }],
      });
      await expect(cases.append(scope, second)).rejects.toThrow();
      expect(await cases.events(scope, 'c2')).toEqual([]);
      expect(await cases.document(scope, 'c2', 'd')).toBeUndefined();
    });

    test('case ids are walked in ascending order', async () => {
      const { cases, scope } = own();
      for (const id of ['b', 'a', 'C']) await cases.append(scope, appendOf(id));
      expect(await cases.caseIds(scope, undefined, 2)).toEqual(['C', 'a']);
      expect(await cases.caseIds(scope, 'a', 2)).toEqual(['b']);
    });
  });
};

const pended = (itemSequence: number) => ({
  ...pendedItem,
  itemSequence,
  serviceSystem: 's',
  serviceCode: `code-${itemSequence}`,
});
