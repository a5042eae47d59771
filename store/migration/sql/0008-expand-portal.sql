-- Practices that may send requests to a plan and follow them, and the NPIs in whose name. The plan owns the row.

create table portal_grant (
	-- The plan.
	tenant_id text collate "C" not null references tenant,
	practice_tenant_id text collate "C" not null references tenant,
	npis text[] not null,
	primary key (tenant_id, practice_tenant_id)
);
create index portal_grant_practice_everywhere on portal_grant (practice_tenant_id);
create index case_row_requester on case_row (tenant_id, requesting_provider_npi, received_at desc, case_id desc)
	where requesting_provider_npi is not null;

alter table portal_grant enable row level security;
alter table portal_grant force row level security;
create policy tenant on portal_grant using (tenant_id = current_setting('openum.tenant', true));
grant select, insert, update on portal_grant to openum_app;

grant select on portal_grant to openum_lookup;
create policy lookup on portal_grant for select to openum_lookup using (true);

-- The plans that let a practice in. Answers the practice itself only: the transaction must be that of its own tenant.
create function portal_of(p_practice_tenant_id text) returns table (
	tenant_id text, name text, kind text, zone text, phone text, tty text, hours text, address_lines text[],
	accreditations text[], npis text[]
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
	select t.tenant_id, t.name, t.kind, t.zone, t.phone, t.tty, t.hours, t.address_lines, t.accreditations, g.npis
	from public.portal_grant g
		join public.tenant t on t.tenant_id = g.tenant_id and t.kind = 'plan'
		join public.tenant p on p.tenant_id = g.practice_tenant_id and p.kind = 'practice'
	where g.practice_tenant_id = p_practice_tenant_id
		and p_practice_tenant_id = current_setting('openum.tenant', true)
		and cardinality(g.npis) > 0
	order by t.tenant_id
$$;

grant create on schema public to openum_lookup;
alter function portal_of(text) owner to openum_lookup;
revoke create on schema public from openum_lookup;
revoke execute on function portal_of(text) from public;
grant execute on function portal_of(text) to openum_app;
