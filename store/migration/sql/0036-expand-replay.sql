-- A version of criteria read over past cases: how far it has come, what it counted, and which lines it answers otherwise.

create table criteria_replay (
	tenant_id text collate "C" not null,
	replay_id text collate "C" not null,
	set_id text collate "C" not null,
	version text not null,
	sha256 text not null,
	decided_from date not null,
	decided_before date not null,
	created_at timestamptz not null,
	created_by text not null,
	state text not null check (state in ('running', 'cancelled', 'done', 'failed')),
	total integer not null,
	cases integer not null,
	counts jsonb not null,
	-- The last case that was read.
	cursor text collate "C" not null,
	leased_until timestamptz,
	finished_at timestamptz,
	primary key (tenant_id, replay_id)
);
create index criteria_replay_of_set on criteria_replay (tenant_id, set_id, created_at desc);
create index criteria_replay_running on criteria_replay (tenant_id, created_at) where state = 'running';
alter table criteria_replay enable row level security;
alter table criteria_replay force row level security;
create policy tenant on criteria_replay using (tenant_id = current_setting('openum.tenant', true));
grant select, insert, update (state, cases, counts, cursor, leased_until, finished_at) on criteria_replay to openum_app;

create table criteria_replay_finding (
	tenant_id text collate "C" not null,
	replay_id text collate "C" not null,
	case_id text collate "C" not null,
	item_sequence integer not null,
	effect text not null,
	line jsonb not null,
	primary key (tenant_id, replay_id, case_id, item_sequence),
	foreign key (tenant_id, replay_id) references criteria_replay (tenant_id, replay_id)
);
alter table criteria_replay_finding enable row level security;
alter table criteria_replay_finding force row level security;
create policy tenant on criteria_replay_finding using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on criteria_replay_finding to openum_app;
