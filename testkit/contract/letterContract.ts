import type { LetterRun } from '@openum/casework/port/letterRuns.ts';
import type { Letters } from '@openum/casework/port/letters.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import type { RecordedTemplateEvent } from '@openum/domain/template/version.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at, on } from './samples.ts';

export type LetterPorts = { readonly letters: Letters };

const now = at('2026-11-23T16:00:00.000Z');
const template: NoticeTemplate = {
  id: 'own',
  version: '1',
  lineOfBusiness: 'any',
  audience: 'member',
  kind: 'general',
  language: 'en-US',
  title: 'A change',
  salutation: 'Dear {{member.name}},',
  reference: [],
  sections: [{ heading: 'What changes', blocks: [{ kind: 'paragraph', text: 'Ñandú & <b>' }] }],
  closing: [],
  footer: '',
};
const by = { userId: 'u1', name: 'Ada' };
const drafted: RecordedTemplateEvent = {
  type: 'TemplateDrafted',
  data: { version: '1', template, note: 'First' },
  by,
  at: now,
};
const published: RecordedTemplateEvent = {
  type: 'TemplatePublished',
  data: { version: '1', effectiveFrom: on('2026-12-01') },
  by,
  at: now,
};

const templateContract = (name: string, store: () => LetterPorts, fresh: Fresh<string>): void => {
  describe(`${name}: the log of templates`, () => {
    test('gives back what was written, by template and in order', async () => {
      const { templates } = store().letters;
      const scope = { tenantId: fresh() };
      await templates.append(scope, 'b', 0, [drafted]);
      await templates.append(scope, 'a', 0, [drafted, published]);
      expect(await templates.events(scope)).toEqual([
        { ...drafted, templateId: 'a', sequence: 1 },
        { ...published, templateId: 'a', sequence: 2 },
        { ...drafted, templateId: 'b', sequence: 1 },
      ]);
    });

    test('takes the first of two writers', async () => {
      const { templates } = store().letters;
      const scope = { tenantId: fresh() };
      const took = await Promise.all([1, 2, 3].map(() => templates.append(scope, 'own', 0, [drafted])));
      expect(took.filter(Boolean)).toHaveLength(1);
      expect(await templates.append(scope, 'own', 0, [published])).toBe(false);
      expect(await templates.append(scope, 'own', 1, [published])).toBe(true);
      expect(await templates.append(scope, 'own', 9, [published])).toBe(false);
    });

    test('is out of reach of another tenant', async () => {
      const { templates } = store().letters;
      await templates.append({ tenantId: fresh() }, 'own', 0, [drafted]);
      expect(await templates.events({ tenantId: fresh() })).toEqual([]);
    });
  });
};

const contactContract = (name: string, store: () => LetterPorts, fresh: Fresh<string>): void => {
  describe(`${name}: how letters are sent`, () => {
    const kept = { changedAt: now, changedBy: 'Ada' };
    const later = { changedAt: addElapsed(now, { hours: 1 }), changedBy: 'Bo' };

    test('is what was said last', async () => {
      const { contacts } = store().letters;
      const scope = { tenantId: fresh() };
      const settings = {
        channels: { member: 'print', provider: 'fax' },
        followMail: true,
        attachToMail: false,
      } as const;
      expect(await contacts.settings(scope)).toBeUndefined();
      await contacts.saveSettings(scope, { ...settings, ...kept });
      await contacts.saveSettings(scope, { ...settings, followMail: false, ...later });
      expect(await contacts.settings(scope)).toEqual({ ...settings, followMail: false, ...later });
      expect(await contacts.settings({ tenantId: fresh() })).toBeUndefined();
    });

    test('of one reader is what that reader said last', async () => {
      const { contacts } = store().letters;
      const scope = { tenantId: fresh() };
      await contacts.savePreference(scope, 'member', 'M1', { channel: 'email', email: 'a@b.example', ...kept });
      await contacts.savePreference(scope, 'member', 'M1', { format: 'largePrint', ...later });
      expect(await contacts.preference(scope, 'member', 'M1')).toEqual({ format: 'largePrint', ...later });
      expect(await contacts.preference(scope, 'provider', 'M1')).toBeUndefined();
      expect(await contacts.preference({ tenantId: fresh() }, 'member', 'M1')).toBeUndefined();
    });
  });
};

const batchContract = (name: string, store: () => LetterPorts, fresh: Fresh<string>): void => {
  describe(`${name}: a print batch`, () => {
    const batch = {
      batchId: 'b1',
      createdAt: now,
      createdBy: 'Ada',
      letters: [{ caseId: 'c1', noticeId: 'n1' }],
    };

    test('keeps its letters, and is mailed once', async () => {
      const { printBatches } = store().letters;
      const scope = { tenantId: fresh() };
      await printBatches.create(scope, batch);
      const how = { mailedAt: now, mailedBy: 'Bo', carrier: 'USPS' };
      expect(await printBatches.mailed(scope, 'b1', how)).toBe(true);
      expect(await printBatches.mailed(scope, 'b1', { ...how, carrier: 'Other' })).toBe(false);
      expect(await printBatches.batch(scope, 'b1')).toEqual({ ...batch, ...how });
    });

    test('is listed newest first, to its tenant', async () => {
      const { printBatches } = store().letters;
      const scope = { tenantId: fresh() };
      await printBatches.create(scope, batch);
      await printBatches.create(scope, { ...batch, batchId: 'b2', createdAt: addElapsed(now, { hours: 1 }) });
      expect((await printBatches.list(scope, 9)).map((b) => b.batchId)).toEqual(['b2', 'b1']);
      expect(await printBatches.list(scope, 1)).toHaveLength(1);
      expect(await printBatches.list({ tenantId: fresh() }, 9)).toEqual([]);
      expect(await printBatches.batch({ tenantId: fresh() }, 'b1')).toBeUndefined();
    });
  });
};

const runContract = (name: string, store: () => LetterPorts, fresh: Fresh<string>): void => {
  const run: LetterRun = {
    runId: 'r1',
    name: 'New criteria',
    template,
    createdAt: now,
    createdBy: 'Ada',
    state: 'running',
  };
  const given = async (state: LetterRun['state'] = 'running') => {
    const { letterRuns } = store().letters;
    const scope = { tenantId: fresh() };
    const targets = ['c1', 'c2', 'c3'].map((caseId) => ({ caseId, caseNumber: `UM-${caseId}` }));
    await letterRuns.create(scope, { ...run, state }, targets);
    return {
      letterRuns,
      scope,
      take: (limit = 9, hours = 0) => letterRuns.take(scope, addElapsed(now, { hours }), limit, 60),
    };
  };

  describe(`${name}: a run of letters`, () => {
    test('counts what waits, what is done and what failed', async () => {
      const { letterRuns, scope } = await given();
      await letterRuns.finish(scope, 'r1', 'c1', { state: 'done', noticeId: 'n1' });
      await letterRuns.finish(scope, 'r1', 'c2', { state: 'failed', reason: 'no address' });
      expect(await letterRuns.run(scope, 'r1')).toEqual({ ...run, waiting: 1, done: 1, failed: 1 });
      expect(await letterRuns.targets(scope, 'r1', 9)).toEqual([
        { caseId: 'c1', caseNumber: 'UM-c1', state: 'done', noticeId: 'n1' },
        { caseId: 'c2', caseNumber: 'UM-c2', state: 'failed', reason: 'no address' },
        { caseId: 'c3', caseNumber: 'UM-c3', state: 'waiting' },
      ]);
    });

    test('is done with its last target, and goes on when what failed is tried again', async () => {
      const { letterRuns, scope } = await given();
      for (const c of ['c1', 'c2']) await letterRuns.finish(scope, 'r1', c, { state: 'done', noticeId: c });
      await letterRuns.finish(scope, 'r1', 'c3', { state: 'failed', reason: 'no address' });
      expect((await letterRuns.run(scope, 'r1'))?.state).toBe('done');
      expect(await letterRuns.retryFailed(scope, 'r1')).toBe(1);
      expect(await letterRuns.run(scope, 'r1')).toMatchObject({ state: 'running', waiting: 1, failed: 0 });
      expect((await letterRuns.targets(scope, 'r1', 9))[2]).not.toHaveProperty('reason');
    });

    test('gives each target to one of several takers, and again when the lease has ended', async () => {
      const { take } = await given();
      const taken = (await Promise.all([take(2), take(2), take(2)])).flat().map((t) => t.caseId);
      expect(taken.toSorted()).toEqual(['c1', 'c2', 'c3']);
      expect(await take()).toEqual([]);
      expect(await take(9, 1)).toHaveLength(3);
    });

    test('gives nothing while it is paused or cancelled', async () => {
      const { letterRuns, scope, take } = await given();
      expect(await letterRuns.move(scope, 'r1', ['running'], 'paused')).toBe(true);
      expect(await letterRuns.move(scope, 'r1', ['running'], 'cancelled')).toBe(false);
      expect(await take()).toEqual([]);
      await letterRuns.move(scope, 'r1', ['paused'], 'running');
      expect((await take(1))[0]).toEqual({ runId: 'r1', caseId: 'c1', caseNumber: 'UM-c1', state: 'waiting' });
    });

    test('is out of reach of another tenant', async () => {
      const { letterRuns } = await given();
      const other = { tenantId: fresh() };
      expect(await letterRuns.list(other, 9)).toEqual([]);
      expect(await letterRuns.take(other, now, 9, 60)).toEqual([]);
      expect(await letterRuns.targets(other, 'r1', 9)).toEqual([]);
      expect(await letterRuns.retryFailed(other, 'r1')).toBe(0);
    });
  });
};

export const letterContract = (name: string, store: () => LetterPorts, fresh: Fresh<string>): void => {
  templateContract(name, store, fresh);
  contactContract(name, store, fresh);
  batchContract(name, store, fresh);
  runContract(name, store, fresh);
};
