import { canonicalEvent } from '@openum/casework/port/caseStore.ts';
import type {
  EpisodeAppend,
  EpisodeAppendOutcome,
  EpisodeFilter,
  Episodes,
  EpisodeVersion,
  StoredEpisodeEvent,
} from '@openum/casework/port/episodes.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import { assertStorableEvents } from '@openum/casework/port/storable.ts';
import { type EpisodeRow, type EpisodeRows, readModelVersion } from '@openum/casework/practice/episode/rows.ts';
import { type Database, rowsInTenant, type Statement } from '../connection/database.ts';
import { retrying, uniqueViolation } from '../connection/error.ts';
import { columnList, fromColumns, toColumns } from '../connection/names.ts';
import { prefixRange } from '../connection/prefix.ts';
import { episodeColumns } from './columns.ts';
import { episodeRowsOf } from './episodeRows.ts';
import { figuresIn } from './figures.ts';
import { ledgerIn } from './ledger.ts';

const eventColumns = 'episode_id, sequence, type, data, actor, occurred_at, recorded_at, previous_hash, hash';

const eventsAfter = (scope: Scope, episodeId: string, sequence: number): Statement => ({
  sql: `select ${eventColumns}
    from episode_event where tenant_id = $1 and episode_id = $2 and sequence > $3 order by sequence`,
  parameters: [scope.tenantId, episodeId, sequence],
});

const json = (rows: readonly object[]): string => JSON.stringify(rows.map((r) => toColumns(r)));

/** Read models as the functions of the database take them. */
const rowParameters = (rows: EpisodeRows): readonly string[] => [
  JSON.stringify({
    ...toColumns(rows.episode),
    patient_search: searchKey(rows.episode.patientName),
    pending: rows.pending,
    claim_ids: rows.claimIds,
  }),
  json(rows.authorizations),
  json(rows.pages),
  JSON.stringify(toColumns(rows.facts)),
];

const appendStatement = (scope: Scope, a: EpisodeAppend): Statement => ({
  sql: 'select outcome, at_version from append_episode($1, $2, $3, $4, $5, $6, $7, $8, $9)',
  parameters: [
    scope.tenantId,
    a.episodeId,
    a.expectedVersion,
    a.commandId ?? null,
    // JSON text holds no line feed, so one stands between two events.
    a.events.map((e, i) => canonicalEvent(e, a.episodeId, a.expectedVersion + i + 1)).join('\n'),
    ...rowParameters(a.rows),
  ],
});

/** A file that no event names, because another writer was first, lies unseen; the next try finds it kept. */
const fileStatements = (scope: Scope, { episodeId, files = [], rows }: EpisodeAppend): readonly Statement[] =>
  files.flatMap(({ fileId, contentType, bytes, toRead }) => [
    {
      sql: `insert into episode_file (tenant_id, episode_id, file_id, content_type, bytes)
        values ($1, $2, $3, $4, $5) on conflict do nothing`,
      parameters: [scope.tenantId, episodeId, fileId, contentType, Buffer.from(bytes)],
    },
    ...(toRead
      ? [
          {
            sql: `insert into outbox (tenant_id, outbox_id, topic, case_id, due_at)
              values ($1, $2, 'episodeDocuments.read', $3, $4) on conflict do nothing`,
            parameters: [scope.tenantId, fileId, episodeId, rows.episode.changedAt],
          },
        ]
      : []),
  ]);

/** Conditions of a list; each names its parameters by their place. */
const listStatement = (scope: Scope, f: EpisodeFilter, after: string | undefined, limit: number): Statement => {
  const parameters: unknown[] = [scope.tenantId, limit];
  const place = (value: unknown): string => `$${parameters.push(value)}`;
  const starts = (column: string, text: string): string => {
    const [from, below] = prefixRange(text);
    return `(${column} >= ${place(from)} and ${column} < ${place(below)})`;
  };
  const conditions = [
    'tenant_id = $1',
    ...(f.presence === 'present' ? ['discharged_on is null'] : []),
    ...(f.presence === 'discharged' ? ['discharged_on is not null'] : []),
    ...(f.programmeId === undefined ? [] : [`programme_id = ${place(f.programmeId)}`]),
    ...(f.levelOfCare === undefined ? [] : [`level_of_care = ${place(f.levelOfCare)}`]),
    ...(f.payerId === undefined ? [] : [`payer_id = ${place(f.payerId)}`]),
    ...(f.patientId === undefined ? [] : [`patient_id = ${place(f.patientId)}`]),
    ...(f.from === undefined ? [] : [`(discharged_on is null or discharged_on >= ${place(f.from)})`]),
    ...(f.to === undefined ? [] : [`admitted_on <= ${place(f.to)}`]),
    ...(f.text === undefined
      ? []
      : [
          `(${[
            starts('patient_search', searchKey(f.text)),
            ...['chart_number', 'member_number', 'episode_number'].map((c) => starts(c, f.text?.trim() ?? '')),
          ].join(' or ')})`,
        ]),
    ...(after === undefined
      ? []
      : [
          `(patient_search, episode_id) > (select patient_search, episode_id from episode_row
            where tenant_id = $1 and episode_id = ${place(after)})`,
        ]),
  ];
  return {
    sql: `select ${columnList(episodeColumns)} from episode_row where ${conditions.join(' and ')}
      order by patient_search, episode_id limit $2`,
    parameters,
  };
};

export const createEpisodes = (db: Database): Episodes => {
  const all = async <T>(scope: Scope, statement: Statement): Promise<readonly T[]> =>
    (await rowsInTenant(db, scope, statement)).map(fromColumns<T>);
  const ids = async (scope: Scope, sql: string, ...parameters: readonly unknown[]): Promise<readonly string[]> =>
    (await rowsInTenant(db, scope, { sql, parameters: [scope.tenantId, ...parameters] })).map((r) =>
      String(r.episode_id),
    );
  const events = (scope: Scope, episodeId: string, after: number) =>
    all<StoredEpisodeEvent>(scope, eventsAfter(scope, episodeId, after));

  return {
    events: (scope, episodeId) => events(scope, episodeId, 0),
    append: async (scope, append): Promise<EpisodeAppendOutcome> => {
      assertStorableEvents(append);
      const statement = appendStatement(scope, append);
      // Two writers at the same instant: one meets the other's key, and on the second look its row.
      const [row] = await retrying(
        async () => (await db.inTenant(scope, [statement, ...fileStatements(scope, append)]))[0] ?? [],
        [uniqueViolation],
      );
      const { outcome, at_version: version } = row as { outcome: EpisodeAppendOutcome['kind']; at_version: number };
      return outcome === 'conflict'
        ? { kind: outcome, version, since: await events(scope, append.episodeId, append.expectedVersion) }
        : { kind: outcome, version };
    },
    commandDone: async (scope, commandId) =>
      (await ids(scope, 'select episode_id from episode_command where tenant_id = $1 and command_id = $2', commandId))
        .length > 0,
    file: async (scope, episodeId, fileId) => {
      const [row] = await all<{ contentType: string; bytes: Buffer }>(scope, {
        sql: 'select content_type, bytes from episode_file where tenant_id = $1 and episode_id = $2 and file_id = $3',
        parameters: [scope.tenantId, episodeId, fileId],
      });
      return row && { contentType: row.contentType, bytes: new Uint8Array(row.bytes) };
    },
    rows: (scope, episodeId) => episodeRowsOf(db, scope, episodeId),
    list: (scope, filter, after, limit) => all<EpisodeRow>(scope, listStatement(scope, filter, after, limit)),
    episodeIds: (scope, after, limit) =>
      ids(
        scope,
        'select episode_id from episode_row where tenant_id = $1 and episode_id > $2 order by episode_id limit $3',
        after ?? '',
        limit,
      ),
    versions: (scope, matters, after, limit) =>
      all<EpisodeVersion>(scope, {
        sql: `select episode_id, version from episode_facts where tenant_id = $1 and episode_id > $2
          and ($4::text[] is null or matters && $4 or made_by <> $5) order by episode_id limit $3`,
        parameters: [scope.tenantId, after ?? '', limit, matters ?? null, readModelVersion],
      }),
    figures: (scope, asked, after, limit) => figuresIn(db, scope, asked, after, limit),
    ledger: (scope, after, limit) => ledgerIn(db, scope, after, limit),
    outdated: (scope, limit) =>
      ids(
        scope,
        'select episode_id from episode_facts where tenant_id = $1 and made_by <> $2 order by episode_id limit $3',
        readModelVersion,
        limit,
      ),
    replaceRows: async (scope, version, rows) => {
      const [row] = await rowsInTenant(db, scope, {
        sql: 'select replace_episode_rows($1, $2, $3, $4, $5, $6, $7) as done',
        parameters: [scope.tenantId, rows.episode.episodeId, version, ...rowParameters(rows)],
      });
      return row?.done === true;
    },
    logs: async (scope, episodeIds) =>
      Map.groupBy(
        await all<StoredEpisodeEvent>(scope, {
          sql: `select ${eventColumns} from episode_event where tenant_id = $1 and episode_id = any($2)
            order by episode_id, sequence`,
          parameters: [scope.tenantId, episodeIds],
        }),
        (e) => e.episodeId,
      ),
    ofAuthorization: (scope, number) =>
      ids(
        scope,
        `select distinct episode_id from episode_authorization where tenant_id = $1 and number = $2 order by episode_id`,
        number,
      ),
    ofClaim: async (scope, claimId) =>
      (
        await ids(
          scope,
          'select episode_id from episode_claim where tenant_id = $1 and claim_id = $2 order by episode_id limit 1',
          claimId,
        )
      )[0],
  };
};
