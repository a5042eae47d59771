-- Links by which a treating clinician without an account comes to one offer of a talk, and to nothing else.

create table guest_link (
	tenant_id text collate "C" not null,
	-- SHA-256 of the token; the token itself is nowhere.
	link_hash text collate "C" not null check (link_hash ~ '^[0-9a-f]{64}$'),
	case_id text collate "C" not null,
	offer_id text collate "C" not null,
	created_at timestamptz not null,
	created_by text not null,
	expires_at timestamptz not null,
	failed_tries integer not null default 0,
	locked_at timestamptz,
	revoked_at timestamptz,
	primary key (tenant_id, link_hash),
	foreign key (tenant_id, case_id) references case_row
);
create unique index guest_link_hash_everywhere on guest_link (link_hash);
create index guest_link_of_case on guest_link (tenant_id, case_id, created_at desc);

alter table guest_link enable row level security;
alter table guest_link force row level security;
create policy tenant on guest_link using (tenant_id = current_setting('openum.tenant', true));
grant select, insert, update on guest_link to openum_app;

grant select on guest_link to openum_lookup;
create policy lookup on guest_link for select to openum_lookup using (true);

create function guest_link_by_hash(p_link_hash text) returns setof guest_link
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
	select * from public.guest_link where link_hash = p_link_hash
$$;

grant create on schema public to openum_lookup;
alter function guest_link_by_hash(text) owner to openum_lookup;
revoke create on schema public from openum_lookup;
revoke execute on function guest_link_by_hash(text) from public;
grant execute on function guest_link_by_hash(text) to openum_app;
