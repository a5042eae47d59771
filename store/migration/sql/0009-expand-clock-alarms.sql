-- Clocks that nobody has acted on, and what people are told about them.

create index case_clock_open on case_clock (tenant_id, due_at, case_id) where hard and not superseded and met_at is null;

-- One row for each step of the alarm plan that a clock has reached; the key is what keeps a step from being raised twice.
create table clock_alarm (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	clock_id text collate "C" not null,
	step_id text collate "C" not null,
	raised_at timestamptz not null,
	primary key (tenant_id, case_id, clock_id, step_id),
	foreign key (tenant_id, case_id) references case_row
);

create table notification (
	tenant_id text collate "C" not null,
	notification_id text collate "C" not null,
	user_id text collate "C" not null,
	case_id text collate "C" not null,
	clock_id text collate "C" not null,
	step_id text collate "C" not null,
	rule_id text not null,
	due_at timestamptz not null,
	-- The moment at which it ought to have been raised.
	alarm_at timestamptz not null,
	raised_at timestamptz not null,
	late boolean not null,
	read_at timestamptz,
	primary key (tenant_id, notification_id),
	foreign key (tenant_id, case_id, clock_id, step_id) references clock_alarm
);
create unique index notification_once on notification (tenant_id, case_id, clock_id, step_id, user_id);
create index notification_of_user on notification (tenant_id, user_id, raised_at desc, notification_id desc);
create index notification_unread on notification (tenant_id, user_id) where read_at is null;

do $$
declare t text;
begin
	foreach t in array array['clock_alarm', 'notification'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
	end loop;
end $$;

grant select, insert on clock_alarm, notification to openum_app;
grant update (read_at) on notification to openum_app;
