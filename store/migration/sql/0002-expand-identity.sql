-- Who may come in. The first column of every key is the tenant; three unique indexes are not, because sign-in starts without one.

create table tenant (
	tenant_id text collate "C" primary key,
	name text not null,
	kind text not null check (kind in ('plan', 'practice')),
	zone text not null,
	phone text,
	tty text,
	hours text,
	address_lines text[],
	accreditations text[] not null
);

create table app_user (
	tenant_id text collate "C" not null references tenant,
	user_id text collate "C" not null,
	email text not null,
	-- Lower case.
	email_key text collate "C" not null,
	name text not null,
	roles text[] not null,
	qualification jsonb,
	active boolean not null,
	password_hash text not null,
	primary key (tenant_id, user_id)
);
create unique index app_user_email_everywhere on app_user (email_key);

create table session (
	tenant_id text collate "C" not null,
	session_hash text collate "C" not null,
	user_id text collate "C" not null,
	expires_at timestamptz not null,
	primary key (tenant_id, session_hash),
	foreign key (tenant_id, user_id) references app_user
);
create unique index session_hash_everywhere on session (session_hash);

create table api_client (
	tenant_id text collate "C" not null references tenant,
	client_id text collate "C" not null,
	name text not null,
	scopes text[] not null,
	token_hash text collate "C" not null,
	primary key (tenant_id, client_id)
);
create unique index api_client_token_everywhere on api_client (token_hash);

alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant on tenant using (tenant_id = current_setting('openum.tenant', true));
alter table app_user enable row level security;
alter table app_user force row level security;
create policy tenant on app_user using (tenant_id = current_setting('openum.tenant', true));
alter table session enable row level security;
alter table session force row level security;
create policy tenant on session using (tenant_id = current_setting('openum.tenant', true));
alter table api_client enable row level security;
alter table api_client force row level security;
create policy tenant on api_client using (tenant_id = current_setting('openum.tenant', true));

-- Hashes of secrets are written here and read only by the functions below.
grant select, insert, update on tenant to openum_app;
grant insert on app_user, session, api_client to openum_app;
grant select (tenant_id, user_id, email, name, roles, qualification, active) on app_user to openum_app;
grant select (tenant_id, client_id, name, scopes) on api_client to openum_app;

grant select on tenant, app_user, session, api_client to openum_lookup;
grant delete on session to openum_lookup;
create policy lookup on tenant for select to openum_lookup using (true);
create policy lookup on app_user for select to openum_lookup using (true);
create policy lookup on session to openum_lookup using (true);
create policy lookup on api_client for select to openum_lookup using (true);

create function user_for_sign_in(p_email_key text) returns setof app_user
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
	select * from public.app_user where email_key = p_email_key
$$;

create function user_of_session(p_session_hash text, p_now timestamptz) returns setof app_user
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
	select u.* from public.session s join public.app_user u using (tenant_id, user_id)
	where s.session_hash = p_session_hash and s.expires_at > p_now and u.active
$$;

create function close_session(p_session_hash text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
	delete from public.session where session_hash = p_session_hash
$$;

create function client_by_token(p_token_hash text) returns setof api_client
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
	select * from public.api_client where token_hash = p_token_hash
$$;

create function all_tenants() returns setof tenant
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
	select * from public.tenant order by tenant_id
$$;

-- A new owner of a function must be allowed to create in its schema, for this moment only.
grant create on schema public to openum_lookup;
alter function user_for_sign_in(text) owner to openum_lookup;
alter function user_of_session(text, timestamptz) owner to openum_lookup;
alter function close_session(text) owner to openum_lookup;
alter function client_by_token(text) owner to openum_lookup;
alter function all_tenants() owner to openum_lookup;
revoke create on schema public from openum_lookup;

revoke execute on function user_for_sign_in(text), user_of_session(text, timestamptz), close_session(text),
	client_by_token(text), all_tenants() from public;
grant execute on function user_for_sign_in(text), user_of_session(text, timestamptz), close_session(text),
	client_by_token(text), all_tenants() to openum_app;
