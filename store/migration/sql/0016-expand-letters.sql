-- What the sending of letters keeps outside of the cases: a plan's own texts, how letters go, print batches, runs of letters.

create table template_event (
	tenant_id text collate "C" not null,
	template_id text collate "C" not null,
	sequence integer not null check (sequence > 0),
	type text not null,
	data jsonb not null,
	by jsonb not null,
	at timestamptz not null,
	primary key (tenant_id, template_id, sequence)
);
alter table template_event enable row level security;
alter table template_event force row level security;
create policy tenant on template_event using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on template_event to openum_app;

create table delivery_setting (
	tenant_id text collate "C" not null,
	changed_at timestamptz not null,
	changed_by text not null,
	settings jsonb not null,
	primary key (tenant_id, changed_at)
);
alter table delivery_setting enable row level security;
alter table delivery_setting force row level security;
create policy tenant on delivery_setting using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on delivery_setting to openum_app;

create table contact_preference (
	tenant_id text collate "C" not null,
	audience text not null check (audience in ('member', 'provider')),
	-- Member number or NPI.
	key text collate "C" not null,
	changed_at timestamptz not null,
	changed_by text not null,
	preference jsonb not null,
	primary key (tenant_id, audience, key, changed_at)
);
alter table contact_preference enable row level security;
alter table contact_preference force row level security;
create policy tenant on contact_preference using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on contact_preference to openum_app;

create table print_batch (
	tenant_id text collate "C" not null,
	batch_id text collate "C" not null,
	created_at timestamptz not null,
	created_by text not null,
	letters jsonb not null,
	mailed_at timestamptz,
	mailed_by text,
	carrier text,
	primary key (tenant_id, batch_id),
	check ((mailed_at is null) = (carrier is null) and (mailed_at is null) = (mailed_by is null))
);
create index print_batch_newest on print_batch (tenant_id, created_at desc);
alter table print_batch enable row level security;
alter table print_batch force row level security;
create policy tenant on print_batch using (tenant_id = current_setting('openum.tenant', true));
grant select, insert, update (mailed_at, mailed_by, carrier) on print_batch to openum_app;

create table letter_run (
	tenant_id text collate "C" not null,
	run_id text collate "C" not null,
	name text not null,
	template jsonb not null,
	created_at timestamptz not null,
	created_by text not null,
	state text not null check (state in ('running', 'paused', 'cancelled', 'done')),
	primary key (tenant_id, run_id)
);
create index letter_run_newest on letter_run (tenant_id, created_at desc);
alter table letter_run enable row level security;
alter table letter_run force row level security;
create policy tenant on letter_run using (tenant_id = current_setting('openum.tenant', true));
grant select, insert, update (state) on letter_run to openum_app;

create table letter_run_target (
	tenant_id text collate "C" not null,
	run_id text collate "C" not null,
	case_id text collate "C" not null,
	case_number text collate "C" not null,
	state text not null check (state in ('waiting', 'done', 'failed')),
	reason text,
	notice_id text collate "C",
	-- Taken by a worker that has until then to finish it.
	hidden_until timestamptz,
	primary key (tenant_id, run_id, case_id),
	foreign key (tenant_id, run_id) references letter_run
);
create index letter_run_target_waiting on letter_run_target (tenant_id, run_id, case_number) where state = 'waiting';
alter table letter_run_target enable row level security;
alter table letter_run_target force row level security;
create policy tenant on letter_run_target using (tenant_id = current_setting('openum.tenant', true));
grant select, insert, update (state, reason, notice_id, hidden_until) on letter_run_target to openum_app;
