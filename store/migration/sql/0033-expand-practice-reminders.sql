-- What people of a practice were told of tasks that near their end, and when the tasks were last looked at.

create table practice_reminder (
	tenant_id text collate "C" not null,
	reminder_id text collate "C" not null,
	episode_id text collate "C" not null,
	key text collate "C" not null,
	kind text collate "C" not null,
	step text collate "C" not null check (step in ('half', 'deputy', 'overdue', 'lapsed')),
	round int not null check (round >= 0),
	user_id text collate "C" not null,
	due_at timestamptz not null,
	remind_at timestamptz not null,
	raised_at timestamptz not null,
	late boolean not null,
	seen_at timestamptz,
	-- Absent: no mail has gone, or none that a server took or refused for good.
	mail text check (mail in ('sent', 'refused', 'dropped')),
	-- The last try, or the end of it.
	mail_at timestamptz,
	mail_tries int not null default 0,
	primary key (tenant_id, reminder_id),
	foreign key (tenant_id, episode_id) references episode_row
);
create unique index practice_reminder_step on practice_reminder (tenant_id, episode_id, key, step, round, user_id);
create index practice_reminder_user on practice_reminder (tenant_id, user_id, raised_at desc, reminder_id desc);
create index practice_reminder_mail on practice_reminder (tenant_id, raised_at, reminder_id) where mail is null;

create table practice_look (
	tenant_id text collate "C" not null primary key,
	looked_at timestamptz not null
);

do $$
declare t text;
begin
	foreach t in array array['practice_reminder', 'practice_look'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
	end loop;
end $$;

grant select, insert, update (seen_at, mail, mail_at, mail_tries) on practice_reminder to openum_app;
grant select, insert, update (looked_at) on practice_look to openum_app;
