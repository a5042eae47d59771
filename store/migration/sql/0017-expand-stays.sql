-- The census: one line for each stay, written with the events of its case and computable from them.

create table stay_row (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	facility_name text not null,
	facility_npi text collate "C",
	level_of_care text not null,
	zone text not null,
	admitted_at timestamptz not null,
	admitted_on date not null,
	discharged_at timestamptz,
	discharged_on date,
	review text not null check (review in ('pending', 'due', 'discharged', 'closed')),
	review_due_at timestamptz,
	approved_days int not null,
	approved_through date,
	approved_ranges jsonb not null,
	update_awaited boolean not null,
	readiness text,
	expected_discharge_on date,
	-- A stay without a next review stands after all that have one.
	due_order timestamptz not null generated always as (coalesce(review_due_at, 'infinity'::timestamptz)) stored,
	primary key (tenant_id, case_id),
	foreign key (tenant_id, case_id) references case_row,
	-- No stay that goes on is without a review.
	constraint open_stay_has_review check (review <> 'due' or review_due_at is not null)
);
create index stay_row_due on stay_row (tenant_id, due_order, case_id);
create index stay_row_in on stay_row (tenant_id, due_order, case_id) where review in ('pending', 'due');

alter table stay_row enable row level security;
alter table stay_row force row level security;
create policy tenant on stay_row using (tenant_id = current_setting('openum.tenant', true));
grant select, insert, delete on stay_row to openum_app;

-- An append to a case that is about a stay: the append itself, and its line of the census in the same transaction.
create function append_stay_case(
	p_tenant text, p_case text, p_expected int, p_command text,
	p_events text,
	p_row jsonb, p_items jsonb, p_clocks jsonb, p_tasks jsonb,
	p_documents jsonb, p_document_bytes bytea[],
	p_notices jsonb, p_notice_pdfs bytea[],
	p_message jsonb, p_message_bytes bytea, p_message_answer bytea,
	p_outbox jsonb,
	p_stay jsonb
) returns table (outcome text, at_version int, of_case text, answered bytea)
language plpgsql as $$
declare
	done record;
begin
	select a.outcome, a.at_version, a.of_case, a.answered into strict done
	from append_case(p_tenant, p_case, p_expected, p_command, p_events, p_row, p_items, p_clocks, p_tasks, p_documents,
		p_document_bytes, p_notices, p_notice_pdfs, p_message, p_message_bytes, p_message_answer, p_outbox) a;
	if done.outcome = 'appended' then
		delete from stay_row s where s.tenant_id = p_tenant and s.case_id = p_case;
		insert into stay_row
			(tenant_id, case_id, facility_name, facility_npi, level_of_care, zone, admitted_at, admitted_on, discharged_at,
			discharged_on, review, review_due_at, approved_days, approved_through, approved_ranges, update_awaited, readiness,
			expected_discharge_on)
		select p_tenant, p_case, s.facility_name, s.facility_npi, s.level_of_care, s.zone, s.admitted_at, s.admitted_on,
			s.discharged_at, s.discharged_on, s.review, s.review_due_at, s.approved_days, s.approved_through, s.approved_ranges,
			s.update_awaited, s.readiness, s.expected_discharge_on
		from jsonb_populate_record(null::stay_row, p_stay) s;
	end if;
	return query select done.outcome, done.at_version, done.of_case, done.answered;
end $$;

revoke execute on function append_stay_case(text, text, int, text, text, jsonb, jsonb, jsonb, jsonb, jsonb, bytea[], jsonb,
	bytea[], jsonb, bytea, bytea, jsonb, jsonb) from public;
grant execute on function append_stay_case(text, text, int, text, text, jsonb, jsonb, jsonb, jsonb, jsonb, bytea[], jsonb,
	bytea[], jsonb, bytea, bytea, jsonb, jsonb) to openum_app;
