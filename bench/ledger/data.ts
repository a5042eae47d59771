import type pg from 'pg';

export const tenantId = 'bench-practice';
export const servicesOfEpisode = 40;

/**
 * Episodes of forty days with two authorizations each: most days covered, some after the end, some beyond the units, some at another
 * level. Written as rows: what is measured begins with the tables as they stand.
 */
export const writeEpisodes = async (client: pg.Client, episodes: number): Promise<void> => {
  await client.query('select set_config($1, $2, false)', ['openum.tenant', tenantId]);
  await client.query(
    `insert into episode_row
      (tenant_id, episode_id, episode_number, version, patient_id, patient_name, patient_search, patient_birth_date, part2,
      programme_id, programme_name, level_of_care, level_from, daily_charge, admitted_on, emergency, services,
      uncovered_services, charge, at_stake, changed_at, pending, claim_ids)
    select $1, lpad(n::text, 9, '0'), 'B-' || n, 2, 'p' || n, 'Bench, ' || n, 'bench, ' || n, '1990-01-01', false, 'p', 'P',
      'residential', '2026-01-01', 90000, '2026-01-01', false, 0, 0, 0, 0, now(), '[]', '{}'
    from generate_series(1, $2::int) n`,
    [tenantId, episodes],
  );
  await client.query(
    `insert into episode_authorization
      (tenant_id, episode_id, authorization_id, number, coverage_id, level_of_care, codes, first_day, last_day, units, units_used)
    select $1, lpad(n::text, 9, '0'), a::text, 'A-' || n || '-' || a, 'c',
      case when n % 11 = 0 and a = 2 then 'partialHospitalization' else 'residential' end,
      case when n % 3 = 0 then array['H0018'] else '{}'::text[] end,
      date '2026-01-01' + (a - 1) * 20, date '2026-01-01' + a * 20 - 1 - (n % 5),
      case when n % 7 = 0 then 12 end, 0
    from generate_series(1, $2::int) n, generate_series(1, 2) a`,
    [tenantId, episodes],
  );
  await client.query(
    `insert into service_page
      (tenant_id, episode_id, level_of_care, code, days, units, charges, states, at_stake, billed_on)
    select $1, lpad(n::text, 9, '0'), 'residential', 'H0018',
      array(select (date '2026-01-01' - date '1970-01-01') + d from generate_series(0, $3::int - 1) d),
      array_fill(1, array[$3::int]), array_fill(90000 + n % 100, array[$3::int]),
      array_fill(0::smallint, array[$3::int]), array_fill(0, array[$3::int]), array_fill(0, array[$3::int])
    from generate_series(1, $2::int) n`,
    [tenantId, episodes, servicesOfEpisode],
  );
  await client.query('vacuum analyze service_page');
  await client.query('vacuum analyze episode_authorization');
};
