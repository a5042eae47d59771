-- Cases by the start of the name of who asked. A column of its own, because under row-level security an index on an expression of
-- the name would not be used.

alter table case_row add column requester_search text collate "C" not null
	generated always as (lower(requesting_provider_name)) stored;
create index case_row_requester_name on case_row (tenant_id, requester_search, case_id);
