-- Who gets which case: teams, people and rules of a plan, one row for each version.

create table routing_plan (
	tenant_id text collate "C" not null,
	version int not null check (version > 0),
	plan jsonb not null,
	saved_at timestamptz not null,
	user_id text collate "C" not null,
	user_name text not null,
	reason text not null check (length(btrim(reason)) > 0),
	primary key (tenant_id, version)
);
alter table routing_plan enable row level security;
alter table routing_plan force row level security;
create policy tenant on routing_plan using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on routing_plan to openum_app;
create trigger only_grows before update or delete on routing_plan for each row execute function refuse_change();
create trigger never_emptied before truncate on routing_plan for each statement execute function refuse_change();
