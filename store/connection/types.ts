import pg from 'pg';

const { builtins } = pg.types;

/** `2026-11-22 06:10:30.12+00` to `2026-11-22T06:10:30.120Z`; sessions of the store are in UTC. */
export const toInstantText = (text: string): string => {
  const found = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text);
  if (!found) throw new Error('the database answered with a moment that is not in UTC');
  return `${found[1]}T${found[2]}.${(found[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
};

const ownParsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, toInstantText],
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [
    builtins.BYTEA,
    (text) => {
      const bytes: Buffer = pg.types.getTypeParser(builtins.BYTEA, 'text')(text);
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    },
  ],
]);

/** Moments and days stay text, as the domain has them; `Date` never appears. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ownParsers.get(oid)) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};
