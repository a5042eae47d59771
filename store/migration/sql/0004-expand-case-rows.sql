-- Read models of a case, written with its events and computable from them.

create table case_row (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	case_number text collate "C" not null,
	version int not null,
	status text not null,
	queue text not null,
	line_of_business text not null,
	plan_name text not null,
	review_type text not null,
	urgency text not null,
	channel text not null,
	member_number text collate "C" not null,
	member_name text not null,
	-- Lower case without accents, for searches by the start of a name.
	member_search text collate "C" not null,
	member_birth_date date not null,
	requesting_provider_name text not null,
	requesting_provider_npi text collate "C",
	service_summary text not null,
	criteria_truth text,
	received_at timestamptz not null,
	assignee_user_id text collate "C",
	assignee_name text,
	next_due_at timestamptz,
	next_due_rule_id text,
	sender_reference text,
	changed_at timestamptz not null,
	-- A case without a due moment stands after all that have one.
	due_order timestamptz not null generated always as (coalesce(next_due_at, 'infinity'::timestamptz)) stored,
	primary key (tenant_id, case_id)
);
create unique index case_row_number on case_row (tenant_id, case_number);
create index case_row_due on case_row (tenant_id, due_order, case_id);
create index case_row_queue on case_row (tenant_id, queue, due_order, case_id) where queue <> 'none';
create index case_row_assignee on case_row (tenant_id, assignee_user_id, due_order, case_id) where assignee_user_id is not null;
create index case_row_status on case_row (tenant_id, status, due_order, case_id);
create index case_row_member on case_row (tenant_id, member_number, received_at desc, case_id desc);
create index case_row_member_name on case_row (tenant_id, member_search, case_id);

create table case_item (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	item_sequence int not null,
	service_system text not null,
	service_code text collate "C" not null,
	status text not null check (status in
		('pended', 'approved', 'partiallyApproved', 'modified', 'denied', 'notRequired', 'cancelled', 'contactPayer')),
	authorization_number text collate "C",
	authorized_quantity numeric,
	authorized_unit text,
	authorized_from date,
	authorized_through date,
	reason_class text,
	reason_codes text[] not null,
	rationale text,
	decided_at timestamptz,
	decided_by_kind text,
	decided_by_user_id text collate "C",
	decided_by_profession text,
	decided_by_licences text[] not null,
	primary key (tenant_id, case_id, item_sequence),
	foreign key (tenant_id, case_id) references case_row,
	constraint adverse_item_is_a_physicians check (
		status not in ('partiallyApproved', 'modified', 'denied')
		or (
			decided_by_kind = 'person'
			and decided_by_user_id is not null
			and decided_at is not null
			and decided_by_profession = 'physician'
			and cardinality(array_remove(array_remove(decided_by_licences, ''), null)) >= 1
			and cardinality(array_remove(array_remove(reason_codes, ''), null)) >= 1
			and length(btrim(rationale)) >= 20
		) is true
	)
);
create index case_item_authorization on case_item (tenant_id, authorization_number) where authorization_number is not null;

create table case_clock (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	clock_id text collate "C" not null,
	rule_id text not null,
	rule_version text not null,
	kind text not null,
	hard boolean not null,
	started_at timestamptz not null,
	due_at timestamptz not null,
	met_at timestamptz,
	superseded boolean not null,
	position int not null,
	primary key (tenant_id, case_id, clock_id),
	foreign key (tenant_id, case_id) references case_row
);

create table case_task (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	step_id text collate "C" not null,
	title text not null,
	role text not null,
	assignee_user_id text collate "C",
	due_at timestamptz,
	position int not null,
	primary key (tenant_id, case_id, step_id),
	foreign key (tenant_id, case_id) references case_row
);

do $$
declare t text;
begin
	foreach t in array array['case_row', 'case_item', 'case_clock', 'case_task'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
	end loop;
end $$;

grant select, insert, update on case_row to openum_app;
grant select, insert, delete on case_item, case_clock, case_task to openum_app;
