-- The text of documents page by page. Made from the files, and can be made again.

create table document_reading (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	document_id text collate "C" not null,
	state text not null check (state in ('reading', 'read', 'unreadable')),
	pages integer,
	problem text,
	primary key (tenant_id, case_id, document_id)
);

create table document_page (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	document_id text collate "C" not null,
	page integer not null check (page > 0),
	text text not null,
	first_line text not null,
	-- [start, end, left, top, width, height] of each stretch of the text.
	stretches jsonb not null,
	aspect double precision not null,
	method text not null check (method in ('textLayer', 'recognized', 'none')),
	confidence double precision,
	problem text,
	kind jsonb,
	primary key (tenant_id, case_id, document_id, page)
);

do $$
declare t text;
begin
	foreach t in array array['document_reading', 'document_page'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
		execute format('grant select, insert on %I to openum_app', t);
	end loop;
end $$;
grant update on document_reading to openum_app;
