import { projectEpisode } from '@openum/casework/practice/episode/project.ts';
import { noEpisode } from '@openum/domain/episode/state.ts';
import type { Store } from '@openum/store/index.ts';
import { after, onDay } from '@openum/testkit/practice/course.ts';
import {
  authorization,
  coverage,
  dayOf,
  type EpisodeBody,
  type EpisodeStory,
  episodeOf,
  opened,
  service,
  submission,
} from '@openum/testkit/practice/episode.ts';
import type pg from 'pg';

export const servicesOfEpisode = 40;

/** Courses that differ, five years of them, each copied as often as it takes. */
const courses = 250;
const firstDay = -1_800;
/** The day on which the practice is looked at. */
export const today = 23;

const services = (from: number, count: number): EpisodeBody => ({
  type: 'RecordServices',
  services: Array.from({ length: count }, (_, i) => service(from + i)),
  policy: 'warn',
});

const granted = (v: number, from: number) => ({
  type: 'RecordAuthorization' as const,
  authorization: authorization({
    authorizationId: `auth-${from}`,
    number: `PA-${v}-${from}`,
    ...(v % 3 === 0 ? { codes: ['H0018'] } : {}),
    ...(v % 33 === 0 && from % 2 === 0 ? { levelOfCare: 'partialHospitalization' } : {}),
    ...(v % 25 === 0 ? { units: 8 } : {}),
    from: dayOf(from),
    to: dayOf(from + 9 - (v % 16 === 0 ? 1 : 0)),
  }),
});

const denied = (v: number, on: number, from: number): readonly EpisodeBody[] => [
  {
    type: 'RecordDenial',
    denialId: 'den-1',
    coverageId: 'cov-1',
    source: 'letter',
    receivedOn: dayOf(on),
    from: dayOf(from),
    to: dayOf(from + 4),
    adjustmentCodes: [],
    remarkCodes: [],
    amount: 450_000,
  },
  ...(v % 24 === 0
    ? [
        {
          type: 'SendAppeal',
          appealId: 'app-1',
          denialId: 'den-1',
          level: 1,
          urgency: 'standard',
          letter: 'Please look at the nights again.',
          sentOn: dayOf(on),
        } as const,
      ]
    : []),
];

/** Forty days in the practice, recorded every five days, authorized ten by ten; of some a day, some
 * units or the level are missing. */
const course = (v: number): EpisodeStory => {
  const base = Math.round(firstDay + (v * (today - 5 - firstDay)) / (courses - 1));
  const payer = v % 8;
  const open: EpisodeBody = {
    ...opened,
    episodeNumber: `B-${v}`,
    patient: { patientId: `p${v}`, family: `Bench${v}`, given: 'Ada', birthDate: '1990-01-01' },
    admittedOn: dayOf(base),
  } as EpisodeBody;
  let story = after(
    { events: [], state: noEpisode },
    base,
    open,
    { type: 'SetCoverage', ...coverage({ payerId: `payer-${payer}`, payerName: `Payer ${payer}` }) },
    {
      type: 'RecordSubmission',
      ...submission({ from: dayOf(base), to: dayOf(base + 9), sentAt: onDay(base, 9) }),
    },
    {
      type: 'RecordAnswer',
      submissionId: 'sub-1',
      answer: { outcome: 'approved', answeredAt: onDay(base, 10) },
      authorizations: [granted(v, base).authorization],
    },
  );
  const end = Math.min(base + servicesOfEpisode, today);
  for (let n = base; n < end; n += 5) {
    const late = v % 20 === 0 ? 2 : 0;
    if (n > base && (n - base) % 10 === 0) story = after(story, Math.min(n + late, today), granted(v, n));
    story = after(story, Math.min(n + 4, today), services(n, Math.min(5, end - n)));
  }
  if (v % 15 === 0)
    story = after(story, end, {
      type: 'RecordTalkOffer',
      offerId: 'talk-1',
      opensAt: onDay(end, 9),
      closesAt: onDay(end + 1, 9),
    });
  if (v % 12 === 0 && end - base > 10) story = after(story, end, ...denied(v, end, base + 5));
  return base + servicesOfEpisode < today
    ? after(story, end, { type: 'DischargeEpisode', on: dayOf(end), disposition: 'home' })
    : story;
};

const tables = [
  ['episode_row', ['episode_id', 'episode_number', 'patient_id']],
  ['episode_authorization', ['episode_id', 'number']],
  ['service_page', ['episode_id']],
  ['episode_claim', ['episode_id']],
  ['episode_facts', ['episode_id']],
  ['episode_event', ['episode_id']],
] as const;

/** Copies of the rows of every course under names of their own; the log of a copy is linked by the hashes of its course. */
const copy = async (client: pg.Client, tenantId: string, table: string, own: readonly string[], copies: number) => {
  const { rows } = await client.query(
    `select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position`,
    [table],
  );
  const names = rows.map((r: { name: string }) => r.name);
  const values = names.map((name) => {
    if (own.includes(name)) return `x.${name} || '-' || n`;
    if (table !== 'episode_event' || name !== 'data') return `x.${name}`;
    const number = `to_jsonb(x.data ->> 'episodeNumber' || '-' || n)`;
    return `case when x.type = 'EpisodeOpened' then jsonb_set(x.data, '{episodeNumber}', ${number}) else x.data end`;
  });
  await client.query(
    `insert into ${table} (${names.join(', ')}) select ${values.join(', ')}
    from ${table} x, generate_series(2, $2::int) n where x.tenant_id = $1`,
    [tenantId, copies],
  );
};

/**
 * A practice with so many episodes: every course goes in through the append, and is copied inside the database. Without `logs` the
 * copies have read models alone, which is all that the matching of a ledger reads.
 */
export const writePractice = async (
  store: Store,
  client: pg.Client,
  tenantId: string,
  { episodes, logs }: { readonly episodes: number; readonly logs: boolean },
): Promise<number> => {
  for (let v = 0; v < courses; v++) {
    const story = course(v);
    const episodeId = `e${v}`;
    const outcome = await store.episodes.append(
      { tenantId },
      { episodeId, expectedVersion: 0, events: story.events, rows: projectEpisode(episodeId, episodeOf(story)) },
    );
    if (outcome.kind !== 'appended') throw new Error(`course ${v} was not written: ${outcome.kind}`);
  }
  await client.query('select set_config($1, $2, false)', ['openum.tenant', tenantId]);
  const copies = Math.ceil(episodes / courses);
  for (const [table, own] of tables)
    if (logs || table !== 'episode_event') await copy(client, tenantId, table, own, copies);
  for (const [table] of tables) await client.query(`vacuum analyze ${table}`);
  return courses * copies;
};

/** One sequential sum over all services by state, as somebody would write it by hand. */
export const aggregate = (client: pg.Client, tenantId: string): Promise<unknown> =>
  client.query(
    `select u.state, count(*), sum(u.units), sum(u.charge), sum(u.at_stake)
    from service_page, unnest(states, units, charges, at_stake) as u(state, units, charge, at_stake)
    where tenant_id = $1 group by u.state`,
    [tenantId],
  );
