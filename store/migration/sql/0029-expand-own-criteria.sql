-- A plan's own criteria sets: what happened to each version, and the texts, each named by its hash and never changed.

create table criteria_version_event (
	tenant_id text collate "C" not null,
	set_id text collate "C" not null,
	sequence integer not null check (sequence > 0),
	type text not null,
	data jsonb not null,
	by jsonb not null,
	at timestamptz not null,
	primary key (tenant_id, set_id, sequence)
);
-- Read with every case.
create index criteria_version_release on criteria_version_event (tenant_id, set_id, sequence)
	where type in ('CriteriaPublished', 'CriteriaRetired');
alter table criteria_version_event enable row level security;
alter table criteria_version_event force row level security;
create policy tenant on criteria_version_event using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on criteria_version_event to openum_app;

create table criteria_text (
	tenant_id text collate "C" not null,
	sha256 text collate "C" not null,
	text jsonb not null,
	primary key (tenant_id, sha256)
);
alter table criteria_text enable row level security;
alter table criteria_text force row level security;
create policy tenant on criteria_text using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on criteria_text to openum_app;
