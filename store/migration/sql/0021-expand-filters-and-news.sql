-- Filters that people keep by name, and what they have read or do not want to hear of the news that cases make.

create table saved_filter (
	tenant_id text collate "C" not null,
	filter_id text collate "C" not null,
	owner_user_id text collate "C" not null,
	owner_name text not null,
	page text not null,
	name text not null check (length(btrim(name)) > 0),
	search jsonb not null,
	team_id text collate "C",
	saved_at timestamptz not null,
	primary key (tenant_id, filter_id)
);
create unique index saved_filter_name on saved_filter (tenant_id, owner_user_id, page, name);
create index saved_filter_team on saved_filter (tenant_id, team_id) where team_id is not null;

create table news_read (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	case_id text collate "C" not null,
	sequence int not null,
	read_at timestamptz not null,
	primary key (tenant_id, user_id, case_id, sequence),
	foreign key (tenant_id, case_id, sequence) references case_event
);

create table news_preference (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	muted text[] not null,
	primary key (tenant_id, user_id)
);

create index case_event_news on case_event (tenant_id, recorded_at desc) where type in ('Assigned', 'AppealReviewerAssigned',
	'InformationReceived', 'PeerToPeerScheduled', 'AppealFiled', 'CaseManagementReferred', 'NoticeDeliveryFailed', 'NoticeDeliveryReturned');

do $$
declare t text;
begin
	foreach t in array array['saved_filter', 'news_read', 'news_preference'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
	end loop;
end $$;

grant select, insert, update, delete on saved_filter to openum_app;
grant select, insert on news_read to openum_app;
grant select, insert, update on news_preference to openum_app;
