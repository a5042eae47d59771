-- What the lists and the four questions must know of an episode, beside its pages of services: written with each event, and computed
-- again from the log where it was made by an earlier version of the code.

create table episode_facts (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	version int not null,
	-- Which version of the code made the read models of this episode. Another one says nothing, and the log is read instead.
	made_by int not null,
	-- When the first and the last of its events were written down.
	opened_at timestamptz not null,
	changed_at timestamptz not null,
	-- Days since 1 January 1970 between which anything can be counted; absent where there is nothing.
	first_day int,
	last_day int,
	matters text[] not null,
	facts jsonb not null,
	primary key (tenant_id, episode_id),
	foreign key (tenant_id, episode_id) references episode_row
);
-- Which episodes a list must read, without reading what the facts say.
create index episode_facts_matter on episode_facts (tenant_id, episode_id) include (version, made_by, matters);
create index episode_facts_days on episode_facts (tenant_id, last_day, first_day);
create index episode_facts_changed on episode_facts (tenant_id, changed_at);

alter table episode_facts enable row level security;
alter table episode_facts force row level security;
create policy tenant on episode_facts using (tenant_id = current_setting('openum.tenant', true));
grant select, insert, update on episode_facts to openum_app;

do $$
declare t text;
begin
	for t in select tenant_id from all_tenants() loop
		perform set_config('openum.tenant', t, true);
		insert into episode_facts
		select r.tenant_id, r.episode_id, r.version, 0, e.first_at, e.last_at, null, null, '{tasks,talks,denials}', '{}'
		from episode_row r, lateral (
			select min(x.recorded_at) as first_at, max(x.recorded_at) as last_at from episode_event x
			where x.tenant_id = r.tenant_id and x.episode_id = r.episode_id) e
		where r.tenant_id = t and e.first_at is not null;
	end loop;
end $$;

-- Everything that is stored of an episode beside its log.
create function write_episode_rows(
	p_tenant text, p_episode text, p_row jsonb, p_authorizations jsonb, p_pages jsonb, p_facts jsonb
) returns void
language plpgsql as $$
begin
	insert into episode_row
		(tenant_id, episode_id, episode_number, version, patient_id, patient_name, patient_search, patient_birth_date,
		chart_number, part2, programme_id, programme_name, level_of_care, level_from, daily_charge, admitted_on, emergency,
		discharged_on, clinician_name, clinician_user_id, payer_id, payer_name, member_number, line_of_business,
		authorized_through, uncovered_from, next_review_on, asked_at, talk_closes_at, services, uncovered_services, charge,
		at_stake, changed_at, pending, claim_ids)
	select p_tenant, p_episode, r.episode_number, r.version, r.patient_id, r.patient_name, r.patient_search,
		r.patient_birth_date, r.chart_number, r.part2, r.programme_id, r.programme_name, r.level_of_care, r.level_from,
		r.daily_charge, r.admitted_on, r.emergency, r.discharged_on, r.clinician_name, r.clinician_user_id, r.payer_id,
		r.payer_name, r.member_number, r.line_of_business, r.authorized_through, r.uncovered_from, r.next_review_on,
		r.asked_at, r.talk_closes_at, r.services, r.uncovered_services, r.charge, r.at_stake, r.changed_at, r.pending,
		r.claim_ids
	from jsonb_populate_record(null::episode_row, p_row) r
	on conflict (tenant_id, episode_id) do update set
		(episode_number, version, patient_id, patient_name, patient_search, patient_birth_date, chart_number, part2,
		programme_id, programme_name, level_of_care, level_from, daily_charge, admitted_on, emergency, discharged_on,
		clinician_name, clinician_user_id, payer_id, payer_name, member_number, line_of_business, authorized_through,
		uncovered_from, next_review_on, asked_at, talk_closes_at, services, uncovered_services, charge, at_stake, changed_at,
		pending, claim_ids)
		= (excluded.episode_number, excluded.version, excluded.patient_id, excluded.patient_name, excluded.patient_search,
		excluded.patient_birth_date, excluded.chart_number, excluded.part2, excluded.programme_id, excluded.programme_name,
		excluded.level_of_care, excluded.level_from, excluded.daily_charge, excluded.admitted_on, excluded.emergency,
		excluded.discharged_on, excluded.clinician_name, excluded.clinician_user_id, excluded.payer_id, excluded.payer_name,
		excluded.member_number, excluded.line_of_business, excluded.authorized_through, excluded.uncovered_from,
		excluded.next_review_on, excluded.asked_at, excluded.talk_closes_at, excluded.services, excluded.uncovered_services,
		excluded.charge, excluded.at_stake, excluded.changed_at, excluded.pending, excluded.claim_ids);

	delete from episode_authorization a where a.tenant_id = p_tenant and a.episode_id = p_episode;
	delete from service_page s where s.tenant_id = p_tenant and s.episode_id = p_episode;
	delete from episode_claim c where c.tenant_id = p_tenant and c.episode_id = p_episode;
	insert into episode_authorization
	select p_tenant, p_episode, a.authorization_id, a.number, a.coverage_id, a.level_of_care, a.codes, a.first_day, a.last_day,
		a.units, a.units_used, a.next_review_on
	from jsonb_populate_recordset(null::episode_authorization, p_authorizations) a;
	insert into service_page
	select p_tenant, p_episode, s.level_of_care, s.code, s.days, s.units, s.charges, s.states, s.at_stake, s.billed_on
	from jsonb_populate_recordset(null::service_page, p_pages) s;
	insert into episode_claim select p_tenant, c, p_episode from jsonb_array_elements_text(p_row -> 'claim_ids') c;

	insert into episode_facts
		(tenant_id, episode_id, version, made_by, opened_at, changed_at, first_day, last_day, matters, facts)
	select p_tenant, p_episode, (p_row ->> 'version')::int, f.made_by, e.first_at, e.last_at, f.first_day, f.last_day,
		f.matters, f.facts
	from jsonb_populate_record(null::episode_facts, p_facts) f, lateral (
		select min(x.recorded_at) as first_at, max(x.recorded_at) as last_at from episode_event x
		where x.tenant_id = p_tenant and x.episode_id = p_episode) e
	on conflict (tenant_id, episode_id) do update set
		(version, made_by, opened_at, changed_at, first_day, last_day, matters, facts)
		= (excluded.version, excluded.made_by, excluded.opened_at, excluded.changed_at, excluded.first_day, excluded.last_day,
		excluded.matters, excluded.facts);
end $$;

drop function append_episode(text, text, int, text, text, jsonb, jsonb, jsonb);

-- One round trip for one append: looks, compares, writes everything or nothing, with the caller's rights and under its policies.
-- p_events holds the canonical text of each event on a line of its own, as in append_case.
create function append_episode(
	p_tenant text, p_episode text, p_expected int, p_command text, p_events text,
	p_row jsonb, p_authorizations jsonb, p_pages jsonb,
	-- Left out by a release that does not know it: what it writes is computed again.
	p_facts jsonb default '{"made_by": 0, "matters": ["tasks", "talks", "denials"], "facts": {}}'
) returns table (outcome text, at_version int)
language plpgsql as $$
declare
	lines text[] := string_to_array(p_events, E'\n');
	current_version int;
	chain text[];
	line text;
begin
	perform set_config('openum.tenant', p_tenant, true);

	if p_command is not null then
		select c.version into current_version from episode_command c where c.tenant_id = p_tenant and c.command_id = p_command;
		if found then
			return query select 'sameCommand', current_version;
			return;
		end if;
	end if;

	select r.version into current_version from episode_row r
	where r.tenant_id = p_tenant and r.episode_id = p_episode for update;
	current_version := coalesce(current_version, 0);
	if current_version <> p_expected then
		return query select 'conflict', current_version;
		return;
	end if;

	chain := array[coalesce(
		(select e.hash from episode_event e where e.tenant_id = p_tenant and e.episode_id = p_episode and e.sequence = p_expected),
		repeat('0', 64))];
	foreach line in array lines loop
		chain := chain || encode(sha256(convert_to(chain[cardinality(chain)] || E'\n' || line, 'UTF8')), 'hex');
	end loop;

	insert into episode_event
		(tenant_id, episode_id, sequence, type, data, actor, occurred_at, recorded_at, previous_hash, hash)
	select p_tenant, p_episode, p_expected + n, e ->> 2, e -> 3, e -> 4,
		(e ->> 6)::timestamptz, (e ->> 7)::timestamptz, chain[n], chain[n + 1]
	from (select l.text::jsonb as e, l.n from unnest(lines) with ordinality as l(text, n) offset 0) x;

	perform write_episode_rows(p_tenant, p_episode, p_row, p_authorizations, p_pages, p_facts);

	if p_command is not null then
		insert into episode_command (tenant_id, command_id, episode_id, version)
		values (p_tenant, p_command, p_episode, p_expected + cardinality(lines));
	end if;
	return query select 'appended', p_expected + cardinality(lines);
end $$;

revoke execute on function append_episode(text, text, int, text, text, jsonb, jsonb, jsonb, jsonb) from public;
grant execute on function append_episode(text, text, int, text, text, jsonb, jsonb, jsonb, jsonb) to openum_app;

-- Writes the read models of an episode anew, unless its log has grown since they were computed.
create function replace_episode_rows(
	p_tenant text, p_episode text, p_version int, p_row jsonb, p_authorizations jsonb, p_pages jsonb, p_facts jsonb
) returns boolean
language plpgsql as $$
begin
	perform 1 from episode_row r
	where r.tenant_id = p_tenant and r.episode_id = p_episode and r.version = p_version for update;
	if not found then
		return false;
	end if;
	perform write_episode_rows(p_tenant, p_episode, p_row, p_authorizations, p_pages, p_facts);
	return true;
end $$;

revoke execute on function write_episode_rows(text, text, jsonb, jsonb, jsonb, jsonb) from public;
revoke execute on function replace_episode_rows(text, text, int, jsonb, jsonb, jsonb, jsonb) from public;
grant execute on function write_episode_rows(text, text, jsonb, jsonb, jsonb, jsonb) to openum_app;
grant execute on function replace_episode_rows(text, text, int, jsonb, jsonb, jsonb, jsonb) to openum_app;
