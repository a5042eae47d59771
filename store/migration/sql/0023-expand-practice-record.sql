-- The record of a practice: its register, and the log of its episodes with what is read from it.

create table episode_event (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	sequence int not null check (sequence > 0),
	type text not null,
	data jsonb not null,
	actor jsonb not null,
	occurred_at timestamptz not null,
	recorded_at timestamptz not null,
	previous_hash text not null check (previous_hash ~ '^[0-9a-f]{64}$'),
	hash text not null check (hash ~ '^[0-9a-f]{64}$'),
	primary key (tenant_id, episode_id, sequence)
);

-- A second append with the same intention finds itself here.
create table episode_command (
	tenant_id text collate "C" not null,
	command_id text collate "C" not null,
	episode_id text collate "C" not null,
	version int not null,
	primary key (tenant_id, command_id)
);

create table episode_row (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	episode_number text collate "C" not null,
	version int not null,
	patient_id text collate "C" not null,
	patient_name text not null,
	patient_search text collate "C" not null,
	patient_birth_date date not null,
	chart_number text collate "C",
	part2 boolean not null,
	programme_id text collate "C" not null,
	programme_name text not null,
	level_of_care text collate "C" not null,
	level_from date not null,
	daily_charge bigint not null,
	admitted_on date not null,
	emergency boolean not null,
	discharged_on date,
	clinician_name text,
	clinician_user_id text collate "C",
	payer_id text collate "C",
	payer_name text,
	member_number text collate "C",
	line_of_business text,
	authorized_through date,
	uncovered_from date,
	next_review_on date,
	asked_at timestamptz,
	talk_closes_at timestamptz,
	services int not null,
	uncovered_services int not null,
	charge bigint not null,
	at_stake bigint not null,
	changed_at timestamptz not null,
	-- Asked of a payer and not answered; part of what a matching from scratch reads.
	pending jsonb not null,
	claim_ids text[] not null,
	primary key (tenant_id, episode_id)
);
create unique index episode_row_number on episode_row (tenant_id, episode_number);
create index episode_row_present on episode_row (tenant_id, patient_search, episode_id) where discharged_on is null;
create index episode_row_name on episode_row (tenant_id, patient_search, episode_id);
create index episode_row_patient on episode_row (tenant_id, patient_id);

create table episode_authorization (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	authorization_id text collate "C" not null,
	number text collate "C" not null,
	coverage_id text collate "C" not null,
	level_of_care text collate "C" not null,
	codes text[] not null,
	first_day date not null,
	last_day date not null,
	units int check (units > 0),
	units_used int not null,
	next_review_on date,
	primary key (tenant_id, episode_id, authorization_id),
	foreign key (tenant_id, episode_id) references episode_row
);
create index episode_authorization_number on episode_authorization (tenant_id, number);

-- All services of one level and code of an episode; the n-th places of the lists are one service.
create table service_page (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	level_of_care text collate "C" not null,
	code text collate "C" not null,
	days int[] not null,
	units int[] not null,
	charges int[] not null,
	states smallint[] not null,
	at_stake int[] not null,
	billed_on int[] not null,
	primary key (tenant_id, episode_id, level_of_care, code),
	foreign key (tenant_id, episode_id) references episode_row
);

-- Which episode a claim belongs to.
create table episode_claim (
	tenant_id text collate "C" not null,
	claim_id text collate "C" not null,
	episode_id text collate "C" not null,
	primary key (tenant_id, claim_id, episode_id),
	foreign key (tenant_id, episode_id) references episode_row
);

create table practice_patient (
	tenant_id text collate "C" not null,
	patient_id text collate "C" not null,
	family text not null check (length(btrim(family)) > 0),
	given text not null check (length(btrim(given)) > 0),
	birth_date date not null,
	chart_number text collate "C",
	part2 boolean,
	coverages jsonb not null,
	search_name text collate "C" not null,
	primary key (tenant_id, patient_id)
);
create unique index practice_patient_chart on practice_patient (tenant_id, chart_number);
create index practice_patient_name on practice_patient (tenant_id, search_name);

create table practice_programme (
	tenant_id text collate "C" not null,
	programme_id text collate "C" not null,
	name text not null,
	name_key text collate "C" not null,
	level_of_care text not null,
	code text not null,
	charge bigint not null check (charge >= 0),
	weekdays int[],
	active boolean not null,
	primary key (tenant_id, programme_id)
);
create unique index practice_programme_name on practice_programme (tenant_id, name_key);

create table practice_payer (
	tenant_id text collate "C" not null,
	payer_id text collate "C" not null,
	name text not null,
	name_key text collate "C" not null,
	active boolean not null,
	primary key (tenant_id, payer_id)
);
create unique index practice_payer_name on practice_payer (tenant_id, name_key);

create table practice_clinician (
	tenant_id text collate "C" not null,
	clinician_id text collate "C" not null,
	name text not null,
	name_key text collate "C" not null,
	npi text collate "C",
	user_id text collate "C",
	active boolean not null,
	primary key (tenant_id, clinician_id)
);
create unique index practice_clinician_npi on practice_clinician (tenant_id, npi);

create table practice_setting (
	tenant_id text collate "C" not null primary key,
	record_uncovered text not null check (record_uncovered in ('warn', 'block')),
	bill_uncovered text not null check (bill_uncovered in ('warn', 'block'))
);

-- A file that was read in, with what became of each row. The same file is known again by its content.
create table practice_import (
	tenant_id text collate "C" not null,
	import_id text collate "C" not null,
	kind text not null,
	file_name text not null,
	sha256 text not null,
	started_at timestamptz not null,
	started_by text not null,
	result jsonb not null,
	primary key (tenant_id, import_id)
);
create index practice_import_content on practice_import (tenant_id, kind, sha256);

do $$
declare t text;
begin
	foreach t in array array['episode_event', 'episode_command', 'episode_row', 'episode_authorization', 'service_page',
		'episode_claim', 'practice_patient', 'practice_programme', 'practice_payer', 'practice_clinician', 'practice_setting',
		'practice_import'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
	end loop;
	foreach t in array array['episode_event', 'episode_command'] loop
		execute format('grant select, insert on %I to openum_app', t);
		execute format('create trigger only_grows before update or delete on %I for each row execute function refuse_change()', t);
		execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
	end loop;
end $$;

grant select, insert, update on episode_row, practice_patient, practice_programme, practice_payer, practice_clinician,
	practice_setting, practice_import to openum_app;
grant select, insert, delete on episode_authorization, service_page, episode_claim to openum_app;

-- One round trip for one append: looks, compares, writes everything or nothing, with the caller's rights and under its policies.
-- p_events holds the canonical text of each event on a line of its own, as in append_case.
create function append_episode(
	p_tenant text, p_episode text, p_expected int, p_command text, p_events text,
	p_row jsonb, p_authorizations jsonb, p_pages jsonb
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

	if p_expected > 0 then
		delete from episode_authorization a where a.tenant_id = p_tenant and a.episode_id = p_episode;
		delete from service_page s where s.tenant_id = p_tenant and s.episode_id = p_episode;
		delete from episode_claim c where c.tenant_id = p_tenant and c.episode_id = p_episode;
	end if;
	insert into episode_authorization
	select p_tenant, p_episode, a.authorization_id, a.number, a.coverage_id, a.level_of_care, a.codes, a.first_day, a.last_day,
		a.units, a.units_used, a.next_review_on
	from jsonb_populate_recordset(null::episode_authorization, p_authorizations) a;
	insert into service_page
	select p_tenant, p_episode, s.level_of_care, s.code, s.days, s.units, s.charges, s.states, s.at_stake, s.billed_on
	from jsonb_populate_recordset(null::service_page, p_pages) s;
	insert into episode_claim select p_tenant, c, p_episode from jsonb_array_elements_text(p_row -> 'claim_ids') c;

	if p_command is not null then
		insert into episode_command (tenant_id, command_id, episode_id, version)
		values (p_tenant, p_command, p_episode, p_expected + cardinality(lines));
	end if;
	return query select 'appended', p_expected + cardinality(lines);
end $$;

revoke execute on function append_episode(text, text, int, text, text, jsonb, jsonb, jsonb) from public;
grant execute on function append_episode(text, text, int, text, text, jsonb, jsonb, jsonb) to openum_app;
