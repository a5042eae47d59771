-- What a plan has settled about automatic approval: every change, who proposed it and who confirmed it.

create table dial_event (
	tenant_id text collate "C" not null,
	sequence int not null check (sequence > 0),
	type text not null check (type in ('DialProposed', 'DialConfirmed', 'DialDeclined')),
	data jsonb not null,
	by jsonb not null,
	at timestamptz not null,
	primary key (tenant_id, sequence)
);
alter table dial_event enable row level security;
alter table dial_event force row level security;
create policy tenant on dial_event using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on dial_event to openum_app;
create trigger only_grows before delete or update on dial_event for each row execute function refuse_change();
create trigger never_emptied before truncate on dial_event for each statement execute function refuse_change();
