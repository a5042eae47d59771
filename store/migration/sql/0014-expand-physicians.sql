-- What physicians say of their own work: conflicts of interest, time away, hours and room. Rows are added and ended, never rewritten.

create table physician_conflict (
	tenant_id text collate "C" not null,
	conflict_id text collate "C" not null,
	user_id text collate "C" not null,
	kind text not null check (kind in ('provider', 'practice', 'facility', 'member')),
	identifier text collate "C",
	name text not null,
	note text,
	declared_at timestamptz not null,
	declared_by text not null,
	ended_at timestamptz,
	primary key (tenant_id, conflict_id),
	foreign key (tenant_id, user_id) references app_user
);
create index physician_conflict_of_user on physician_conflict (tenant_id, user_id, declared_at desc, conflict_id desc);

create table physician_absence (
	tenant_id text collate "C" not null,
	absence_id text collate "C" not null,
	user_id text collate "C" not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null check (ends_at > starts_at),
	note text,
	recorded_at timestamptz not null,
	recorded_by text not null,
	cancelled_at timestamptz,
	primary key (tenant_id, absence_id),
	foreign key (tenant_id, user_id) references app_user
);
create index physician_absence_of_user on physician_absence (tenant_id, user_id, starts_at desc, absence_id desc);

-- One row for each time that somebody said it; the newest counts.
create table physician_availability (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	said bigint generated always as identity,
	hours jsonb,
	capacity numeric check (capacity > 0),
	recorded_at timestamptz not null,
	recorded_by text not null,
	primary key (tenant_id, user_id, said),
	foreign key (tenant_id, user_id) references app_user
);

do $$
declare t text;
begin
	foreach t in array array['physician_conflict', 'physician_absence', 'physician_availability'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
	end loop;
end $$;

grant select, insert on physician_conflict, physician_absence, physician_availability to openum_app;
grant update (ended_at) on physician_conflict to openum_app;
grant update (cancelled_at) on physician_absence to openum_app;

-- How fast the queue of physicians fills and empties.
create index case_event_of_physicians on case_event (tenant_id, recorded_at)
	where type = 'ReferredToPhysician' or (type = 'ItemDetermined' and data #>> '{by,role}' = 'medicalDirector');
create index case_row_with_physician on case_row (tenant_id, next_due_at) where queue = 'physician';
