import { createHash } from 'node:crypto';
import { linkEvents } from '@openum/casework/port/chain.ts';
import type {
  EpisodeAppend,
  EpisodeFile,
  EpisodeFilter,
  Episodes,
  FiguresFound,
  StoredEpisodeEvent,
} from '@openum/casework/port/episodes.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import { assertStorableEvents } from '@openum/casework/port/storable.ts';
import { type EpisodeRow, type EpisodeRows, readModelVersion } from '@openum/casework/practice/episode/rows.ts';
import { dayNumber } from '@openum/domain/time/instant.ts';
import type { MemoryOutbox } from './outbox.ts';
import { compareText, perTenant } from './tenants.ts';

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

const starts = (r: EpisodeRow, text: string): boolean =>
  searchKey(r.patientName).startsWith(searchKey(text)) ||
  [r.chartNumber, r.memberNumber, r.episodeNumber].some((n) => n?.startsWith(text.trim()));

const fits = (r: EpisodeRow, f: EpisodeFilter): boolean =>
  (f.presence === 'all' || (f.presence === 'present') === (r.dischargedOn === undefined)) &&
  (f.programmeId === undefined || r.programmeId === f.programmeId) &&
  (f.levelOfCare === undefined || r.levelOfCare === f.levelOfCare) &&
  (f.payerId === undefined || r.payerId === f.payerId) &&
  (f.patientId === undefined || r.patientId === f.patientId) &&
  (f.from === undefined || r.dischargedOn === undefined || r.dischargedOn >= f.from) &&
  (f.to === undefined || r.admittedOn <= f.to) &&
  (f.text === undefined || starts(r, f.text));

/** A log of episodes that lives as long as the process. */
export const memoryEpisodes = (enqueue: MemoryOutbox['enqueue'] = () => undefined): Episodes => {
  const tenant = perTenant(() => ({
    events: new Map<string, readonly StoredEpisodeEvent[]>(),
    rows: new Map<string, EpisodeRows>(),
    commands: new Map<string, number>(),
    files: new Map<string, EpisodeFile>(),
  }));

  return {
    events: async (scope, episodeId) => structuredClone(tenant(scope).events.get(episodeId) ?? []),
    append: async (scope, a: EpisodeAppend) => {
      assertStorableEvents(a);
      const t = tenant(scope);
      const done = a.commandId === undefined ? undefined : t.commands.get(a.commandId);
      if (done !== undefined) return { kind: 'sameCommand', version: done };
      const before = t.events.get(a.episodeId) ?? [];
      if (before.length !== a.expectedVersion)
        return { kind: 'conflict', version: before.length, since: structuredClone(before.slice(a.expectedVersion)) };
      for (const r of t.rows.values())
        if (r.episode.episodeNumber === a.rows.episode.episodeNumber && r.episode.episodeId !== a.episodeId)
          throw new Error('rule episode_row_number');
      const added = linkEvents(sha256Hex, a.episodeId, before.at(-1), a.events);
      const events = [...before, ...added.map((e) => ({ ...e, episodeId: a.episodeId }))];
      t.events.set(a.episodeId, structuredClone(events));
      t.rows.set(a.episodeId, structuredClone(a.rows));
      if (a.commandId !== undefined) t.commands.set(a.commandId, events.length);
      for (const { fileId, contentType, bytes, toRead } of a.files ?? []) {
        t.files.set(JSON.stringify([a.episodeId, fileId]), { contentType, bytes: bytes.slice() });
        if (toRead)
          enqueue(scope, {
            outbox: [{ outboxId: fileId, topic: 'episodeDocuments.read', caseId: a.episodeId }],
            rows: { case: { changedAt: a.rows.episode.changedAt } },
          });
      }
      return { kind: 'appended', version: events.length };
    },
    commandDone: async (scope, commandId) => tenant(scope).commands.has(commandId),
    file: async (scope, episodeId, fileId) =>
      structuredClone(tenant(scope).files.get(JSON.stringify([episodeId, fileId]))),
    rows: async (scope, episodeId) => structuredClone(tenant(scope).rows.get(episodeId)),
    list: async (scope, filter, after, limit) => {
      const rows = [...tenant(scope).rows.values()]
        .map((r) => r.episode)
        .filter((r) => fits(r, filter))
        .sort(
          (a, b) =>
            compareText(searchKey(a.patientName), searchKey(b.patientName)) || compareText(a.episodeId, b.episodeId),
        );
      const start = after === undefined ? 0 : rows.findIndex((r) => r.episodeId === after) + 1;
      return structuredClone(rows.slice(start, start + limit));
    },
    episodeIds: async (scope, after, limit) =>
      [...tenant(scope).rows.keys()]
        .sort(compareText)
        .filter((id) => after === undefined || compareText(id, after) > 0)
        .slice(0, limit),
    versions: async (scope, matters, after, limit) =>
      [...tenant(scope).events]
        .map(([episodeId, events]) => ({ episodeId, version: events.length }))
        .sort((a, b) => compareText(a.episodeId, b.episodeId))
        .filter((v) => after === undefined || compareText(v.episodeId, after) > 0)
        .filter(({ episodeId }) => {
          const facts = tenant(scope).rows.get(episodeId)?.facts;
          return (
            matters === undefined ||
            facts?.madeBy !== readModelVersion ||
            facts.matters.some((matter) => matters.includes(matter))
          );
        })
        .slice(0, limit),
    figures: async (scope, { first, last, moment }, after, limit) =>
      [...tenant(scope).rows]
        .sort(([a], [b]) => compareText(a, b))
        .filter(([id]) => after === undefined || compareText(id, after) > 0)
        .flatMap(([episodeId, { episode, pages, facts }]): readonly FiguresFound[] => {
          const times = (tenant(scope).events.get(episodeId) ?? []).map((e) => e.recordedAt).toSorted();
          if ((times[0] ?? moment) > moment) return [];
          if ((times.at(-1) ?? moment) > moment || facts.madeBy !== readModelVersion) return [{ episodeId }];
          const { firstDay, lastDay } = facts;
          if (firstDay === undefined || lastDay === undefined || firstDay > last || lastDay < first) return [];
          const { episodeNumber, patientName } = episode;
          return [
            {
              episodeId,
              figures: structuredClone({ episodeId, episodeNumber, patientName, facts: facts.facts, pages }),
            },
          ];
        })
        .slice(0, limit),
    ledger: async (scope, after, limit) =>
      [...tenant(scope).rows]
        .sort(([a], [b]) => compareText(a, b))
        .filter(([id]) => after === undefined || compareText(id, after) > 0)
        .slice(0, limit)
        .map(([episodeId, { pages, authorizations, pending }]) => ({
          episodeId,
          pages: structuredClone(pages),
          spans: authorizations.map(({ authorizationId, levelOfCare, codes, firstDay, lastDay, units }) => ({
            authorizationId,
            levelOfCare,
            codes,
            from: dayNumber(firstDay),
            to: dayNumber(lastDay),
            ...(units === undefined ? {} : { units }),
          })),
          retrospective: pending
            .filter((p) => p.retrospective)
            .map(({ levelOfCare, from, to }) => ({ levelOfCare, from: dayNumber(from), to: dayNumber(to) })),
        })),
    outdated: async (scope, limit) =>
      [...tenant(scope).rows]
        .filter(([, { facts }]) => facts.madeBy !== readModelVersion)
        .map(([id]) => id)
        .sort(compareText)
        .slice(0, limit),
    replaceRows: async (scope, version, rows) => {
      const t = tenant(scope);
      const { episodeId } = rows.episode;
      if (t.events.get(episodeId)?.length !== version) return false;
      t.rows.set(episodeId, structuredClone(rows));
      return true;
    },
    logs: async (scope, episodeIds) => {
      const { events } = tenant(scope);
      return new Map(
        episodeIds.flatMap((id) => {
          const log = events.get(id);
          return log ? [[id, structuredClone(log)] as const] : [];
        }),
      );
    },
    ofAuthorization: async (scope, number) =>
      [...tenant(scope).rows.values()]
        .filter((r) => r.authorizations.some((a) => a.number === number))
        .map((r) => r.episode.episodeId)
        .sort(compareText),
    ofClaim: async (scope, claimId) =>
      [...tenant(scope).rows.values()].find((r) => r.claimIds.includes(claimId))?.episode.episodeId,
  };
};
