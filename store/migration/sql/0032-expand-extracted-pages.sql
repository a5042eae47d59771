-- Facts read from pages of documents, a row for each page and version of a reader. They are no facts of the case, and only grow.

create table extracted_page (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	document_id text collate "C" not null,
	page integer not null check (page > 0),
	extractor text collate "C" not null,
	extractor_version text collate "C" not null,
	note_date date,
	facts jsonb not null,
	primary key (tenant_id, case_id, document_id, page, extractor, extractor_version)
);

alter table extracted_page enable row level security;
alter table extracted_page force row level security;
create policy tenant on extracted_page using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on extracted_page to openum_app;
