import { createHash } from 'node:crypto';
import { firstBrokenLink, noPreviousHash } from '@openum/casework/port/chain.ts';
import type { EpisodeAppend, Episodes } from '@openum/casework/port/episodes.ts';
import type { Outbox } from '@openum/casework/port/outbox.ts';
import { projectEpisode } from '@openum/casework/practice/episode/project.ts';
import type { EpisodeMatter } from '@openum/casework/practice/episode/rows.ts';
import { rematchLedger } from '@openum/casework/practice/ledger/rematch.ts';
import type { CoveragePage } from '@openum/domain/practiceMetrics/facts.ts';
import { dayNumber, type Instant } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import {
  acted,
  admitted,
  authorization,
  dayOf,
  type EpisodeStory,
  episodeOf,
  service,
  submission,
} from '../practice/episode.ts';
import type { Fresh } from './caseStoreContract.ts';
import { at } from './samples.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a story wrote after its first `expectedVersion` events. */
export const episodeAppend = (
  episodeId: string,
  story: EpisodeStory,
  expectedVersion = 0,
  commandId?: string,
): EpisodeAppend => ({
  episodeId,
  expectedVersion,
  events: story.events.slice(expectedVersion),
  ...(commandId ? { commandId } : {}),
  rows: projectEpisode(episodeId, episodeOf(story)),
});

/** The same story under another number and name, for lists. */
const renumbered = (story: EpisodeStory, episodeNumber: string, family: string): EpisodeStory => {
  const state = { ...episodeOf(story), episodeNumber, patient: { ...episodeOf(story).patient, family } };
  return { ...story, state };
};

const withAuthorization = acted(admitted, {
  type: 'RecordAuthorization',
  authorization: authorization({ units: 4, codes: ['H0018'] }),
});
const billed = acted(
  withAuthorization,
  { type: 'RecordServices', services: [0, 1, 2, 5].map((n) => service(n)), policy: 'warn' },
  {
    type: 'BillServices',
    serviceIds: ['service-0'],
    claimId: 'claim-1',
    billedOn: '2026-11-20' as never,
    policy: 'warn',
  },
);

const lists = (list: readonly CoveragePage[]) =>
  list.map((p) => [
    p.levelOfCare,
    p.code,
    ...[p.days, p.units, p.charges, p.states, p.atStake].map((x) =>
      Array.from({ length: x.length }, (_, n) => x.at(n)),
    ),
  ]);

export type EpisodePorts = { readonly episodes: Episodes; readonly outbox: Outbox };

export const episodeContract = (name: string, store: () => EpisodePorts, fresh: Fresh<string>): void => {
  const own = () => ({ episodes: store().episodes, outbox: store().outbox, scope: { tenantId: fresh() } });

  describe(`${name}: episodes`, () => {
    test('are told by version, and read several at once, in one practice', async () => {
      const { episodes, scope } = own();
      await episodes.append(scope, episodeAppend('e1', billed));
      await episodes.append(scope, episodeAppend('e2', renumbered(admitted, 'EP-2', 'Alvarez')));
      expect(await episodes.versions(scope, undefined, undefined, 9)).toEqual([
        { episodeId: 'e1', version: 5 },
        { episodeId: 'e2', version: 2 },
      ]);
      expect(await episodes.versions(scope, undefined, 'e1', 9)).toEqual([{ episodeId: 'e2', version: 2 }]);
      expect(await episodes.versions(scope, undefined, undefined, 1)).toHaveLength(1);
      const logs = await episodes.logs(scope, ['e2', 'e1', 'e3']);
      expect([...logs.keys()].toSorted()).toEqual(['e1', 'e2']);
      for (const id of ['e1', 'e2']) expect(logs.get(id)).toEqual(await episodes.events(scope, id));
      const other = { tenantId: fresh() };
      expect([
        await episodes.versions(other, undefined, undefined, 9),
        (await episodes.logs(other, ['e1'])).size,
      ]).toEqual([[], 0]);
    });

    test('come back as they were written, numbered from 1 and linked by their hashes', async () => {
      const { episodes, scope } = own();
      expect(await episodes.append(scope, episodeAppend('e1', admitted))).toEqual({ kind: 'appended', version: 2 });
      expect(await episodes.append(scope, episodeAppend('e1', billed, 2))).toEqual({ kind: 'appended', version: 5 });
      const events = await episodes.events(scope, 'e1');
      expect(events.map((e) => e.sequence)).toEqual([1, 2, 3, 4, 5]);
      expect(events[0]).toMatchObject({ ...billed.events[0], episodeId: 'e1', previousHash: noPreviousHash });
      expect(events.map(({ type, data }) => ({ type, data }))).toEqual(
        billed.events.map(({ type, data }) => ({ type, data })),
      );
      expect(firstBrokenLink(sha256Hex, 'e1', events)).toBeUndefined();
    });

    test('have their read models in the same append, replaced by the next', async () => {
      const { episodes, scope } = own();
      await episodes.append(scope, episodeAppend('e1', admitted));
      expect(await episodes.rows(scope, 'e1')).toEqual(projectEpisode('e1', episodeOf(admitted)));
      await episodes.append(scope, episodeAppend('e1', billed, 2));
      const rows = await episodes.rows(scope, 'e1');
      expect(rows).toEqual(projectEpisode('e1', episodeOf(billed)));
      expect(rows?.pages).toMatchObject([{ code: 'H0018', units: [1, 1, 1, 1], states: [0, 0, 0, 3] }]);
      expect(rows?.authorizations).toMatchObject([{ number: 'PA-100', units: 4, unitsUsed: 3 }]);
      expect(await episodes.ofClaim(scope, 'claim-1')).toBe('e1');
      expect(await episodes.ofAuthorization(scope, 'PA-100')).toEqual(['e1']);
      expect(await episodes.rows(scope, 'nobody')).toBeUndefined();
    });

    test('are told by what they must be read for, and those of an earlier release always', async () => {
      const { episodes, scope } = own();
      const left = acted(admitted, { type: 'DischargeEpisode', on: '2026-11-10' as never, disposition: 'home' });
      await episodes.append(scope, episodeAppend('e1', admitted));
      await episodes.append(scope, episodeAppend('e2', renumbered(left, 'EP-2', 'Alvarez')));
      const told = async (...matters: readonly EpisodeMatter[]) =>
        (await episodes.versions(scope, matters, undefined, 9)).map((v) => v.episodeId);
      expect([await told('tasks'), await told('talks', 'denials')]).toEqual([['e1'], []]);
      expect(await episodes.outdated(scope, 9)).toEqual([]);
      const old = episodeAppend('e3', renumbered(left, 'EP-3', 'Moor'));
      await episodes.append(scope, { ...old, rows: { ...old.rows, facts: { ...old.rows.facts, madeBy: 0 } } });
      expect([await told('tasks'), await told('talks')]).toEqual([['e1', 'e3'], ['e3']]);
      expect(await episodes.outdated(scope, 9)).toEqual(['e3']);
      expect(await episodes.outdated({ tenantId: fresh() }, 9)).toEqual([]);
      expect(await episodes.replaceRows(scope, left.events.length - 1, old.rows)).toBe(false);
      expect(await episodes.outdated(scope, 9)).toEqual(['e3']);
      expect(await episodes.replaceRows(scope, left.events.length, old.rows)).toBe(true);
      expect([await told('tasks'), await episodes.outdated(scope, 9)]).toEqual([['e1'], []]);
      expect(await episodes.rows(scope, 'e3')).toEqual(old.rows);
    });

    test('give their figures for some days, and leave to the log what has changed since the moment', async () => {
      const { episodes, scope } = own();
      const later = acted(admitted, { type: 'RecordServices', services: [service(3)], policy: 'warn' });
      const earlier = billed.events.map((e) => ({ ...e, recordedAt: at('2026-11-20T10:00:00.000Z') }));
      await episodes.append(scope, { ...episodeAppend('e1', billed), events: earlier });
      await episodes.append(scope, episodeAppend('e2', renumbered(later, 'EP-2', 'Alvarez')));
      await episodes.append(scope, episodeAppend('e3', renumbered(admitted, 'EP-3', 'Moor')));
      const of = async (from: number, to: number, moment: Instant, after?: string, limit = 9) =>
        (
          await episodes.figures(
            scope,
            { first: dayNumber(dayOf(from)), last: dayNumber(dayOf(to)), moment },
            after,
            limit,
          )
        ).map((f) => [f.episodeId, f.figures !== undefined]);
      const now = at('2026-11-24T17:00:00.000Z');
      const all = [
        ['e1', true],
        ['e2', true],
      ];
      expect(await of(0, 9, now)).toEqual(all);
      expect(await of(4, 5, now)).toEqual([['e1', true]]);
      expect(await of(6, 9, now)).toEqual([]);
      expect(await of(0, 9, now, undefined, 1)).toEqual(all.slice(0, 1));
      expect(await of(0, 9, now, 'e1', 1)).toEqual(all.slice(1));
      // What had not been written down yet is not known; what changed since is not said.
      expect(await of(0, 9, at('2026-11-21T10:00:00.000Z'))).toEqual([['e1', true]]);
      expect(await of(0, 9, at('2026-11-19T10:00:00.000Z'))).toEqual([]);
      const late = billed.events.slice(4).map((e) => ({ ...e, recordedAt: at('2026-11-23T10:00:00.000Z') }));
      await episodes.append(scope, {
        ...episodeAppend('e4', renumbered(billed, 'EP-4', 'Noor')),
        events: [...earlier, ...late],
      });
      expect(await of(0, 9, at('2026-11-21T10:00:00.000Z'))).toEqual([
        ['e1', true],
        ['e4', false],
      ]);
      const [found] = await episodes.figures(scope, { first: 0, last: 99_999, moment: now }, undefined, 1);
      const { facts, pages, episode } = projectEpisode('e1', episodeOf(billed));
      expect(found?.figures).toMatchObject({
        episodeId: 'e1',
        episodeNumber: episode.episodeNumber,
        patientName: episode.patientName,
        facts: facts.facts,
      });
      expect(lists(found?.figures?.pages ?? [])).toEqual(lists(pages));
      expect(
        await episodes.figures({ tenantId: fresh() }, { first: 0, last: 99_999, moment: now }, undefined, 9),
      ).toEqual([]);
    });

    test('give their packed ledger as it is stored, a page at a time', async () => {
      const { episodes, scope } = own();
      const asking = acted(billed, {
        type: 'RecordSubmission',
        ...submission({ kind: 'retrospective', from: dayOf(5), to: dayOf(6), channel: 'fax' }),
      });
      await episodes.append(scope, episodeAppend('e1', asking));
      await episodes.append(scope, episodeAppend('e2', renumbered(admitted, 'EP-2', 'Alvarez')));
      const [found, ...more] = await episodes.ledger(scope, undefined, 1);
      expect([found?.episodeId, more]).toEqual(['e1', []]);
      expect(found?.spans).toEqual([
        {
          authorizationId: 'auth-1',
          levelOfCare: 'residential',
          codes: ['H0018'],
          from: dayNumber(dayOf(0)),
          to: dayNumber(dayOf(4)),
          units: 4,
        },
      ]);
      expect(found?.retrospective).toEqual([
        { levelOfCare: 'residential', from: dayNumber(dayOf(5)), to: dayNumber(dayOf(6)) },
      ]);
      expect(lists(found?.pages ?? [])).toEqual(lists(projectEpisode('e1', episodeOf(asking)).pages));
      expect(await episodes.ledger(scope, 'e1', 9)).toEqual([
        { episodeId: 'e2', pages: [], spans: [], retrospective: [] },
      ]);
      expect(await episodes.ledger({ tenantId: fresh() }, undefined, 9)).toEqual([]);
      expect(await rematchLedger(episodes, scope)).toMatchObject({
        services: 4,
        byState: { covered: 3, retroPending: 1 },
        differing: [],
      });
    });

    test('take the first of two writers and tell the second what is new', async () => {
      const { episodes, scope } = own();
      await episodes.append(scope, episodeAppend('e1', admitted));
      await episodes.append(scope, episodeAppend('e1', withAuthorization, 2));
      expect(await episodes.append(scope, episodeAppend('e1', withAuthorization, 2))).toMatchObject({
        kind: 'conflict',
        version: 3,
        since: [{ sequence: 3, type: 'AuthorizationRecorded' }],
      });
      const outcomes = await Promise.all([1, 2, 3].map(() => episodes.append(scope, episodeAppend('e1', billed, 3))));
      expect(outcomes.map((o) => o.kind).sort()).toEqual(['appended', 'conflict', 'conflict']);
    });

    test('take a command once', async () => {
      const { episodes, scope } = own();
      expect(await episodes.commandDone(scope, 'k1')).toBe(false);
      await episodes.append(scope, episodeAppend('e1', admitted, 0, 'k1'));
      expect(await episodes.append(scope, episodeAppend('e1', admitted, 0, 'k1'))).toEqual({
        kind: 'sameCommand',
        version: 2,
      });
      expect(await episodes.commandDone(scope, 'k1')).toBe(true);
      expect(await episodes.events(scope, 'e1')).toHaveLength(2);
    });

    test('keep their files byte by byte, and leave it to the outbox to read them', async () => {
      const { episodes, outbox, scope } = own();
      const episodeId = fresh();
      const bytes = new Uint8Array([0, 255, 37, 80]);
      const note = { fileId: fresh(), contentType: 'application/pdf', bytes, toRead: true };
      const packet = { ...note, fileId: fresh(), toRead: false };
      const append = { ...episodeAppend(episodeId, renumbered(admitted, fresh(), 'Quill')), files: [note, packet] };
      await episodes.append(scope, append);
      expect(await episodes.file(scope, episodeId, note.fileId)).toEqual({ contentType: 'application/pdf', bytes });
      expect(await episodes.file(scope, 'another', note.fileId)).toBeUndefined();
      expect(await episodes.file({ tenantId: fresh() }, episodeId, note.fileId)).toBeUndefined();
      const taken = await outbox.take(at('2030-01-01T00:00:00.000Z'), 10_000, 0);
      expect(taken.filter((o) => o.caseId === episodeId)).toMatchObject([
        { topic: 'episodeDocuments.read', tenantId: scope.tenantId, outboxId: note.fileId },
      ]);
      await outbox.done(scope.tenantId, note.fileId);
    });

    test('have a number of their own', async () => {
      const { episodes, scope } = own();
      await episodes.append(scope, episodeAppend('e1', admitted));
      await expect(episodes.append(scope, episodeAppend('e2', admitted))).rejects.toThrow('episode_row_number');
      expect(await episodes.events(scope, 'e2')).toEqual([]);
    });

    test('are listed by name, a page at a time, by who is there and by what one types', async () => {
      const { episodes, scope } = own();
      const left = acted(admitted, { type: 'DischargeEpisode', on: '2026-11-10' as never, disposition: 'home' });
      const people: [string, EpisodeStory, string][] = [
        ['e1', admitted, 'Quill'],
        ['e2', admitted, 'Ábel'],
        ['e3', left, 'Moor'],
        ['e4', admitted, 'Moor'],
      ];
      for (const [id, story, family] of people)
        await episodes.append(scope, episodeAppend(id, renumbered(story, `EP-${id}`, family)));
      const ids = async (filter: Parameters<Episodes['list']>[1], after?: string, limit = 9) =>
        (await episodes.list(scope, filter, after, limit)).map((r) => r.episodeId);
      expect(await ids({ presence: 'all' })).toEqual(['e2', 'e3', 'e4', 'e1']);
      expect(await ids({ presence: 'all' }, undefined, 2)).toEqual(['e2', 'e3']);
      expect(await ids({ presence: 'all' }, 'e3', 2)).toEqual(['e4', 'e1']);
      expect(await ids({ presence: 'present' })).toEqual(['e2', 'e4', 'e1']);
      expect(await ids({ presence: 'discharged' })).toEqual(['e3']);
      expect(await ids({ presence: 'all', text: 'moor' })).toEqual(['e3', 'e4']);
      expect(await ids({ presence: 'all', text: 'EP-e1' })).toEqual(['e1']);
      expect(await ids({ presence: 'all', from: '2026-11-11' as never })).toEqual(['e2', 'e4', 'e1']);
      expect(await ids({ presence: 'all', to: '2026-10-31' as never })).toEqual([]);
      expect(await ids({ presence: 'all', payerId: 'payer-2' })).toEqual([]);
      expect(await ids({ presence: 'all', levelOfCare: 'residential', programmeId: 'p-res' })).toHaveLength(4);
      expect(await ids({ presence: 'all', patientId: 'pat-1' })).toHaveLength(4);
      expect(await episodes.episodeIds(scope, 'e2', 9)).toEqual(['e3', 'e4']);
    });

    test('of one practice are unknown to another', async () => {
      const { episodes, scope } = own();
      await episodes.append(scope, episodeAppend('e1', billed, 0, 'k1'));
      const theirs = { tenantId: fresh() };
      expect(await episodes.events(theirs, 'e1')).toEqual([]);
      expect(await episodes.rows(theirs, 'e1')).toBeUndefined();
      expect(await episodes.list(theirs, { presence: 'all' }, undefined, 9)).toEqual([]);
      expect(await episodes.ofClaim(theirs, 'claim-1')).toBeUndefined();
      expect(await episodes.ofAuthorization(theirs, 'PA-100')).toEqual([]);
      expect(await episodes.commandDone(theirs, 'k1')).toBe(false);
      expect((await episodes.append(theirs, episodeAppend('e1', billed, 0, 'k1'))).kind).toBe('appended');
    });
  });
};
