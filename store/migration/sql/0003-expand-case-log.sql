-- What happened to a case. The list only grows: no grant to change it, and a trigger for those who need no grant.

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% only grows: its rows are neither changed nor deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create table case_event (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	sequence int not null check (sequence > 0),
	type text not null,
	data jsonb not null,
	actor jsonb not null,
	on_behalf_of text,
	occurred_at timestamptz not null,
	recorded_at timestamptz not null,
	previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
	hash text not null check (hash ~ '^[0-9a-f]{64}$'),
	primary key (tenant_id, case_id, sequence),
	-- An outcome that is not known to be favourable counts as adverse.
	constraint adverse_determination_is_a_physicians check (
		type <> 'ItemDetermined'
		or coalesce(data ->> 'outcome' in ('approved', 'notRequired'), false)
		or (
			data ->> 'outcome' in ('partiallyApproved', 'modified', 'denied')
			and actor ->> 'kind' = 'person'
			and data #>> '{by,kind}' = 'person'
			and data #>> '{by,userId}' = actor ->> 'userId'
			and data #>> '{by,qualification,profession}' = 'physician'
			and jsonb_path_exists(data, '$.by.qualification.licences[*]')
			and jsonb_path_exists(data, '$.reasonCodes[*] ? (@ != "")')
			and length(btrim(data ->> 'rationale')) >= 20
		) is true
	)
);

-- A second append with the same intention finds itself here.
create table command_log (
	tenant_id text collate "C" not null,
	command_id text collate "C" not null,
	case_id text collate "C" not null,
	version int not null,
	primary key (tenant_id, command_id)
);

create table message (
	tenant_id text collate "C" not null,
	message_id text collate "C" not null,
	client_id text collate "C" not null,
	channel text not null,
	content_type text not null,
	bytes bytea not null,
	sha256 text not null,
	received_at timestamptz not null,
	identifier_system text collate "C",
	identifier_value text collate "C",
	outcome text not null check (outcome in ('accepted', 'unprocessable', 'rejected')),
	case_id text collate "C",
	answer bytea not null,
	primary key (tenant_id, message_id),
	check ((identifier_system is null) = (identifier_value is null)),
	check ((case_id is null) = (outcome <> 'accepted'))
);
-- One case per identifier; a message that made no case may be sent again, corrected, under the same one.
create unique index message_accepted on message (tenant_id, client_id, identifier_system, identifier_value) where outcome = 'accepted';
create index message_refused on message (tenant_id, client_id, identifier_system, identifier_value, received_at) where outcome <> 'accepted';

create table document (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	document_id text collate "C" not null,
	content_type text not null,
	bytes bytea not null,
	primary key (tenant_id, case_id, document_id)
);

create table notice (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	notice_id text collate "C" not null,
	pdf bytea not null,
	html text not null,
	primary key (tenant_id, case_id, notice_id)
);

-- Every reading of protected health information (45 CFR 164.312(b)).
create table read_log (
	tenant_id text collate "C" not null,
	read_id text collate "C" not null,
	case_id text collate "C",
	user_id text collate "C",
	client_id text collate "C",
	purpose text not null,
	what text not null,
	resource_id text collate "C",
	at timestamptz not null,
	primary key (tenant_id, read_id)
);
create index read_log_of_case on read_log (tenant_id, case_id, at desc, read_id desc);

do $$
declare t text;
begin
	foreach t in array array['case_event', 'command_log', 'message', 'document', 'notice', 'read_log'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
		execute format('grant select, insert on %I to openum_app', t);
		execute format('create trigger only_grows before update or delete on %I for each row execute function refuse_change()', t);
		execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
	end loop;
end $$;
