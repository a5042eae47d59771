-- The list of appeals, written with the events of their cases and computable from them, and under whom each person works.

create table case_appeal (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	appeal_id text collate "C" not null,
	kind text not null check (kind in ('appeal', 'reconsideration')),
	number text not null,
	level_id text not null,
	level_name text not null,
	body text not null,
	status text not null,
	open boolean not null,
	urgency text not null,
	timing text not null,
	stage text not null,
	reason_class text not null,
	service_code text not null,
	service text not null,
	filed_by text not null,
	received_at timestamptz not null,
	received_on date not null,
	due_at timestamptz,
	due_rule_id text,
	reviewer_user_id text,
	reviewer_name text,
	outcome text,
	decided_at timestamptz,
	decided_on date,
	aid_continuing boolean not null,
	position int not null,
	-- An appeal without a due moment stands after all that have one.
	due_order timestamptz not null generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
	primary key (tenant_id, case_id, appeal_id),
	foreign key (tenant_id, case_id) references case_row
);
create index case_appeal_due on case_appeal (tenant_id, due_order, appeal_id) where open;
create index case_appeal_received on case_appeal (tenant_id, received_at desc, appeal_id desc);
create index case_appeal_decided on case_appeal (tenant_id, decided_on) where outcome is not null;

-- Called in the statement of an append, and only when the append itself was written.
create function write_case_appeals(p_tenant text, p_case text, p_rows jsonb) returns boolean
language plpgsql as $$
begin
	delete from case_appeal a where a.tenant_id = p_tenant and a.case_id = p_case;
	insert into case_appeal
		(tenant_id, case_id, appeal_id, kind, number, level_id, level_name, body, status, open, urgency, timing, stage,
		reason_class, service_code, service, filed_by, received_at, received_on, due_at, due_rule_id, reviewer_user_id,
		reviewer_name, outcome, decided_at, decided_on, aid_continuing, position)
	select p_tenant, p_case, a.appeal_id, a.kind, a.number, a.level_id, a.level_name, a.body, a.status, a.open, a.urgency,
		a.timing, a.stage, a.reason_class, a.service_code, a.service, a.filed_by, a.received_at, a.received_on, a.due_at,
		a.due_rule_id, a.reviewer_user_id, a.reviewer_name, a.outcome, a.decided_at, a.decided_on, a.aid_continuing, a.position
	from jsonb_populate_recordset(null::case_appeal, p_rows) a;
	return true;
end $$;

revoke execute on function write_case_appeals(text, text, jsonb) from public;
grant execute on function write_case_appeals(text, text, jsonb) to openum_app;

-- Nothing is overwritten: a new line ends the one before it; without a supervisor the person works under nobody.
create table reporting_line (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	position bigint generated always as identity,
	supervisor_user_id text collate "C",
	since timestamptz not null,
	recorded_by text not null,
	primary key (tenant_id, user_id, position)
);

do $$
declare t text;
begin
	foreach t in array array['case_appeal', 'reporting_line'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
	end loop;
end $$;

grant select, insert, delete on case_appeal to openum_app;
grant select, insert on reporting_line to openum_app;
