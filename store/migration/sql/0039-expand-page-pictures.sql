-- Pictures of pages that were drawn already. Made of the files; forgotten ones are drawn again.
create table page_picture (
	tenant_id text collate "C" not null,
	-- The case, the episode, or the message to which the document belongs.
	shelf_id text collate "C" not null,
	document_id text collate "C" not null,
	size text not null check (size in ('thumbnail', 'page', 'large')),
	page integer not null check (page > 0),
	bytes bytea,
	problem text,
	drawn_at timestamptz not null,
	primary key (tenant_id, shelf_id, document_id, size, page),
	check ((bytes is null) <> (problem is null))
);
-- A WebP cannot be packed further.
alter table page_picture alter column bytes set storage external;
create index page_picture_drawn on page_picture (tenant_id, drawn_at);
alter table page_picture enable row level security;
alter table page_picture force row level security;
create policy tenant on page_picture using (tenant_id = current_setting('openum.tenant', true));
grant select, insert, delete on page_picture to openum_app;
