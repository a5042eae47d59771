import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** The text of psql's variables is put in here: moment as a literal, number of cases as digits. */
const script = (cases: number, moment: string): string =>
  readFileSync(path.join(import.meta.dirname, 'fill.sql'), 'utf8')
    .replace(":'moment'", pg.escapeLiteral(moment))
    .replace(':cases', String(cases));

/** Fills the read models of the work list with `cases` cases, made inside the database. */
export const fill = async (url: string, cases: number, moment: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(script(cases, moment));
    await client.query('vacuum (analyze) case_row, case_item');
  } finally {
    await client.end();
  }
};
