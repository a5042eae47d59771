create table member (
	tenant_id text collate "C" not null,
	member_id text collate "C" not null,
	member_number text collate "C" not null,
	-- Lower case without accents, `family, given`.
	search_name text collate "C" not null,
	member jsonb not null,
	coverage jsonb not null,
	coverage_from date not null,
	coverage_through date,
	zone text not null,
	rating_period_start date,
	primary key (tenant_id, member_id)
);
create unique index member_number on member (tenant_id, member_number);
create index member_search_name on member (tenant_id, search_name, member_id);

create table provider (
	tenant_id text collate "C" not null,
	provider_id text collate "C" not null,
	npi text collate "C" not null,
	search_name text collate "C" not null,
	kind text not null check (kind in ('organization', 'practitioner')),
	name text not null,
	specialty text,
	phone text,
	fax text,
	address jsonb,
	primary key (tenant_id, provider_id)
);
create unique index provider_npi on provider (tenant_id, npi);
create index provider_search_name on provider (tenant_id, search_name, provider_id);

alter table member enable row level security;
alter table member force row level security;
create policy tenant on member using (tenant_id = current_setting('openum.tenant', true));
alter table provider enable row level security;
alter table provider force row level security;
create policy tenant on provider using (tenant_id = current_setting('openum.tenant', true));

grant select, insert, update on member, provider to openum_app;
