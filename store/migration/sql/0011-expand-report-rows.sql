-- What reports count: of each clock its regulator, line of business, stage and end; of each line its first decision. Rows that were
-- written before take the words of their case; the next event of the case writes them anew.

alter table case_row
	add column contract text collate "C",
	add column state_of_issue text not null default '',
	add column received_on date not null default 'epoch';

alter table case_item
	add column is_drug boolean not null default false,
	add column review_type text not null default 'prospective',
	add column submitted_at timestamptz not null default 'epoch',
	add column extended boolean not null default false,
	add column first_outcome text,
	add column first_decided_at timestamptz,
	add column first_decided_on date;

alter table case_clock
	add column authority text not null default 'federal',
	add column jurisdiction text not null default 'US-FED',
	add column line_of_business text not null default '',
	add column state_of_issue text not null default '',
	add column review_type text not null default 'prospective',
	add column urgency text not null default 'standard',
	add column started_on date not null default 'epoch',
	add column extended boolean not null default false,
	add column ended_by text check (ended_by in ('act', 'withdrawal', 'void'));

do $$
declare t text;
begin
	-- The owner sees the rows of every tenant for the length of this migration.
	foreach t in array array['case_event', 'case_row', 'case_item', 'case_clock'] loop
		execute format('alter table %I no force row level security', t);
	end loop;

	update case_row r set received_on = (r.received_at at time zone (e.data #>> '{request,zone}'))::date,
		state_of_issue = coalesce(e.data #>> '{request,coverage,stateOfIssue}', ''),
		contract = e.data #>> '{request,coverage,planId}'
	from case_event e where e.tenant_id = r.tenant_id and e.case_id = r.case_id and e.type = 'RequestReceived';
	update case_item i set submitted_at = r.received_at, review_type = r.review_type
	from case_row r where r.tenant_id = i.tenant_id and r.case_id = i.case_id;
	update case_clock k set line_of_business = r.line_of_business, state_of_issue = r.state_of_issue,
		review_type = r.review_type, urgency = r.urgency, started_on = r.received_on,
		ended_by = case when k.met_at is not null then 'act' end
	from case_row r where r.tenant_id = k.tenant_id and r.case_id = k.case_id;

	foreach t in array array['case_event', 'case_row', 'case_item', 'case_clock'] loop
		execute format('alter table %I force row level security', t);
	end loop;
end $$;

alter table case_row alter column state_of_issue drop default, alter column received_on drop default;
alter table case_item alter column is_drug drop default, alter column review_type drop default,
	alter column submitted_at drop default, alter column extended drop default;
alter table case_clock alter column authority drop default, alter column jurisdiction drop default,
	alter column line_of_business drop default, alter column state_of_issue drop default, alter column review_type drop default,
	alter column urgency drop default, alter column started_on drop default, alter column extended drop default;

create index case_clock_started on case_clock (tenant_id, started_on) where not superseded;
create index case_row_received on case_row (tenant_id, received_on);
create index case_item_decided on case_item (tenant_id, first_decided_on) where first_decided_on is not null;

create or replace function append_case(
	p_tenant text, p_case text, p_expected int, p_command text,
	p_events text,
	p_row jsonb, p_items jsonb, p_clocks jsonb, p_tasks jsonb,
	p_documents jsonb, p_document_bytes bytea[],
	p_notices jsonb, p_notice_pdfs bytea[],
	p_message jsonb, p_message_bytes bytea, p_message_answer bytea,
	p_outbox jsonb
) returns table (outcome text, at_version int, of_case text, answered bytea)
language plpgsql as $$
declare
	lines text[] := string_to_array(p_events, E'\n');
	current_version int;
	earlier record;
	chain text[];
	line text;
begin
	perform set_config('openum.tenant', p_tenant, true);

	if p_command is not null then
		select c.version into current_version from command_log c where c.tenant_id = p_tenant and c.command_id = p_command;
		if found then
			return query select 'sameCommand', current_version, p_case, null::bytea;
			return;
		end if;
	end if;

	if p_message ->> 'identifier_system' is not null then
		select m.case_id, m.sha256, m.answer into earlier from message m
		where m.tenant_id = p_tenant and m.client_id = p_message ->> 'client_id'
			and m.identifier_system = p_message ->> 'identifier_system'
			and m.identifier_value = p_message ->> 'identifier_value' and m.outcome = 'accepted';
		if found then
			return query select
				case when earlier.sha256 = p_message ->> 'sha256' then 'sameMessage' else 'messageReused' end,
				null::int, earlier.case_id,
				case when earlier.sha256 = p_message ->> 'sha256' then earlier.answer end;
			return;
		end if;
	end if;

	select r.version into current_version from case_row r where r.tenant_id = p_tenant and r.case_id = p_case for update;
	current_version := coalesce(current_version, 0);
	if current_version <> p_expected then
		return query select 'conflict', current_version, p_case, null::bytea;
		return;
	end if;

	chain := array[coalesce(
		(select e.hash from case_event e where e.tenant_id = p_tenant and e.case_id = p_case and e.sequence = p_expected),
		repeat('0', 64))];
	foreach line in array lines loop
		chain := chain || encode(sha256(convert_to(chain[cardinality(chain)] || E'\n' || line, 'UTF8')), 'hex');
	end loop;

	insert into case_event
		(tenant_id, case_id, sequence, type, data, actor, on_behalf_of, occurred_at, recorded_at, previous_hash, hash)
	select p_tenant, p_case, p_expected + n, e ->> 2, e -> 3, e -> 4, e ->> 5,
		(e ->> 6)::timestamptz, (e ->> 7)::timestamptz, chain[n], chain[n + 1]
	-- `offset 0` keeps the text from being parsed again for each column.
	from (select l.text::jsonb as e, l.n from unnest(lines) with ordinality as l(text, n) offset 0) x;

	insert into case_row
		(tenant_id, case_id, case_number, version, status, queue, line_of_business, plan_name, review_type, urgency, channel,
		member_number, member_name, member_search, member_birth_date, requesting_provider_name, requesting_provider_npi,
		service_summary, criteria_truth, received_at, assignee_user_id, assignee_name, next_due_at, next_due_rule_id,
		sender_reference, changed_at, contract, state_of_issue, received_on)
	select p_tenant, p_case, r.case_number, r.version, r.status, r.queue, r.line_of_business, r.plan_name, r.review_type,
		r.urgency, r.channel, r.member_number, r.member_name, r.member_search, r.member_birth_date, r.requesting_provider_name,
		r.requesting_provider_npi, r.service_summary, r.criteria_truth, r.received_at, r.assignee_user_id, r.assignee_name,
		r.next_due_at, r.next_due_rule_id, r.sender_reference, r.changed_at, r.contract, r.state_of_issue, r.received_on
	from jsonb_populate_record(null::case_row, p_row) r
	on conflict (tenant_id, case_id) do update set
		(case_number, version, status, queue, line_of_business, plan_name, review_type, urgency, channel, member_number,
		member_name, member_search, member_birth_date, requesting_provider_name, requesting_provider_npi, service_summary,
		criteria_truth, received_at, assignee_user_id, assignee_name, next_due_at, next_due_rule_id, sender_reference, changed_at, contract,
		state_of_issue, received_on)
		= (excluded.case_number, excluded.version, excluded.status, excluded.queue, excluded.line_of_business, excluded.plan_name,
		excluded.review_type, excluded.urgency, excluded.channel, excluded.member_number, excluded.member_name,
		excluded.member_search, excluded.member_birth_date, excluded.requesting_provider_name, excluded.requesting_provider_npi,
		excluded.service_summary, excluded.criteria_truth, excluded.received_at, excluded.assignee_user_id, excluded.assignee_name,
		excluded.next_due_at, excluded.next_due_rule_id, excluded.sender_reference, excluded.changed_at, excluded.contract,
		excluded.state_of_issue, excluded.received_on)
	-- Two writers of a new case: the second one must not overwrite the first.
	where case_row.version = p_expected;

	if p_expected > 0 then
		delete from case_item i where i.tenant_id = p_tenant and i.case_id = p_case;
		delete from case_clock c where c.tenant_id = p_tenant and c.case_id = p_case;
		delete from case_task t where t.tenant_id = p_tenant and t.case_id = p_case;
	end if;
	-- Rows name their case and tenant themselves, so that a new column needs no new function.
	insert into case_item select * from jsonb_populate_recordset(null::case_item, p_items);
	insert into case_clock select * from jsonb_populate_recordset(null::case_clock, p_clocks);
	insert into case_task select * from jsonb_populate_recordset(null::case_task, p_tasks);

	if p_command is not null then
		insert into command_log (tenant_id, command_id, case_id, version)
		values (p_tenant, p_command, p_case, p_expected + cardinality(lines));
	end if;
	if p_message is not null then
		insert into message
			(tenant_id, message_id, client_id, channel, content_type, bytes, sha256, received_at, identifier_system,
			identifier_value, outcome, case_id, answer)
		select p_tenant, m.message_id, m.client_id, m.channel, m.content_type, p_message_bytes, m.sha256, m.received_at,
			m.identifier_system, m.identifier_value, 'accepted', p_case, p_message_answer
		from jsonb_populate_record(null::message, p_message) m;
	end if;
	if p_documents is not null then
		insert into document (tenant_id, case_id, document_id, content_type, bytes)
		select p_tenant, p_case, d ->> 'document_id', d ->> 'content_type', p_document_bytes[n]
		from jsonb_array_elements(p_documents) with ordinality as x(d, n);
	end if;
	if p_notices is not null then
		insert into notice (tenant_id, case_id, notice_id, pdf, html)
		select p_tenant, p_case, d ->> 'notice_id', p_notice_pdfs[n], d ->> 'html'
		from jsonb_array_elements(p_notices) with ordinality as x(d, n);
	end if;
	if p_outbox is not null then
		insert into outbox (tenant_id, outbox_id, topic, case_id, due_at)
		select p_tenant, o ->> 'outbox_id', o ->> 'topic', o ->> 'case_id', (p_row ->> 'changed_at')::timestamptz
		from jsonb_array_elements(p_outbox) o;
	end if;

	return query select 'appended', p_expected + cardinality(lines), p_case, null::bytea;
end $$;
