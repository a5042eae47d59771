-- Leave of a practice for people of other organizations to work on its record. The practice owns the row.

create table practice_grant (
	-- The practice.
	tenant_id text collate "C" not null references tenant,
	grant_id text collate "C" not null,
	user_id text collate "C" not null,
	user_name text not null,
	user_tenant_id text collate "C" not null references tenant,
	organization text not null,
	roles text[] not null check (cardinality(roles) > 0 and roles <@ array['utilizationReviewStaff', 'biller', 'frontDesk']),
	first_day date not null,
	last_day date check (last_day >= first_day),
	granted_at timestamptz not null,
	granted_by jsonb not null,
	revoked jsonb,
	primary key (tenant_id, grant_id),
	check (user_tenant_id <> tenant_id)
);
create index practice_grant_user_everywhere on practice_grant (user_id);
create index read_log_of_user on read_log (tenant_id, user_id, at desc, read_id desc) where user_id is not null;

-- A grant is ended once and by that alone changed.
alter table practice_grant enable row level security;
alter table practice_grant force row level security;
create policy tenant on practice_grant for select using (tenant_id = current_setting('openum.tenant', true));
create policy given on practice_grant for insert
	with check (tenant_id = current_setting('openum.tenant', true) and revoked is null);
create policy ended on practice_grant for update
	using (tenant_id = current_setting('openum.tenant', true) and revoked is null)
	with check (tenant_id = current_setting('openum.tenant', true) and revoked is not null);
grant select, insert, update (revoked) on practice_grant to openum_app;

grant select on practice_grant to openum_lookup;
create policy lookup on practice_grant for select to openum_lookup using (true);

-- The practices that let a person in. Answers in the scope of that person's own organization only.
create function practice_grants_of(p_user_id text) returns table (
	grant_id text, user_id text, user_name text, user_tenant_id text, organization text, roles text[], first_day date,
	last_day date, granted_at timestamptz, granted_by jsonb, revoked jsonb,
	tenant_id text, name text, kind text, zone text, phone text, tty text, hours text, address_lines text[],
	accreditations text[]
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
	select g.grant_id, g.user_id, g.user_name, g.user_tenant_id, g.organization, g.roles, g.first_day, g.last_day,
		g.granted_at, g.granted_by, g.revoked,
		t.tenant_id, t.name, t.kind, t.zone, t.phone, t.tty, t.hours, t.address_lines, t.accreditations
	from public.practice_grant g
		join public.tenant t on t.tenant_id = g.tenant_id and t.kind = 'practice'
	where g.user_id = p_user_id and g.user_tenant_id = current_setting('openum.tenant', true)
$$;

grant create on schema public to openum_lookup;
alter function practice_grants_of(text) owner to openum_lookup;
revoke create on schema public from openum_lookup;
revoke execute on function practice_grants_of(text) from public;
grant execute on function practice_grants_of(text) to openum_app;
