import pg from 'pg';

/** Sections in the order in which they would be created. Each query gives one column, `line`, in a fixed order. */
const sections: readonly (readonly [title: string, query: string])[] = [
  [
    'roles',
    `select format('create role %s%s%s%s;', rolname, case when rolcanlogin then ' login' else ' nologin' end,
      case when rolsuper then ' superuser' else '' end, case when rolbypassrls then ' bypassrls' else '' end) as line
    from pg_roles where rolname like 'openum\\_%' and rolname in ('openum_app', 'openum_lookup', 'openum_worker') order by rolname`,
  ],
  [
    'tables',
    `select format(E'create table %s (\\n%s\\n);', c.relname, string_agg(
      format(E'\\t%s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attcollation <> t.typcollation then format(' collate %I', co.collname) else '' end,
        case when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
          when d.adbin is not null then format(' default %s', pg_get_expr(d.adbin, d.adrelid)) else '' end)
        || case when a.attnotnull then ' not null' else '' end, E',\\n' order by a.attnum)) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid left join pg_collation co on co.oid = a.attcollation
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`,
  ],
  [
    'constraints',
    `select format('alter table %s add constraint %s %s;', c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'c') order by c.relname, k.contype desc, k.conname`,
  ],
  [
    'indexes',
    `select indexdef || ';' as line from pg_indexes i where schemaname = 'public'
      and not exists (select 1 from pg_constraint k where k.conname = i.indexname and k.contype in ('p', 'u')) order by tablename, indexname`,
  ],
  [
    'row-level security',
    `select format('alter table %s %s%s;', relname, case when relrowsecurity then 'enable' else 'disable' end,
      case when relforcerowsecurity then ' and force row level security' else ' row level security' end) as line
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
  ],
  [
    'policies',
    `select format('create policy %s on %s for %s to %s using (%s)%s;', policyname, tablename, lower(cmd), array_to_string(roles, ', '), qual,
      case when with_check is null then '' else format(' with check (%s)', with_check) end) as line
    from pg_policies where schemaname = 'public' order by tablename, policyname`,
  ],
  [
    'functions',
    `select pg_get_functiondef(p.oid) || format(E'-- owner: %s\\n',
      case when p.proowner::regrole::text like 'openum\\_%' then p.proowner::regrole::text else 'whoever migrates' end) as line
    from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`,
  ],
  [
    'triggers',
    `select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'public'::regnamespace order by c.relname, t.tgname`,
  ],
  [
    'grants',
    `select format('grant %s on %s to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type), table_name, grantee) as line
    from information_schema.role_table_grants where table_schema = 'public' and grantee in ('openum_app', 'openum_lookup', 'openum_worker')
    group by table_name, grantee
    union all
    select format('grant select (%s) on %s to %s;', string_agg(column_name, ', ' order by column_name), table_name, grantee)
    from information_schema.column_privileges p where table_schema = 'public' and grantee = 'openum_app' and privilege_type = 'SELECT'
      and not exists (select 1 from information_schema.role_table_grants t where t.table_name = p.table_name
        and t.grantee = p.grantee and t.privilege_type = 'SELECT')
    group by table_name, grantee
    union all
    select format('grant execute on %s to %s;', routine_name, grantee) from information_schema.role_routine_grants
    where routine_schema = 'public' and grantee = 'openum_app' order by 1`,
  ],
];

/** The schema as text, the same for the same schema on every version of PostgreSQL that is supported. */
export const describeSchema = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=public' });
  await client.connect();
  try {
    const parts: string[] = [
      '-- Made by `node store/schema.ts` from the migrations. Not run by anything; read it and review its changes.\n',
    ];
    for (const [title, query] of sections) {
      const { rows } = await client.query(query);
      parts.push(`\n-- ${title}\n`, ...rows.map((r: { line: string }) => `${r.line}\n`));
    }
    return parts.join('').replace(/[ \t]+$/gm, '');
  } finally {
    await client.end();
  }
};
