-- Lines of past cases that several reviewers rate again, each without the others, to see how far they agree.

create table rating_set (
	tenant_id text collate "C" not null,
	set_id text collate "C" not null,
	title text not null,
	from_day date not null,
	before_day date not null check (before_day > from_day),
	-- Who knows the seed can draw the same lines from the same decisions again.
	seed int not null,
	due_on date not null,
	raters jsonb not null,
	created_at timestamptz not null,
	created_by_user_id text collate "C" not null,
	created_by_name text not null,
	primary key (tenant_id, set_id)
);
create index rating_set_created on rating_set (tenant_id, created_at desc, set_id desc);

create table rating_case (
	tenant_id text collate "C" not null,
	set_id text collate "C" not null,
	position int not null check (position > 0),
	case_id text collate "C" not null,
	item_sequence int not null,
	-- What raters see; whose case it was and what became of it stand in `recorded`.
	blinded jsonb not null,
	recorded jsonb not null,
	primary key (tenant_id, set_id, position),
	foreign key (tenant_id, set_id) references rating_set,
	foreign key (tenant_id, case_id) references case_row
);

-- One rating of a line by each rater, and no second.
create table rating (
	tenant_id text collate "C" not null,
	set_id text collate "C" not null,
	position int not null,
	user_id text collate "C" not null,
	leaves jsonb not null,
	recommendation text not null check (recommendation in ('approve', 'notAsRequested', 'needInformation')),
	note text not null,
	rated_at timestamptz not null,
	primary key (tenant_id, set_id, position, user_id),
	foreign key (tenant_id, set_id, position) references rating_case
);

do $$
declare t text;
begin
	foreach t in array array['rating_set', 'rating_case', 'rating'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
		execute format('grant select, insert on %I to openum_app', t);
		execute format('create trigger only_grows before delete or update on %I for each row execute function refuse_change()', t);
		execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
	end loop;
end $$;
