-- Messages of a practice's own systems about its patients, byte for byte, with what became of each.

create table practice_arrival (
	tenant_id text collate "C" not null,
	arrival_id text collate "C" not null,
	client_id text collate "C" not null,
	client_name text not null,
	control_id text collate "C" not null,
	content_type text not null,
	sha256 text not null,
	received_at timestamptz not null,
	visit_number text collate "C",
	-- Absent: it could not be read.
	said jsonb,
	problems text[] not null,
	bytes bytea not null,
	answer bytea not null,
	settled jsonb,
	settled_at timestamptz,
	primary key (tenant_id, arrival_id),
	check ((settled is null) = (settled_at is null)),
	check (said is not null or cardinality(problems) > 0)
);
-- Nothing is taken up twice.
create unique index practice_arrival_control on practice_arrival (tenant_id, client_id, control_id);
create index practice_arrival_waiting on practice_arrival (tenant_id, received_at, arrival_id) where settled is null;
create index practice_arrival_settled on practice_arrival (tenant_id, settled_at desc, arrival_id desc) where settled is not null;
create index practice_arrival_visit on practice_arrival (tenant_id, client_id, visit_number);

create table practice_arrival_setting (
	tenant_id text collate "C" not null primary key,
	automatic boolean not null
);

do $$
declare t text;
begin
	foreach t in array array['practice_arrival', 'practice_arrival_setting'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
	end loop;
end $$;

-- A message is settled once and by that alone changed.
create policy tenant on practice_arrival for select using (tenant_id = current_setting('openum.tenant', true));
create policy come on practice_arrival for insert
	with check (tenant_id = current_setting('openum.tenant', true) and settled is null);
create policy settle on practice_arrival for update
	using (tenant_id = current_setting('openum.tenant', true) and settled is null)
	with check (tenant_id = current_setting('openum.tenant', true) and settled is not null);
create policy tenant on practice_arrival_setting using (tenant_id = current_setting('openum.tenant', true));
grant select, insert, update (settled, settled_at) on practice_arrival to openum_app;
grant select, insert, update (automatic) on practice_arrival_setting to openum_app;
