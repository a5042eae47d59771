import type { ListedFile, PayerFile, PayerFileNote, PayerFiles } from '@openum/casework/port/payerFiles.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { type FileDirection, fileStandings } from '@openum/domain/payerFile/file.ts';
import { type Database, type Row, rowsInTenant, type Statement } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

type Columns = Omit<PayerFile, 'keptBy'> & { readonly keptById?: string; readonly keptByName: string };

const fileOf = <T extends PayerFile>(row: Row): T => {
  const { keptById, keptByName, ...rest } = fromColumns<Columns>(row);
  return { ...rest, keptBy: { ...(keptById ? { userId: keptById } : {}), name: keptByName } } as T;
};

const columns = `f.file_id, f.direction, f.file_name, f.sha256, f.size, f.kept_at, f.kept_by_id, f.kept_by_name, f.line,
  f.partner, f.control, f.reference, f.episode_id`;

const begins: Record<FileDirection, string> = { in: 'kept', out: 'made' };
const ranks = `array[${fileStandings.map((s) => `'${s}'`).join(', ')}]::text[]`;

/** `standingOf` of the domain: the last note of each part, those of parts in place of that of the whole, the most pressing one. */
const listed = `select ${columns}, coalesce(n.standing, case f.direction ${Object.entries(begins)
  .map(([direction, standing]) => `when '${direction}' then '${standing}'`)
  .join(' ')} end) as standing, coalesce(k.kinds, '{}') as kinds
  from payer_file f
  left join lateral (
    select l.standing from (
      select distinct on (part) part, standing, max(part) over () as parts from payer_file_note
      where tenant_id = f.tenant_id and file_id = f.file_id order by part, note_id desc) l
    where l.part > 0 or l.parts = 0
    order by array_position(${ranks}, l.standing) limit 1) n on true
  left join lateral (
    select kinds from payer_file_note
    where tenant_id = f.tenant_id and file_id = f.file_id and kinds is not null order by note_id limit 1) k on true`;

const bytesOf = (value: unknown): Uint8Array => new Uint8Array(value as Buffer).slice();

export const createPayerFiles = (db: Database): PayerFiles => {
  const rows = (scope: Scope, statement: Statement) => rowsInTenant(db, scope, statement);
  const one = async (scope: Scope, sql: string, ...parameters: readonly unknown[]): Promise<ListedFile | undefined> => {
    const [row] = await rows(scope, {
      sql: `select * from (${listed} where f.tenant_id = $1 and ${sql}) x limit 1`,
      parameters: [scope.tenantId, ...parameters],
    });
    return row && fileOf<ListedFile>(row);
  };
  return {
    keep: async (scope, f, bytes) => {
      await rows(scope, {
        sql: `insert into payer_file (tenant_id, file_id, direction, file_name, sha256, size, content, kept_at, kept_by_id,
            kept_by_name, line, partner, control, reference, episode_id)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        parameters: [
          scope.tenantId,
          f.fileId,
          f.direction,
          f.fileName,
          f.sha256,
          f.size,
          Buffer.from(bytes),
          f.keptAt,
          f.keptBy.userId ?? null,
          f.keptBy.name,
          f.line ?? null,
          f.partner ?? null,
          f.control ?? null,
          f.reference ?? null,
          f.episodeId ?? null,
        ],
      });
    },
    note: async (scope, fileId, n) => {
      await rows(scope, {
        sql: `insert into payer_file_note (tenant_id, file_id, at, by, part, standing, text, kinds, episode_id, submission_id)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        parameters: [
          scope.tenantId,
          fileId,
          n.at,
          n.by,
          n.part,
          n.standing,
          n.text,
          n.kinds ?? null,
          n.episodeId ?? null,
          n.submissionId ?? null,
        ],
      });
    },
    find: (scope, fileId) => one(scope, 'f.file_id = $2', fileId),
    content: async (scope, fileId) => {
      const [row] = await rows(scope, {
        sql: 'select content from payer_file where tenant_id = $1 and file_id = $2',
        parameters: [scope.tenantId, fileId],
      });
      return row && bytesOf(row.content);
    },
    notes: async (scope, fileId) =>
      (
        await rows(scope, {
          sql: `select at, by, part, standing, text, kinds, episode_id, submission_id from payer_file_note
            where tenant_id = $1 and file_id = $2 order by note_id`,
          parameters: [scope.tenantId, fileId],
        })
      ).map(fromColumns<PayerFileNote>),
    ofContent: async (scope, sha256) => {
      const [row] = await rows(scope, {
        sql: `select ${columns} from payer_file f where f.tenant_id = $1 and f.sha256 = $2 and f.direction = 'in'
          order by f.kept_at, f.file_id limit 1`,
        parameters: [scope.tenantId, sha256],
      });
      return row && fileOf(row);
    },
    sentAs: (scope, reference) =>
      one(scope, `f.reference = $2 and f.direction = 'out' order by f.kept_at desc, f.file_id desc`, reference),
    sentUnder: (scope, partner, control) => one(scope, 'f.partner = $2 and f.control = $3', partner, control),
    list: async (scope, { standings, direction, kind }, after, limit) =>
      (
        await rows(scope, {
          sql: `select * from (${listed} where f.tenant_id = $1 and ($2::text is null or f.direction = $2)
              and ($3::text is null or (f.kept_at, f.file_id) < (select kept_at, file_id from payer_file
                where tenant_id = $1 and file_id = $3))) x
            where ($4::text[] is null or standing = any ($4)) and ($5::text is null or $5 = any (kinds))
            order by kept_at desc, file_id desc limit $6`,
          parameters: [scope.tenantId, direction ?? null, after ?? null, standings ?? null, kind ?? null, limit],
        })
      ).map(fileOf<ListedFile>),
    nextControl: async (scope, partner) => {
      const [row] = await rows(scope, {
        sql: `insert into partner_control (tenant_id, partner, last_number) values ($1, $2, 1)
          on conflict (tenant_id, partner) do update set last_number = partner_control.last_number + 1
          returning last_number`,
        parameters: [scope.tenantId, partner],
      });
      return Number(row?.last_number);
    },
  };
};
