-- Work that must follow an append. Rows leave when the work is done, so the table stays small.
create table outbox (
	tenant_id text collate "C" not null,
	outbox_id text collate "C" not null,
	topic text not null,
	case_id text collate "C" not null,
	attempts int not null default 0,
	-- Not to be taken before: moment of writing, end of a lease, or the next try.
	due_at timestamptz not null,
	last_error text,
	primary key (tenant_id, outbox_id)
);
-- The worker takes across tenants.
create index outbox_due_everywhere on outbox (due_at, outbox_id);

alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant on outbox using (tenant_id = current_setting('openum.tenant', true));
create policy worker on outbox to openum_worker using (true);
grant select, insert, update, delete on outbox to openum_app;
grant select, update on outbox to openum_worker;

create function outbox_take(p_now timestamptz, p_limit int, p_lease_seconds int) returns setof outbox
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
	with due as (
		select tenant_id, outbox_id, due_at as was_due from public.outbox
		where due_at <= p_now order by due_at, outbox_id limit p_limit for update skip locked
	), taken as (
		update public.outbox o set attempts = o.attempts + 1, due_at = p_now + make_interval(secs => p_lease_seconds)
		from due where o.tenant_id = due.tenant_id and o.outbox_id = due.outbox_id
		returning o.*, due.was_due
	)
	select tenant_id, outbox_id, topic, case_id, attempts, due_at, last_error from taken order by was_due, outbox_id
$$;

grant create on schema public to openum_worker;
alter function outbox_take(timestamptz, int, int) owner to openum_worker;
revoke create on schema public from openum_worker;
revoke execute on function outbox_take(timestamptz, int, int) from public;
grant execute on function outbox_take(timestamptz, int, int) to openum_app;
