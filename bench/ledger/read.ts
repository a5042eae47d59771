import type { PackedEpisode, PackedServices, PackedSpan } from '@openum/domain/ledger/packed.ts';
import type pg from 'pg';
import { tenantId } from './data.ts';

/** Columns come as their text; what is a list of numbers is read below, without a value for each in between. */
const plain = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig;

const comma = 44;
const zero = 48;

/** `{20454,20455}`: whole numbers, none negative. */
const numbers = (text: string, length: number): Int32Array => {
  const list = new Int32Array(length);
  let value = 0;
  let place = 0;
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= zero) {
      if (code > zero + 9) break;
      value = value * 10 + code - zero;
    } else if (code === comma) {
      list[place++] = value;
      value = 0;
    }
  }
  list[place] = value;
  return list;
};

type Row = Readonly<Record<string, string>>;

const rowsOf = async (client: pg.Client, sql: string, after: string, upTo: string): Promise<readonly Row[]> =>
  (await client.query({ text: sql, values: [tenantId, after, upTo], types: plain } as pg.QueryConfig))
    .rows as readonly Row[];

const range = 'where tenant_id = $1 and episode_id > $2 and episode_id <= $3 order by episode_id';

/** The packed ledger of the episodes after one id up to another. */
export const readEpisodes = async (
  client: pg.Client,
  after: string,
  upTo: string,
): Promise<readonly PackedEpisode[]> => {
  const pages = await rowsOf(
    client,
    `select episode_id, level_of_care, code, days, units, charges, cardinality(days) as n from service_page ${range}`,
    after,
    upTo,
  );
  const spans = await rowsOf(
    client,
    `select episode_id, authorization_id, level_of_care, array_to_string(codes, ',') as codes,
      first_day - date '1970-01-01' as first, last_day - date '1970-01-01' as last, coalesce(units, -1) as units
    from episode_authorization ${range}`,
    after,
    upTo,
  );
  const episodes = new Map<string, { pages: PackedServices[]; spans: PackedSpan[]; retrospective: [] }>();
  for (const { episode_id = '', level_of_care = '', code = '', days = '', units = '', charges = '', n } of pages) {
    const found = episodes.get(episode_id) ?? { pages: [], spans: [], retrospective: [] };
    episodes.set(episode_id, found);
    const length = Number(n);
    found.pages.push({
      levelOfCare: level_of_care,
      code,
      days: numbers(days, length),
      units: numbers(units, length),
      charges: numbers(charges, length),
    });
  }
  for (const { episode_id = '', authorization_id = '', level_of_care = '', codes = '', ...s } of spans) {
    const units = Number(s.units);
    episodes.get(episode_id)?.spans.push({
      authorizationId: authorization_id,
      levelOfCare: level_of_care,
      codes: codes === '' ? [] : codes.split(','),
      from: Number(s.first),
      to: Number(s.last),
      ...(units < 0 ? {} : { units }),
    });
  }
  return [...episodes.values()];
};
