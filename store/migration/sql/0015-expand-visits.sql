-- What the systems of facilities tell of their patients (HL7 v2 ADT): each message as it came, and the visit that they make together.

create table visit_message (
	tenant_id text collate "C" not null,
	message_id text collate "C" not null,
	client_id text collate "C" not null,
	control_id text collate "C" not null,
	visit_number text collate "C" not null,
	content_type text not null,
	bytes bytea not null,
	sha256 text not null,
	received_at timestamptz not null,
	movement jsonb not null,
	primary key (tenant_id, message_id)
);
-- A sender that repeats a control id gets the first answer again, or a refusal.
create unique index visit_message_control on visit_message (tenant_id, client_id, control_id);
create index visit_message_of_visit on visit_message (tenant_id, client_id, visit_number);

create table visit_answer (
	tenant_id text collate "C" not null,
	message_id text collate "C" not null,
	answer bytea not null,
	primary key (tenant_id, message_id),
	foreign key (tenant_id, message_id) references visit_message
);

-- Follows from the messages, but for the case that it became.
create table visit (
	tenant_id text collate "C" not null,
	client_id text collate "C" not null,
	visit_number text collate "C" not null,
	phase text not null check (phase in ('emergency', 'outpatient', 'inpatient', 'discharged', 'cancelled')),
	inpatient boolean not null,
	member_number text collate "C" not null,
	member_name text not null,
	birth_date date not null,
	facility_name text not null,
	admitted_at timestamptz,
	discharged_at timestamptz,
	problems text[] not null,
	messages integer not null,
	last_received_at timestamptz not null,
	-- No reference: the visit takes its case before the case is written, so that two messages at once open one.
	case_id text collate "C",
	primary key (tenant_id, client_id, visit_number)
);
create index visit_received on visit (tenant_id, last_received_at desc, client_id desc, visit_number desc);

do $$
declare t text;
begin
	foreach t in array array['visit_message', 'visit_answer', 'visit'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
		execute format('grant select, insert on %I to openum_app', t);
	end loop;
	foreach t in array array['visit_message', 'visit_answer'] loop
		execute format('create trigger only_grows before update or delete on %I for each row execute function refuse_change()', t);
		execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
	end loop;
end $$;
grant update on visit to openum_app;
