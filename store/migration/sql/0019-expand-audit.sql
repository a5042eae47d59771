-- What the last decided appeal made of each line; and samples of files that somebody drew to read, with what they found.

alter table case_item
	add column appeal_outcome text check (appeal_outcome in ('upheld', 'overturned', 'partiallyOverturned')),
	add column appeal_decided_on date;
create index case_item_appealed on case_item (tenant_id, appeal_decided_on) where appeal_decided_on is not null;

-- Talks of a period, without reading the whole log.
create index case_event_talk on case_event (tenant_id, occurred_at)
	where type in ('PeerToPeerOffered', 'PeerToPeerHeld', 'PeerToPeerMissed', 'PeerToPeerDeclined');

create table audit_sample (
	tenant_id text collate "C" not null,
	sample_id text collate "C" not null,
	universe text not null check (universe in ('denials', 'appeals')),
	from_day date not null,
	before_day date not null check (before_day > from_day),
	lines_of_business text[] not null,
	-- Who knows the seed can draw the same sample from the same universe again.
	seed int not null,
	universe_size int not null check (universe_size > 0),
	drawn_by_user_id text collate "C" not null,
	drawn_by_name text not null,
	drawn_at timestamptz not null,
	primary key (tenant_id, sample_id)
);
create index audit_sample_drawn on audit_sample (tenant_id, drawn_at desc, sample_id desc);

create table audit_file (
	tenant_id text collate "C" not null,
	sample_id text collate "C" not null,
	position int not null check (position > 0),
	case_id text collate "C" not null,
	item_sequence int not null,
	primary key (tenant_id, sample_id, position),
	foreign key (tenant_id, sample_id) references audit_sample,
	foreign key (tenant_id, case_id) references case_row
);

-- Readings only grow: a second reading of a file stands beside the first.
create table audit_reading (
	tenant_id text collate "C" not null,
	reading_id text collate "C" not null,
	sample_id text collate "C" not null,
	position int not null,
	verdict text not null check (verdict in ('pass', 'fail', 'notApplicable')),
	note text not null,
	read_by_user_id text collate "C" not null,
	read_by_name text not null,
	read_at timestamptz not null,
	primary key (tenant_id, reading_id),
	foreign key (tenant_id, sample_id, position) references audit_file
);
create index audit_reading_of_sample on audit_reading (tenant_id, sample_id, position, read_at);

do $$
declare t text;
begin
	foreach t in array array['audit_sample', 'audit_file', 'audit_reading'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
		execute format('grant select, insert on %I to openum_app', t);
		execute format('create trigger only_grows before delete or update on %I for each row execute function refuse_change()', t);
		execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
	end loop;
end $$;
