-- Files between a practice and its payers (X12), byte by byte, and what became of each.

create table payer_file (
	tenant_id text collate "C" not null,
	file_id text collate "C" not null,
	direction text collate "C" not null check (direction in ('in', 'out')),
	file_name text not null,
	sha256 text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
	size int not null check (size >= 0),
	content bytea not null,
	kept_at timestamptz not null,
	kept_by_id text collate "C",
	kept_by_name text not null,
	line text collate "C",
	partner text collate "C",
	control int check (control between 1 and 999999999),
	reference text collate "C",
	episode_id text collate "C",
	primary key (tenant_id, file_id),
	check (octet_length(content) = size)
);
create unique index payer_file_control on payer_file (tenant_id, partner, control) where control is not null;
create index payer_file_newest on payer_file (tenant_id, kept_at desc, file_id desc);
create index payer_file_content on payer_file (tenant_id, sha256) where direction = 'in';
create index payer_file_reference on payer_file (tenant_id, reference) where reference is not null;

create table payer_file_note (
	tenant_id text collate "C" not null,
	file_id text collate "C" not null,
	note_id bigint generated always as identity,
	at timestamptz not null,
	by text not null,
	part int not null check (part >= 0),
	standing text collate "C" not null,
	text text not null,
	kinds text[],
	episode_id text collate "C",
	submission_id text collate "C",
	primary key (tenant_id, file_id, note_id),
	foreign key (tenant_id, file_id) references payer_file
);

-- The number of an interchange: counted for each partner, so that none comes twice.
create table partner_control (
	tenant_id text collate "C" not null,
	partner text collate "C" not null,
	last_number int not null check (last_number between 1 and 999999999),
	primary key (tenant_id, partner)
);

do $$
declare t text;
begin
	foreach t in array array['payer_file', 'payer_file_note', 'partner_control'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
	end loop;
	foreach t in array array['payer_file', 'payer_file_note'] loop
		execute format('grant select, insert on %I to openum_app', t);
		execute format('create trigger only_grows before update or delete on %I for each row execute function refuse_change()', t);
		execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
	end loop;
end $$;

grant select, insert, update on partner_control to openum_app;
