-- The intake list: every message that came in, and how those that made no case were settled by a person.

alter table message drop constraint message_outcome_check;
alter table message add constraint message_outcome_check check (outcome in ('accepted', 'unprocessable', 'rejected', 'waiting'));
create index message_received on message (tenant_id, received_at desc, message_id desc);

-- What could be read out of a message that made no case.
create table arrival (
	tenant_id text collate "C" not null,
	message_id text collate "C" not null,
	sender_name text,
	member_number text collate "C",
	member_name text,
	-- Lower case without accents, for searches by the start of a name.
	member_search text collate "C",
	service_summary text,
	problems text[] not null,
	primary key (tenant_id, message_id),
	foreign key (tenant_id, message_id) references message
);

create table arrival_settlement (
	tenant_id text collate "C" not null,
	message_id text collate "C" not null,
	kind text not null check (kind in ('entered', 'dismissed')),
	reason text,
	case_id text collate "C",
	user_id text collate "C" not null,
	user_name text not null,
	at timestamptz not null,
	primary key (tenant_id, message_id),
	foreign key (tenant_id, message_id) references message,
	foreign key (tenant_id, case_id) references case_row,
	check ((kind = 'entered') = (case_id is not null)),
	-- Nothing that was sent is put aside without a word.
	check (kind = 'entered' or length(btrim(reason)) > 0)
);

do $$
declare t text;
begin
	foreach t in array array['arrival', 'arrival_settlement'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
		execute format('grant select, insert on %I to openum_app', t);
		execute format('create trigger only_grows before update or delete on %I for each row execute function refuse_change()', t);
		execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
	end loop;
end $$;
