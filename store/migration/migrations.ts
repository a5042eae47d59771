import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Migration = {
  readonly number: number;
  /** `expand` adds; `contract` takes away what the last release no longer uses. */
  readonly phase: 'expand' | 'contract';
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};

const fileName = /^(\d{4})-(expand|contract)-[a-z0-9-]+\.sql$/;

/** The numbered SQL files in order. Throws on a name that does not follow the pattern and on a gap in the numbers. */
export const readMigrations = (folder = path.join(import.meta.dirname, 'sql')): readonly Migration[] =>
  readdirSync(folder)
    .sort()
    .map((name, index) => {
      const found = fileName.exec(name);
      if (!found) throw new Error(`${name}: a migration is named 0001-expand-what.sql or 0001-contract-what.sql`);
      if (Number(found[1]) !== index + 1) throw new Error(`${name}: the number must be ${index + 1}`);
      const sql = readFileSync(path.join(folder, name), 'utf8');
      return {
        number: index + 1,
        phase: found[2] as Migration['phase'],
        name,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    });
