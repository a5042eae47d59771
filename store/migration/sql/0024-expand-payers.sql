-- A practice's payers: rule cards, who has which work, and what went over electronic lines.

create table payer_card (
	tenant_id text collate "C" not null,
	payer_id text collate "C" not null,
	version int not null check (version > 0),
	card jsonb not null,
	saved_at timestamptz not null,
	user_id text collate "C" not null,
	user_name text not null,
	reason text not null check (length(btrim(reason)) > 0),
	primary key (tenant_id, payer_id, version),
	check (card ->> 'payerId' = payer_id)
);
alter table payer_card enable row level security;
alter table payer_card force row level security;
create policy tenant on payer_card using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on payer_card to openum_app;
create trigger only_grows before update or delete on payer_card for each row execute function refuse_change();
create trigger never_emptied before truncate on payer_card for each statement execute function refuse_change();

create table task_duty (
	tenant_id text collate "C" not null,
	version int not null check (version > 0),
	duty jsonb not null,
	saved_at timestamptz not null,
	user_id text collate "C" not null,
	user_name text not null,
	primary key (tenant_id, version)
);
alter table task_duty enable row level security;
alter table task_duty force row level security;
create policy tenant on task_duty using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on task_duty to openum_app;
create trigger only_grows before update or delete on task_duty for each row execute function refuse_change();
create trigger never_emptied before truncate on task_duty for each statement execute function refuse_change();

create table payer_exchange (
	tenant_id text collate "C" not null,
	exchange_id text collate "C" not null,
	episode_id text collate "C" not null,
	submission_id text collate "C" not null,
	payer_id text collate "C" not null,
	line text collate "C" not null,
	operation text collate "C" not null check (operation in ('submit', 'inquire')),
	sent bytea not null,
	sent_at timestamptz not null,
	status int,
	answer bytea,
	open boolean not null,
	primary key (tenant_id, exchange_id),
	check ((status is null) = (answer is null))
);
create index payer_exchange_submission on payer_exchange (tenant_id, submission_id, sent_at desc, exchange_id desc);
alter table payer_exchange enable row level security;
alter table payer_exchange force row level security;
create policy tenant on payer_exchange using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on payer_exchange to openum_app;
create trigger only_grows before update or delete on payer_exchange for each row execute function refuse_change();
create trigger never_emptied before truncate on payer_exchange for each statement execute function refuse_change();
