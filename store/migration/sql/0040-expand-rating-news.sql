-- What somebody has read of the news about sets to rate. The news itself is derived from the sets and their ratings.

create table rating_news_read (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	set_id text collate "C" not null,
	kind text not null check (kind in ('ratingAsked', 'ratingDue', 'ratingClosed')),
	read_at timestamptz not null,
	primary key (tenant_id, user_id, set_id, kind),
	foreign key (tenant_id, set_id) references rating_set
);
alter table rating_news_read enable row level security;
alter table rating_news_read force row level security;
create policy tenant on rating_news_read using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on rating_news_read to openum_app;
