-- Made by `node store/schema.ts` from the migrations. Not run by anything; read it and review its changes.

-- roles
create role openum_app nologin;
create role openum_lookup nologin;
create role openum_worker nologin;

-- tables
create table api_client (
	tenant_id text collate "C" not null,
	client_id text collate "C" not null,
	name text not null,
	scopes text[] not null,
	token_hash text collate "C" not null
);
create table app_user (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	email text not null,
	email_key text collate "C" not null,
	name text not null,
	roles text[] not null,
	qualification jsonb,
	active boolean not null,
	password_hash text not null
);
create table arrival (
	tenant_id text collate "C" not null,
	message_id text collate "C" not null,
	sender_name text,
	member_number text collate "C",
	member_name text,
	member_search text collate "C",
	service_summary text,
	problems text[] not null
);
create table arrival_settlement (
	tenant_id text collate "C" not null,
	message_id text collate "C" not null,
	kind text not null,
	reason text,
	case_id text collate "C",
	user_id text collate "C" not null,
	user_name text not null,
	at timestamp with time zone not null
);
create table audit_file (
	tenant_id text collate "C" not null,
	sample_id text collate "C" not null,
	position integer not null,
	case_id text collate "C" not null,
	item_sequence integer not null
);
create table audit_reading (
	tenant_id text collate "C" not null,
	reading_id text collate "C" not null,
	sample_id text collate "C" not null,
	position integer not null,
	verdict text not null,
	note text not null,
	read_by_user_id text collate "C" not null,
	read_by_name text not null,
	read_at timestamp with time zone not null
);
create table audit_sample (
	tenant_id text collate "C" not null,
	sample_id text collate "C" not null,
	universe text not null,
	from_day date not null,
	before_day date not null,
	lines_of_business text[] not null,
	seed integer not null,
	universe_size integer not null,
	drawn_by_user_id text collate "C" not null,
	drawn_by_name text not null,
	drawn_at timestamp with time zone not null
);
create table case_appeal (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	appeal_id text collate "C" not null,
	kind text not null,
	number text not null,
	level_id text not null,
	level_name text not null,
	body text not null,
	status text not null,
	open boolean not null,
	urgency text not null,
	timing text not null,
	stage text not null,
	reason_class text not null,
	service_code text not null,
	service text not null,
	filed_by text not null,
	received_at timestamp with time zone not null,
	received_on date not null,
	due_at timestamp with time zone,
	due_rule_id text,
	reviewer_user_id text,
	reviewer_name text,
	outcome text,
	decided_at timestamp with time zone,
	decided_on date,
	aid_continuing boolean not null,
	position integer not null,
	due_order timestamp with time zone generated always as (COALESCE(due_at, 'infinity'::timestamp with time zone)) stored not null
);
create table case_clock (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	clock_id text collate "C" not null,
	rule_id text not null,
	rule_version text not null,
	kind text not null,
	hard boolean not null,
	started_at timestamp with time zone not null,
	due_at timestamp with time zone not null,
	met_at timestamp with time zone,
	superseded boolean not null,
	position integer not null,
	authority text not null,
	jurisdiction text not null,
	line_of_business text not null,
	state_of_issue text not null,
	review_type text not null,
	urgency text not null,
	started_on date not null,
	extended boolean not null,
	ended_by text,
	plan_acts boolean not null
);
create table case_event (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	sequence integer not null,
	type text not null,
	data jsonb not null,
	actor jsonb not null,
	on_behalf_of text,
	occurred_at timestamp with time zone not null,
	recorded_at timestamp with time zone not null,
	previous_hash text not null,
	hash text not null
);
create table case_item (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	item_sequence integer not null,
	service_system text not null,
	service_code text collate "C" not null,
	status text not null,
	authorization_number text collate "C",
	authorized_quantity numeric,
	authorized_unit text,
	authorized_from date,
	authorized_through date,
	reason_class text,
	reason_codes text[] not null,
	rationale text,
	decided_at timestamp with time zone,
	decided_by_kind text,
	decided_by_user_id text collate "C",
	decided_by_profession text,
	decided_by_licences text[] not null,
	is_drug boolean not null,
	review_type text not null,
	submitted_at timestamp with time zone not null,
	extended boolean not null,
	first_outcome text,
	first_decided_at timestamp with time zone,
	first_decided_on date,
	appeal_outcome text,
	appeal_decided_on date
);
create table case_row (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	case_number text collate "C" not null,
	version integer not null,
	status text not null,
	queue text not null,
	line_of_business text not null,
	plan_name text not null,
	review_type text not null,
	urgency text not null,
	channel text not null,
	member_number text collate "C" not null,
	member_name text not null,
	member_search text collate "C" not null,
	member_birth_date date not null,
	requesting_provider_name text not null,
	requesting_provider_npi text collate "C",
	service_summary text not null,
	criteria_truth text,
	received_at timestamp with time zone not null,
	assignee_user_id text collate "C",
	assignee_name text,
	next_due_at timestamp with time zone,
	next_due_rule_id text,
	sender_reference text,
	changed_at timestamp with time zone not null,
	due_order timestamp with time zone generated always as (COALESCE(next_due_at, 'infinity'::timestamp with time zone)) stored not null,
	contract text collate "C",
	state_of_issue text not null,
	received_on date not null,
	requester_search text collate "C" generated always as (lower(requesting_provider_name)) stored not null
);
create table case_task (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	step_id text collate "C" not null,
	title text not null,
	role text not null,
	assignee_user_id text collate "C",
	due_at timestamp with time zone,
	position integer not null
);
create table clock_alarm (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	clock_id text collate "C" not null,
	step_id text collate "C" not null,
	raised_at timestamp with time zone not null
);
create table command_log (
	tenant_id text collate "C" not null,
	command_id text collate "C" not null,
	case_id text collate "C" not null,
	version integer not null
);
create table contact_preference (
	tenant_id text collate "C" not null,
	audience text not null,
	key text collate "C" not null,
	changed_at timestamp with time zone not null,
	changed_by text not null,
	preference jsonb not null
);
create table criteria_replay (
	tenant_id text collate "C" not null,
	replay_id text collate "C" not null,
	set_id text collate "C" not null,
	version text not null,
	sha256 text not null,
	decided_from date not null,
	decided_before date not null,
	created_at timestamp with time zone not null,
	created_by text not null,
	state text not null,
	total integer not null,
	cases integer not null,
	counts jsonb not null,
	cursor text collate "C" not null,
	leased_until timestamp with time zone,
	finished_at timestamp with time zone
);
create table criteria_replay_finding (
	tenant_id text collate "C" not null,
	replay_id text collate "C" not null,
	case_id text collate "C" not null,
	item_sequence integer not null,
	effect text not null,
	line jsonb not null
);
create table criteria_text (
	tenant_id text collate "C" not null,
	sha256 text collate "C" not null,
	text jsonb not null
);
create table criteria_version_event (
	tenant_id text collate "C" not null,
	set_id text collate "C" not null,
	sequence integer not null,
	type text not null,
	data jsonb not null,
	by jsonb not null,
	at timestamp with time zone not null
);
create table delivery_setting (
	tenant_id text collate "C" not null,
	changed_at timestamp with time zone not null,
	changed_by text not null,
	settings jsonb not null
);
create table dial_event (
	tenant_id text collate "C" not null,
	sequence integer not null,
	type text not null,
	data jsonb not null,
	by jsonb not null,
	at timestamp with time zone not null
);
create table document (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	document_id text collate "C" not null,
	content_type text not null,
	bytes bytea not null
);
create table document_page (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	document_id text collate "C" not null,
	page integer not null,
	text text not null,
	first_line text not null,
	stretches jsonb not null,
	aspect double precision not null,
	method text not null,
	confidence double precision,
	problem text,
	kind jsonb
);
create table document_reading (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	document_id text collate "C" not null,
	state text not null,
	pages integer,
	problem text
);
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
	units integer,
	units_used integer not null,
	next_review_on date
);
create table episode_claim (
	tenant_id text collate "C" not null,
	claim_id text collate "C" not null,
	episode_id text collate "C" not null
);
create table episode_command (
	tenant_id text collate "C" not null,
	command_id text collate "C" not null,
	episode_id text collate "C" not null,
	version integer not null
);
create table episode_event (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	sequence integer not null,
	type text not null,
	data jsonb not null,
	actor jsonb not null,
	occurred_at timestamp with time zone not null,
	recorded_at timestamp with time zone not null,
	previous_hash text not null,
	hash text not null
);
create table episode_facts (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	version integer not null,
	made_by integer not null,
	opened_at timestamp with time zone not null,
	changed_at timestamp with time zone not null,
	first_day integer,
	last_day integer,
	matters text[] not null,
	facts jsonb not null
);
create table episode_file (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	file_id text collate "C" not null,
	content_type text not null,
	bytes bytea not null
);
create table episode_row (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	episode_number text collate "C" not null,
	version integer not null,
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
	asked_at timestamp with time zone,
	talk_closes_at timestamp with time zone,
	services integer not null,
	uncovered_services integer not null,
	charge bigint not null,
	at_stake bigint not null,
	changed_at timestamp with time zone not null,
	pending jsonb not null,
	claim_ids text[] not null
);
create table extracted_page (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	document_id text collate "C" not null,
	page integer not null,
	extractor text collate "C" not null,
	extractor_version text collate "C" not null,
	note_date date,
	facts jsonb not null
);
create table guest_link (
	tenant_id text collate "C" not null,
	link_hash text collate "C" not null,
	case_id text collate "C" not null,
	offer_id text collate "C" not null,
	created_at timestamp with time zone not null,
	created_by text not null,
	expires_at timestamp with time zone not null,
	failed_tries integer default 0 not null,
	locked_at timestamp with time zone,
	revoked_at timestamp with time zone,
	about text collate "C" default 'peerToPeer'::text not null,
	to_npi text collate "C"
);
create table letter_run (
	tenant_id text collate "C" not null,
	run_id text collate "C" not null,
	name text not null,
	template jsonb not null,
	created_at timestamp with time zone not null,
	created_by text not null,
	state text not null
);
create table letter_run_target (
	tenant_id text collate "C" not null,
	run_id text collate "C" not null,
	case_id text collate "C" not null,
	case_number text collate "C" not null,
	state text not null,
	reason text,
	notice_id text collate "C",
	hidden_until timestamp with time zone
);
create table member (
	tenant_id text collate "C" not null,
	member_id text collate "C" not null,
	member_number text collate "C" not null,
	search_name text collate "C" not null,
	member jsonb not null,
	coverage jsonb not null,
	coverage_from date not null,
	coverage_through date,
	zone text not null,
	rating_period_start date
);
create table message (
	tenant_id text collate "C" not null,
	message_id text collate "C" not null,
	client_id text collate "C" not null,
	channel text not null,
	content_type text not null,
	bytes bytea not null,
	sha256 text not null,
	received_at timestamp with time zone not null,
	identifier_system text collate "C",
	identifier_value text collate "C",
	outcome text not null,
	case_id text collate "C",
	answer bytea not null
);
create table model_call (
	tenant_id text collate "C" not null,
	call_id text collate "C" not null,
	run_id text collate "C" not null,
	agent text not null,
	agent_version text not null,
	model text not null,
	prompt text not null,
	at timestamp with time zone not null,
	redaction text
);
create table model_reply (
	tenant_id text collate "C" not null,
	call_id text collate "C" not null,
	outcome text not null,
	answer text not null,
	input_tokens integer not null,
	output_tokens integer not null,
	at timestamp with time zone not null
);
create table model_switch (
	tenant_id text collate "C" not null,
	change_id text collate "C" not null,
	target jsonb not null,
	turned_on boolean not null,
	reason text not null,
	turned_by jsonb not null,
	at timestamp with time zone not null
);
create table news_preference (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	muted text[] not null
);
create table news_read (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	case_id text collate "C" not null,
	sequence integer not null,
	read_at timestamp with time zone not null
);
create table notice (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	notice_id text collate "C" not null,
	pdf bytea not null,
	html text not null
);
create table notification (
	tenant_id text collate "C" not null,
	notification_id text collate "C" not null,
	user_id text collate "C" not null,
	case_id text collate "C" not null,
	clock_id text collate "C" not null,
	step_id text collate "C" not null,
	rule_id text not null,
	due_at timestamp with time zone not null,
	alarm_at timestamp with time zone not null,
	raised_at timestamp with time zone not null,
	late boolean not null,
	read_at timestamp with time zone
);
create table outbox (
	tenant_id text collate "C" not null,
	outbox_id text collate "C" not null,
	topic text not null,
	case_id text collate "C" not null,
	attempts integer default 0 not null,
	due_at timestamp with time zone not null,
	last_error text
);
create table page_picture (
	tenant_id text collate "C" not null,
	shelf_id text collate "C" not null,
	document_id text collate "C" not null,
	size text not null,
	page integer not null,
	bytes bytea,
	problem text,
	drawn_at timestamp with time zone not null
);
create table partner_control (
	tenant_id text collate "C" not null,
	partner text collate "C" not null,
	last_number integer not null
);
create table payer_card (
	tenant_id text collate "C" not null,
	payer_id text collate "C" not null,
	version integer not null,
	card jsonb not null,
	saved_at timestamp with time zone not null,
	user_id text collate "C" not null,
	user_name text not null,
	reason text not null
);
create table payer_exchange (
	tenant_id text collate "C" not null,
	exchange_id text collate "C" not null,
	episode_id text collate "C" not null,
	submission_id text collate "C" not null,
	payer_id text collate "C" not null,
	line text collate "C" not null,
	operation text collate "C" not null,
	sent bytea not null,
	sent_at timestamp with time zone not null,
	status integer,
	answer bytea,
	open boolean not null
);
create table payer_file (
	tenant_id text collate "C" not null,
	file_id text collate "C" not null,
	direction text collate "C" not null,
	file_name text not null,
	sha256 text collate "C" not null,
	size integer not null,
	content bytea not null,
	kept_at timestamp with time zone not null,
	kept_by_id text collate "C",
	kept_by_name text not null,
	line text collate "C",
	partner text collate "C",
	control integer,
	reference text collate "C",
	episode_id text collate "C"
);
create table payer_file_note (
	tenant_id text collate "C" not null,
	file_id text collate "C" not null,
	note_id bigint not null,
	at timestamp with time zone not null,
	by text not null,
	part integer not null,
	standing text collate "C" not null,
	text text not null,
	kinds text[],
	episode_id text collate "C",
	submission_id text collate "C"
);
create table physician_absence (
	tenant_id text collate "C" not null,
	absence_id text collate "C" not null,
	user_id text collate "C" not null,
	starts_at timestamp with time zone not null,
	ends_at timestamp with time zone not null,
	note text,
	recorded_at timestamp with time zone not null,
	recorded_by text not null,
	cancelled_at timestamp with time zone
);
create table physician_availability (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	said bigint not null,
	hours jsonb,
	capacity numeric,
	recorded_at timestamp with time zone not null,
	recorded_by text not null
);
create table physician_conflict (
	tenant_id text collate "C" not null,
	conflict_id text collate "C" not null,
	user_id text collate "C" not null,
	kind text not null,
	identifier text collate "C",
	name text not null,
	note text,
	declared_at timestamp with time zone not null,
	declared_by text not null,
	ended_at timestamp with time zone
);
create table portal_grant (
	tenant_id text collate "C" not null,
	practice_tenant_id text collate "C" not null,
	npis text[] not null
);
create table practice_arrival (
	tenant_id text collate "C" not null,
	arrival_id text collate "C" not null,
	client_id text collate "C" not null,
	client_name text not null,
	control_id text collate "C" not null,
	content_type text not null,
	sha256 text not null,
	received_at timestamp with time zone not null,
	visit_number text collate "C",
	said jsonb,
	problems text[] not null,
	bytes bytea not null,
	answer bytea not null,
	settled jsonb,
	settled_at timestamp with time zone
);
create table practice_arrival_setting (
	tenant_id text collate "C" not null,
	automatic boolean not null
);
create table practice_clinician (
	tenant_id text collate "C" not null,
	clinician_id text collate "C" not null,
	name text not null,
	name_key text collate "C" not null,
	npi text collate "C",
	user_id text collate "C",
	active boolean not null
);
create table practice_grant (
	tenant_id text collate "C" not null,
	grant_id text collate "C" not null,
	user_id text collate "C" not null,
	user_name text not null,
	user_tenant_id text collate "C" not null,
	organization text not null,
	roles text[] not null,
	first_day date not null,
	last_day date,
	granted_at timestamp with time zone not null,
	granted_by jsonb not null,
	revoked jsonb
);
create table practice_import (
	tenant_id text collate "C" not null,
	import_id text collate "C" not null,
	kind text not null,
	file_name text not null,
	sha256 text not null,
	started_at timestamp with time zone not null,
	started_by text not null,
	result jsonb not null
);
create table practice_look (
	tenant_id text collate "C" not null,
	looked_at timestamp with time zone not null
);
create table practice_patient (
	tenant_id text collate "C" not null,
	patient_id text collate "C" not null,
	family text not null,
	given text not null,
	birth_date date not null,
	chart_number text collate "C",
	part2 boolean,
	coverages jsonb not null,
	search_name text collate "C" not null
);
create table practice_payer (
	tenant_id text collate "C" not null,
	payer_id text collate "C" not null,
	name text not null,
	name_key text collate "C" not null,
	active boolean not null
);
create table practice_programme (
	tenant_id text collate "C" not null,
	programme_id text collate "C" not null,
	name text not null,
	name_key text collate "C" not null,
	level_of_care text not null,
	code text not null,
	charge bigint not null,
	weekdays integer[],
	active boolean not null
);
create table practice_reminder (
	tenant_id text collate "C" not null,
	reminder_id text collate "C" not null,
	episode_id text collate "C" not null,
	key text collate "C" not null,
	kind text collate "C" not null,
	step text collate "C" not null,
	round integer not null,
	user_id text collate "C" not null,
	due_at timestamp with time zone not null,
	remind_at timestamp with time zone not null,
	raised_at timestamp with time zone not null,
	late boolean not null,
	seen_at timestamp with time zone,
	mail text,
	mail_at timestamp with time zone,
	mail_tries integer default 0 not null
);
create table practice_setting (
	tenant_id text collate "C" not null,
	record_uncovered text not null,
	bill_uncovered text not null
);
create table print_batch (
	tenant_id text collate "C" not null,
	batch_id text collate "C" not null,
	created_at timestamp with time zone not null,
	created_by text not null,
	letters jsonb not null,
	mailed_at timestamp with time zone,
	mailed_by text,
	carrier text
);
create table provider (
	tenant_id text collate "C" not null,
	provider_id text collate "C" not null,
	npi text collate "C" not null,
	search_name text collate "C" not null,
	kind text not null,
	name text not null,
	specialty text,
	phone text,
	fax text,
	address jsonb
);
create table rating (
	tenant_id text collate "C" not null,
	set_id text collate "C" not null,
	position integer not null,
	user_id text collate "C" not null,
	leaves jsonb not null,
	recommendation text not null,
	note text not null,
	rated_at timestamp with time zone not null
);
create table rating_case (
	tenant_id text collate "C" not null,
	set_id text collate "C" not null,
	position integer not null,
	case_id text collate "C" not null,
	item_sequence integer not null,
	blinded jsonb not null,
	recorded jsonb not null
);
create table rating_news_read (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	set_id text collate "C" not null,
	kind text not null,
	read_at timestamp with time zone not null
);
create table rating_set (
	tenant_id text collate "C" not null,
	set_id text collate "C" not null,
	title text not null,
	from_day date not null,
	before_day date not null,
	seed integer not null,
	due_on date not null,
	raters jsonb not null,
	created_at timestamp with time zone not null,
	created_by_user_id text collate "C" not null,
	created_by_name text not null
);
create table read_log (
	tenant_id text collate "C" not null,
	read_id text collate "C" not null,
	case_id text collate "C",
	user_id text collate "C",
	client_id text collate "C",
	purpose text not null,
	what text not null,
	resource_id text collate "C",
	at timestamp with time zone not null
);
create table reporting_line (
	tenant_id text collate "C" not null,
	user_id text collate "C" not null,
	position bigint not null,
	supervisor_user_id text collate "C",
	since timestamp with time zone not null,
	recorded_by text not null
);
create table routing_plan (
	tenant_id text collate "C" not null,
	version integer not null,
	plan jsonb not null,
	saved_at timestamp with time zone not null,
	user_id text collate "C" not null,
	user_name text not null,
	reason text not null
);
create table saved_filter (
	tenant_id text collate "C" not null,
	filter_id text collate "C" not null,
	owner_user_id text collate "C" not null,
	owner_name text not null,
	page text not null,
	name text not null,
	search jsonb not null,
	team_id text collate "C",
	saved_at timestamp with time zone not null
);
create table schema_migration (
	number integer not null,
	name text not null,
	checksum text not null,
	applied_at timestamp with time zone default now() not null
);
create table service_page (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	level_of_care text collate "C" not null,
	code text collate "C" not null,
	days integer[] not null,
	units integer[] not null,
	charges integer[] not null,
	states smallint[] not null,
	at_stake integer[] not null,
	billed_on integer[] not null
);
create table session (
	tenant_id text collate "C" not null,
	session_hash text collate "C" not null,
	user_id text collate "C" not null,
	expires_at timestamp with time zone not null
);
create table stay_row (
	tenant_id text collate "C" not null,
	case_id text collate "C" not null,
	facility_name text not null,
	facility_npi text collate "C",
	level_of_care text not null,
	zone text not null,
	admitted_at timestamp with time zone not null,
	admitted_on date not null,
	discharged_at timestamp with time zone,
	discharged_on date,
	review text not null,
	review_due_at timestamp with time zone,
	approved_days integer not null,
	approved_through date,
	approved_ranges jsonb not null,
	update_awaited boolean not null,
	readiness text,
	expected_discharge_on date,
	due_order timestamp with time zone generated always as (COALESCE(review_due_at, 'infinity'::timestamp with time zone)) stored not null
);
create table suggestion_answer (
	tenant_id text collate "C" not null,
	run_id text collate "C" not null,
	position integer not null,
	agent text not null,
	agent_version text not null,
	model text not null,
	verdict text not null,
	reason text,
	changed_to text,
	answered_by jsonb not null,
	at timestamp with time zone not null
);
create table suggestion_run (
	tenant_id text collate "C" not null,
	run_id text collate "C" not null,
	agent text not null,
	agent_version text not null,
	subject_kind text not null,
	subject_id text collate "C" not null,
	input jsonb not null,
	asked_at timestamp with time zone not null,
	asked_by jsonb,
	due_at timestamp with time zone not null,
	attempts integer default 0 not null,
	model text,
	finished_at timestamp with time zone,
	outcome jsonb,
	services text[] collate "C" default '{}'::text[] not null
);
create table task_duty (
	tenant_id text collate "C" not null,
	version integer not null,
	duty jsonb not null,
	saved_at timestamp with time zone not null,
	user_id text collate "C" not null,
	user_name text not null
);
create table template_event (
	tenant_id text collate "C" not null,
	template_id text collate "C" not null,
	sequence integer not null,
	type text not null,
	data jsonb not null,
	by jsonb not null,
	at timestamp with time zone not null
);
create table tenant (
	tenant_id text collate "C" not null,
	name text not null,
	kind text not null,
	zone text not null,
	phone text,
	tty text,
	hours text,
	address_lines text[],
	accreditations text[] not null
);
create table visit (
	tenant_id text collate "C" not null,
	client_id text collate "C" not null,
	visit_number text collate "C" not null,
	phase text not null,
	inpatient boolean not null,
	member_number text collate "C" not null,
	member_name text not null,
	birth_date date not null,
	facility_name text not null,
	admitted_at timestamp with time zone,
	discharged_at timestamp with time zone,
	problems text[] not null,
	messages integer not null,
	last_received_at timestamp with time zone not null,
	case_id text collate "C"
);
create table visit_answer (
	tenant_id text collate "C" not null,
	message_id text collate "C" not null,
	answer bytea not null
);
create table visit_message (
	tenant_id text collate "C" not null,
	message_id text collate "C" not null,
	client_id text collate "C" not null,
	control_id text collate "C" not null,
	visit_number text collate "C" not null,
	content_type text not null,
	bytes bytea not null,
	sha256 text not null,
	received_at timestamp with time zone not null,
	movement jsonb not null
);

-- constraints
alter table api_client add constraint api_client_pkey PRIMARY KEY (tenant_id, client_id);
alter table api_client add constraint api_client_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table app_user add constraint app_user_pkey PRIMARY KEY (tenant_id, user_id);
alter table app_user add constraint app_user_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table arrival add constraint arrival_pkey PRIMARY KEY (tenant_id, message_id);
alter table arrival add constraint arrival_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES message(tenant_id, message_id);
alter table arrival_settlement add constraint arrival_settlement_pkey PRIMARY KEY (tenant_id, message_id);
alter table arrival_settlement add constraint arrival_settlement_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_row(tenant_id, case_id);
alter table arrival_settlement add constraint arrival_settlement_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES message(tenant_id, message_id);
alter table arrival_settlement add constraint arrival_settlement_check CHECK (((kind = 'entered'::text) = (case_id IS NOT NULL)));
alter table arrival_settlement add constraint arrival_settlement_check1 CHECK (((kind = 'entered'::text) OR (length(btrim(reason)) > 0)));
alter table arrival_settlement add constraint arrival_settlement_kind_check CHECK ((kind = ANY (ARRAY['entered'::text, 'dismissed'::text])));
alter table audit_file add constraint audit_file_pkey PRIMARY KEY (tenant_id, sample_id, "position");
alter table audit_file add constraint audit_file_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_row(tenant_id, case_id);
alter table audit_file add constraint audit_file_tenant_id_sample_id_fkey FOREIGN KEY (tenant_id, sample_id) REFERENCES audit_sample(tenant_id, sample_id);
alter table audit_file add constraint audit_file_position_check CHECK (("position" > 0));
alter table audit_reading add constraint audit_reading_pkey PRIMARY KEY (tenant_id, reading_id);
alter table audit_reading add constraint audit_reading_tenant_id_sample_id_position_fkey FOREIGN KEY (tenant_id, sample_id, "position") REFERENCES audit_file(tenant_id, sample_id, "position");
alter table audit_reading add constraint audit_reading_verdict_check CHECK ((verdict = ANY (ARRAY['pass'::text, 'fail'::text, 'notApplicable'::text])));
alter table audit_sample add constraint audit_sample_pkey PRIMARY KEY (tenant_id, sample_id);
alter table audit_sample add constraint audit_sample_check CHECK ((before_day > from_day));
alter table audit_sample add constraint audit_sample_universe_check CHECK ((universe = ANY (ARRAY['denials'::text, 'appeals'::text, 'automatic'::text])));
alter table audit_sample add constraint audit_sample_universe_size_check CHECK ((universe_size > 0));
alter table case_appeal add constraint case_appeal_pkey PRIMARY KEY (tenant_id, case_id, appeal_id);
alter table case_appeal add constraint case_appeal_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_row(tenant_id, case_id);
alter table case_appeal add constraint case_appeal_kind_check CHECK ((kind = ANY (ARRAY['appeal'::text, 'reconsideration'::text])));
alter table case_clock add constraint case_clock_pkey PRIMARY KEY (tenant_id, case_id, clock_id);
alter table case_clock add constraint case_clock_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_row(tenant_id, case_id);
alter table case_clock add constraint case_clock_ended_by_check CHECK ((ended_by = ANY (ARRAY['act'::text, 'withdrawal'::text, 'void'::text])));
alter table case_event add constraint case_event_pkey PRIMARY KEY (tenant_id, case_id, sequence);
alter table case_event add constraint adverse_determination_is_a_physicians CHECK (((type <> 'ItemDetermined'::text) OR COALESCE(((data ->> 'outcome'::text) = ANY (ARRAY['approved'::text, 'notRequired'::text])), false) OR ((((data ->> 'outcome'::text) = ANY (ARRAY['partiallyApproved'::text, 'modified'::text, 'denied'::text])) AND ((actor ->> 'kind'::text) = 'person'::text) AND ((data #>> '{by,kind}'::text[]) = 'person'::text) AND ((data #>> '{by,userId}'::text[]) = (actor ->> 'userId'::text)) AND ((data #>> '{by,qualification,profession}'::text[]) = 'physician'::text) AND jsonb_path_exists(data, '$."by"."qualification"."licences"[*]'::jsonpath) AND jsonb_path_exists(data, '$."reasonCodes"[*]?(@ != "")'::jsonpath) AND (length(btrim((data ->> 'rationale'::text))) >= 20)) IS TRUE)));
alter table case_event add constraint case_event_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
alter table case_event add constraint case_event_previous_hash_check CHECK ((previous_hash ~ '^[0-9a-f]{64}$'::text));
alter table case_event add constraint case_event_sequence_check CHECK ((sequence > 0));
alter table case_item add constraint case_item_pkey PRIMARY KEY (tenant_id, case_id, item_sequence);
alter table case_item add constraint case_item_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_row(tenant_id, case_id);
alter table case_item add constraint adverse_item_is_a_physicians CHECK (((status <> ALL (ARRAY['partiallyApproved'::text, 'modified'::text, 'denied'::text])) OR (((decided_by_kind = 'person'::text) AND (decided_by_user_id IS NOT NULL) AND (decided_at IS NOT NULL) AND (decided_by_profession = 'physician'::text) AND (cardinality(array_remove(array_remove(decided_by_licences, ''::text), NULL::text)) >= 1) AND (cardinality(array_remove(array_remove(reason_codes, ''::text), NULL::text)) >= 1) AND (length(btrim(rationale)) >= 20)) IS TRUE)));
alter table case_item add constraint case_item_appeal_outcome_check CHECK ((appeal_outcome = ANY (ARRAY['upheld'::text, 'overturned'::text, 'partiallyOverturned'::text])));
alter table case_item add constraint case_item_status_check CHECK ((status = ANY (ARRAY['pended'::text, 'approved'::text, 'partiallyApproved'::text, 'modified'::text, 'denied'::text, 'notRequired'::text, 'cancelled'::text, 'contactPayer'::text])));
alter table case_row add constraint case_row_pkey PRIMARY KEY (tenant_id, case_id);
alter table case_task add constraint case_task_pkey PRIMARY KEY (tenant_id, case_id, step_id);
alter table case_task add constraint case_task_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_row(tenant_id, case_id);
alter table clock_alarm add constraint clock_alarm_pkey PRIMARY KEY (tenant_id, case_id, clock_id, step_id);
alter table clock_alarm add constraint clock_alarm_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_row(tenant_id, case_id);
alter table command_log add constraint command_log_pkey PRIMARY KEY (tenant_id, command_id);
alter table contact_preference add constraint contact_preference_pkey PRIMARY KEY (tenant_id, audience, key, changed_at);
alter table contact_preference add constraint contact_preference_audience_check CHECK ((audience = ANY (ARRAY['member'::text, 'provider'::text])));
alter table criteria_replay add constraint criteria_replay_pkey PRIMARY KEY (tenant_id, replay_id);
alter table criteria_replay add constraint criteria_replay_state_check CHECK ((state = ANY (ARRAY['running'::text, 'cancelled'::text, 'done'::text, 'failed'::text])));
alter table criteria_replay_finding add constraint criteria_replay_finding_pkey PRIMARY KEY (tenant_id, replay_id, case_id, item_sequence);
alter table criteria_replay_finding add constraint criteria_replay_finding_tenant_id_replay_id_fkey FOREIGN KEY (tenant_id, replay_id) REFERENCES criteria_replay(tenant_id, replay_id);
alter table criteria_text add constraint criteria_text_pkey PRIMARY KEY (tenant_id, sha256);
alter table criteria_version_event add constraint criteria_version_event_pkey PRIMARY KEY (tenant_id, set_id, sequence);
alter table criteria_version_event add constraint criteria_version_event_sequence_check CHECK ((sequence > 0));
alter table delivery_setting add constraint delivery_setting_pkey PRIMARY KEY (tenant_id, changed_at);
alter table dial_event add constraint dial_event_pkey PRIMARY KEY (tenant_id, sequence);
alter table dial_event add constraint dial_event_sequence_check CHECK ((sequence > 0));
alter table dial_event add constraint dial_event_type_check CHECK ((type = ANY (ARRAY['DialProposed'::text, 'DialConfirmed'::text, 'DialDeclined'::text])));
alter table document add constraint document_pkey PRIMARY KEY (tenant_id, case_id, document_id);
alter table document_page add constraint document_page_pkey PRIMARY KEY (tenant_id, case_id, document_id, page);
alter table document_page add constraint document_page_method_check CHECK ((method = ANY (ARRAY['textLayer'::text, 'recognized'::text, 'none'::text])));
alter table document_page add constraint document_page_page_check CHECK ((page > 0));
alter table document_reading add constraint document_reading_pkey PRIMARY KEY (tenant_id, case_id, document_id);
alter table document_reading add constraint document_reading_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'read'::text, 'unreadable'::text])));
alter table episode_authorization add constraint episode_authorization_pkey PRIMARY KEY (tenant_id, episode_id, authorization_id);
alter table episode_authorization add constraint episode_authorization_tenant_id_episode_id_fkey FOREIGN KEY (tenant_id, episode_id) REFERENCES episode_row(tenant_id, episode_id);
alter table episode_authorization add constraint episode_authorization_units_check CHECK ((units > 0));
alter table episode_claim add constraint episode_claim_pkey PRIMARY KEY (tenant_id, claim_id, episode_id);
alter table episode_claim add constraint episode_claim_tenant_id_episode_id_fkey FOREIGN KEY (tenant_id, episode_id) REFERENCES episode_row(tenant_id, episode_id);
alter table episode_command add constraint episode_command_pkey PRIMARY KEY (tenant_id, command_id);
alter table episode_event add constraint episode_event_pkey PRIMARY KEY (tenant_id, episode_id, sequence);
alter table episode_event add constraint episode_event_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text));
alter table episode_event add constraint episode_event_previous_hash_check CHECK ((previous_hash ~ '^[0-9a-f]{64}$'::text));
alter table episode_event add constraint episode_event_sequence_check CHECK ((sequence > 0));
alter table episode_facts add constraint episode_facts_pkey PRIMARY KEY (tenant_id, episode_id);
alter table episode_facts add constraint episode_facts_tenant_id_episode_id_fkey FOREIGN KEY (tenant_id, episode_id) REFERENCES episode_row(tenant_id, episode_id);
alter table episode_file add constraint episode_file_pkey PRIMARY KEY (tenant_id, file_id);
alter table episode_file add constraint episode_file_tenant_id_episode_id_fkey FOREIGN KEY (tenant_id, episode_id) REFERENCES episode_row(tenant_id, episode_id);
alter table episode_row add constraint episode_row_pkey PRIMARY KEY (tenant_id, episode_id);
alter table extracted_page add constraint extracted_page_pkey PRIMARY KEY (tenant_id, case_id, document_id, page, extractor, extractor_version);
alter table extracted_page add constraint extracted_page_page_check CHECK ((page > 0));
alter table guest_link add constraint guest_link_pkey PRIMARY KEY (tenant_id, link_hash);
alter table guest_link add constraint guest_link_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_row(tenant_id, case_id);
alter table guest_link add constraint guest_link_about_check CHECK ((about = ANY (ARRAY['peerToPeer'::text, 'information'::text])));
alter table guest_link add constraint guest_link_check CHECK (((about <> 'information'::text) OR (to_npi IS NOT NULL)));
alter table guest_link add constraint guest_link_link_hash_check CHECK ((link_hash ~ '^[0-9a-f]{64}$'::text));
alter table guest_link add constraint guest_link_to_npi_check CHECK ((to_npi ~ '^[0-9]{10}$'::text));
alter table letter_run add constraint letter_run_pkey PRIMARY KEY (tenant_id, run_id);
alter table letter_run add constraint letter_run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'cancelled'::text, 'done'::text])));
alter table letter_run_target add constraint letter_run_target_pkey PRIMARY KEY (tenant_id, run_id, case_id);
alter table letter_run_target add constraint letter_run_target_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES letter_run(tenant_id, run_id);
alter table letter_run_target add constraint letter_run_target_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text])));
alter table member add constraint member_pkey PRIMARY KEY (tenant_id, member_id);
alter table message add constraint message_pkey PRIMARY KEY (tenant_id, message_id);
alter table message add constraint message_check CHECK (((identifier_system IS NULL) = (identifier_value IS NULL)));
alter table message add constraint message_check1 CHECK (((case_id IS NULL) = (outcome <> 'accepted'::text)));
alter table message add constraint message_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'unprocessable'::text, 'rejected'::text, 'waiting'::text])));
alter table model_call add constraint model_call_pkey PRIMARY KEY (tenant_id, call_id);
alter table model_call add constraint model_call_redaction_check CHECK ((redaction = ANY (ARRAY['all'::text, 'identifiers'::text, 'none'::text])));
alter table model_reply add constraint model_reply_pkey PRIMARY KEY (tenant_id, call_id);
alter table model_reply add constraint model_reply_input_tokens_check CHECK ((input_tokens >= 0));
alter table model_reply add constraint model_reply_output_tokens_check CHECK ((output_tokens >= 0));
alter table model_switch add constraint model_switch_pkey PRIMARY KEY (tenant_id, change_id);
alter table model_switch add constraint model_switch_reason_check CHECK ((length(btrim(reason)) > 0));
alter table news_preference add constraint news_preference_pkey PRIMARY KEY (tenant_id, user_id);
alter table news_read add constraint news_read_pkey PRIMARY KEY (tenant_id, user_id, case_id, sequence);
alter table news_read add constraint news_read_tenant_id_case_id_sequence_fkey FOREIGN KEY (tenant_id, case_id, sequence) REFERENCES case_event(tenant_id, case_id, sequence);
alter table notice add constraint notice_pkey PRIMARY KEY (tenant_id, case_id, notice_id);
alter table notification add constraint notification_pkey PRIMARY KEY (tenant_id, notification_id);
alter table notification add constraint notification_tenant_id_case_id_clock_id_step_id_fkey FOREIGN KEY (tenant_id, case_id, clock_id, step_id) REFERENCES clock_alarm(tenant_id, case_id, clock_id, step_id);
alter table outbox add constraint outbox_pkey PRIMARY KEY (tenant_id, outbox_id);
alter table page_picture add constraint page_picture_pkey PRIMARY KEY (tenant_id, shelf_id, document_id, size, page);
alter table page_picture add constraint page_picture_check CHECK (((bytes IS NULL) <> (problem IS NULL)));
alter table page_picture add constraint page_picture_page_check CHECK ((page > 0));
alter table page_picture add constraint page_picture_size_check CHECK ((size = ANY (ARRAY['thumbnail'::text, 'page'::text, 'large'::text])));
alter table partner_control add constraint partner_control_pkey PRIMARY KEY (tenant_id, partner);
alter table partner_control add constraint partner_control_last_number_check CHECK (((last_number >= 1) AND (last_number <= 999999999)));
alter table payer_card add constraint payer_card_pkey PRIMARY KEY (tenant_id, payer_id, version);
alter table payer_card add constraint payer_card_check CHECK (((card ->> 'payerId'::text) = payer_id));
alter table payer_card add constraint payer_card_reason_check CHECK ((length(btrim(reason)) > 0));
alter table payer_card add constraint payer_card_version_check CHECK ((version > 0));
alter table payer_exchange add constraint payer_exchange_pkey PRIMARY KEY (tenant_id, exchange_id);
alter table payer_exchange add constraint payer_exchange_check CHECK (((status IS NULL) = (answer IS NULL)));
alter table payer_exchange add constraint payer_exchange_operation_check CHECK ((operation = ANY (ARRAY['submit'::text, 'inquire'::text])));
alter table payer_file add constraint payer_file_pkey PRIMARY KEY (tenant_id, file_id);
alter table payer_file add constraint payer_file_check CHECK ((octet_length(content) = size));
alter table payer_file add constraint payer_file_control_check CHECK (((control >= 1) AND (control <= 999999999)));
alter table payer_file add constraint payer_file_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table payer_file add constraint payer_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table payer_file add constraint payer_file_size_check CHECK ((size >= 0));
alter table payer_file_note add constraint payer_file_note_pkey PRIMARY KEY (tenant_id, file_id, note_id);
alter table payer_file_note add constraint payer_file_note_tenant_id_file_id_fkey FOREIGN KEY (tenant_id, file_id) REFERENCES payer_file(tenant_id, file_id);
alter table payer_file_note add constraint payer_file_note_part_check CHECK ((part >= 0));
alter table physician_absence add constraint physician_absence_pkey PRIMARY KEY (tenant_id, absence_id);
alter table physician_absence add constraint physician_absence_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app_user(tenant_id, user_id);
alter table physician_absence add constraint physician_absence_check CHECK ((ends_at > starts_at));
alter table physician_availability add constraint physician_availability_pkey PRIMARY KEY (tenant_id, user_id, said);
alter table physician_availability add constraint physician_availability_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app_user(tenant_id, user_id);
alter table physician_availability add constraint physician_availability_capacity_check CHECK ((capacity > (0)::numeric));
alter table physician_conflict add constraint physician_conflict_pkey PRIMARY KEY (tenant_id, conflict_id);
alter table physician_conflict add constraint physician_conflict_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app_user(tenant_id, user_id);
alter table physician_conflict add constraint physician_conflict_kind_check CHECK ((kind = ANY (ARRAY['provider'::text, 'practice'::text, 'facility'::text, 'member'::text])));
alter table portal_grant add constraint portal_grant_pkey PRIMARY KEY (tenant_id, practice_tenant_id);
alter table portal_grant add constraint portal_grant_practice_tenant_id_fkey FOREIGN KEY (practice_tenant_id) REFERENCES tenant(tenant_id);
alter table portal_grant add constraint portal_grant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table practice_arrival add constraint practice_arrival_pkey PRIMARY KEY (tenant_id, arrival_id);
alter table practice_arrival add constraint practice_arrival_check CHECK (((settled IS NULL) = (settled_at IS NULL)));
alter table practice_arrival add constraint practice_arrival_check1 CHECK (((said IS NOT NULL) OR (cardinality(problems) > 0)));
alter table practice_arrival_setting add constraint practice_arrival_setting_pkey PRIMARY KEY (tenant_id);
alter table practice_clinician add constraint practice_clinician_pkey PRIMARY KEY (tenant_id, clinician_id);
alter table practice_grant add constraint practice_grant_pkey PRIMARY KEY (tenant_id, grant_id);
alter table practice_grant add constraint practice_grant_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id);
alter table practice_grant add constraint practice_grant_user_tenant_id_fkey FOREIGN KEY (user_tenant_id) REFERENCES tenant(tenant_id);
alter table practice_grant add constraint practice_grant_check CHECK ((last_day >= first_day));
alter table practice_grant add constraint practice_grant_check1 CHECK ((user_tenant_id <> tenant_id));
alter table practice_grant add constraint practice_grant_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['utilizationReviewStaff'::text, 'biller'::text, 'frontDesk'::text])));
alter table practice_import add constraint practice_import_pkey PRIMARY KEY (tenant_id, import_id);
alter table practice_look add constraint practice_look_pkey PRIMARY KEY (tenant_id);
alter table practice_patient add constraint practice_patient_pkey PRIMARY KEY (tenant_id, patient_id);
alter table practice_patient add constraint practice_patient_family_check CHECK ((length(btrim(family)) > 0));
alter table practice_patient add constraint practice_patient_given_check CHECK ((length(btrim(given)) > 0));
alter table practice_payer add constraint practice_payer_pkey PRIMARY KEY (tenant_id, payer_id);
alter table practice_programme add constraint practice_programme_pkey PRIMARY KEY (tenant_id, programme_id);
alter table practice_programme add constraint practice_programme_charge_check CHECK ((charge >= 0));
alter table practice_reminder add constraint practice_reminder_pkey PRIMARY KEY (tenant_id, reminder_id);
alter table practice_reminder add constraint practice_reminder_tenant_id_episode_id_fkey FOREIGN KEY (tenant_id, episode_id) REFERENCES episode_row(tenant_id, episode_id);
alter table practice_reminder add constraint practice_reminder_mail_check CHECK ((mail = ANY (ARRAY['sent'::text, 'refused'::text, 'dropped'::text])));
alter table practice_reminder add constraint practice_reminder_round_check CHECK ((round >= 0));
alter table practice_reminder add constraint practice_reminder_step_check CHECK ((step = ANY (ARRAY['half'::text, 'deputy'::text, 'overdue'::text, 'lapsed'::text])));
alter table practice_setting add constraint practice_setting_pkey PRIMARY KEY (tenant_id);
alter table practice_setting add constraint practice_setting_bill_uncovered_check CHECK ((bill_uncovered = ANY (ARRAY['warn'::text, 'block'::text])));
alter table practice_setting add constraint practice_setting_record_uncovered_check CHECK ((record_uncovered = ANY (ARRAY['warn'::text, 'block'::text])));
alter table print_batch add constraint print_batch_pkey PRIMARY KEY (tenant_id, batch_id);
alter table print_batch add constraint print_batch_check CHECK ((((mailed_at IS NULL) = (carrier IS NULL)) AND ((mailed_at IS NULL) = (mailed_by IS NULL))));
alter table provider add constraint provider_pkey PRIMARY KEY (tenant_id, provider_id);
alter table provider add constraint provider_kind_check CHECK ((kind = ANY (ARRAY['organization'::text, 'practitioner'::text])));
alter table rating add constraint rating_pkey PRIMARY KEY (tenant_id, set_id, "position", user_id);
alter table rating add constraint rating_tenant_id_set_id_position_fkey FOREIGN KEY (tenant_id, set_id, "position") REFERENCES rating_case(tenant_id, set_id, "position");
alter table rating add constraint rating_recommendation_check CHECK ((recommendation = ANY (ARRAY['approve'::text, 'notAsRequested'::text, 'needInformation'::text])));
alter table rating_case add constraint rating_case_pkey PRIMARY KEY (tenant_id, set_id, "position");
alter table rating_case add constraint rating_case_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_row(tenant_id, case_id);
alter table rating_case add constraint rating_case_tenant_id_set_id_fkey FOREIGN KEY (tenant_id, set_id) REFERENCES rating_set(tenant_id, set_id);
alter table rating_case add constraint rating_case_position_check CHECK (("position" > 0));
alter table rating_news_read add constraint rating_news_read_pkey PRIMARY KEY (tenant_id, user_id, set_id, kind);
alter table rating_news_read add constraint rating_news_read_tenant_id_set_id_fkey FOREIGN KEY (tenant_id, set_id) REFERENCES rating_set(tenant_id, set_id);
alter table rating_news_read add constraint rating_news_read_kind_check CHECK ((kind = ANY (ARRAY['ratingAsked'::text, 'ratingDue'::text, 'ratingClosed'::text])));
alter table rating_set add constraint rating_set_pkey PRIMARY KEY (tenant_id, set_id);
alter table rating_set add constraint rating_set_check CHECK ((before_day > from_day));
alter table read_log add constraint read_log_pkey PRIMARY KEY (tenant_id, read_id);
alter table reporting_line add constraint reporting_line_pkey PRIMARY KEY (tenant_id, user_id, "position");
alter table routing_plan add constraint routing_plan_pkey PRIMARY KEY (tenant_id, version);
alter table routing_plan add constraint routing_plan_reason_check CHECK ((length(btrim(reason)) > 0));
alter table routing_plan add constraint routing_plan_version_check CHECK ((version > 0));
alter table saved_filter add constraint saved_filter_pkey PRIMARY KEY (tenant_id, filter_id);
alter table saved_filter add constraint saved_filter_name_check CHECK ((length(btrim(name)) > 0));
alter table schema_migration add constraint schema_migration_pkey PRIMARY KEY (number);
alter table service_page add constraint service_page_pkey PRIMARY KEY (tenant_id, episode_id, level_of_care, code);
alter table service_page add constraint service_page_tenant_id_episode_id_fkey FOREIGN KEY (tenant_id, episode_id) REFERENCES episode_row(tenant_id, episode_id);
alter table session add constraint session_pkey PRIMARY KEY (tenant_id, session_hash);
alter table session add constraint session_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES app_user(tenant_id, user_id);
alter table stay_row add constraint stay_row_pkey PRIMARY KEY (tenant_id, case_id);
alter table stay_row add constraint stay_row_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES case_row(tenant_id, case_id);
alter table stay_row add constraint open_stay_has_review CHECK (((review <> 'due'::text) OR (review_due_at IS NOT NULL)));
alter table stay_row add constraint stay_row_review_check CHECK ((review = ANY (ARRAY['pending'::text, 'due'::text, 'discharged'::text, 'closed'::text])));
alter table suggestion_answer add constraint suggestion_answer_pkey PRIMARY KEY (tenant_id, run_id, "position");
alter table suggestion_answer add constraint suggestion_answer_check CHECK (((verdict <> 'rejected'::text) OR (length(btrim(reason)) > 0)));
alter table suggestion_answer add constraint suggestion_answer_position_check CHECK (("position" >= 0));
alter table suggestion_answer add constraint suggestion_answer_verdict_check CHECK ((verdict = ANY (ARRAY['accepted'::text, 'edited'::text, 'rejected'::text])));
alter table suggestion_run add constraint suggestion_run_pkey PRIMARY KEY (tenant_id, run_id);
alter table suggestion_run add constraint suggestion_run_check CHECK (((outcome IS NULL) = (finished_at IS NULL)));
alter table suggestion_run add constraint suggestion_run_outcome_check CHECK (((outcome ->> 'kind'::text) = ANY (ARRAY['suggested'::text, 'abstained'::text, 'failed'::text])));
alter table suggestion_run add constraint suggestion_run_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['case'::text, 'message'::text, 'episode'::text])));
alter table task_duty add constraint task_duty_pkey PRIMARY KEY (tenant_id, version);
alter table task_duty add constraint task_duty_version_check CHECK ((version > 0));
alter table template_event add constraint template_event_pkey PRIMARY KEY (tenant_id, template_id, sequence);
alter table template_event add constraint template_event_sequence_check CHECK ((sequence > 0));
alter table tenant add constraint tenant_pkey PRIMARY KEY (tenant_id);
alter table tenant add constraint tenant_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'practice'::text])));
alter table visit add constraint visit_pkey PRIMARY KEY (tenant_id, client_id, visit_number);
alter table visit add constraint visit_phase_check CHECK ((phase = ANY (ARRAY['emergency'::text, 'outpatient'::text, 'inpatient'::text, 'discharged'::text, 'cancelled'::text])));
alter table visit_answer add constraint visit_answer_pkey PRIMARY KEY (tenant_id, message_id);
alter table visit_answer add constraint visit_answer_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES visit_message(tenant_id, message_id);
alter table visit_message add constraint visit_message_pkey PRIMARY KEY (tenant_id, message_id);

-- indexes
CREATE UNIQUE INDEX api_client_token_everywhere ON public.api_client USING btree (token_hash);
CREATE UNIQUE INDEX app_user_email_everywhere ON public.app_user USING btree (email_key);
CREATE INDEX audit_reading_of_sample ON public.audit_reading USING btree (tenant_id, sample_id, "position", read_at);
CREATE INDEX audit_sample_drawn ON public.audit_sample USING btree (tenant_id, drawn_at DESC, sample_id DESC);
CREATE INDEX case_appeal_decided ON public.case_appeal USING btree (tenant_id, decided_on) WHERE (outcome IS NOT NULL);
CREATE INDEX case_appeal_due ON public.case_appeal USING btree (tenant_id, due_order, appeal_id) WHERE open;
CREATE INDEX case_appeal_received ON public.case_appeal USING btree (tenant_id, received_at DESC, appeal_id DESC);
CREATE INDEX case_clock_open ON public.case_clock USING btree (tenant_id, due_at, case_id) WHERE (hard AND (NOT superseded) AND (met_at IS NULL));
CREATE INDEX case_clock_started ON public.case_clock USING btree (tenant_id, started_on) WHERE (NOT superseded);
CREATE INDEX case_event_dial ON public.case_event USING btree (tenant_id, "substring"((data #>> '{by,rule}'::text[]), ' dial ([0-9]+)$'::text), case_id) WHERE ((type = 'ItemDetermined'::text) AND ("substring"((data #>> '{by,rule}'::text[]), ' dial ([0-9]+)$'::text) IS NOT NULL));
CREATE INDEX case_event_news ON public.case_event USING btree (tenant_id, recorded_at DESC) WHERE (type = ANY (ARRAY['Assigned'::text, 'AppealReviewerAssigned'::text, 'InformationReceived'::text, 'PeerToPeerScheduled'::text, 'AppealFiled'::text, 'CaseManagementReferred'::text, 'NoticeDeliveryFailed'::text, 'NoticeDeliveryReturned'::text]));
CREATE INDEX case_event_of_physicians ON public.case_event USING btree (tenant_id, recorded_at) WHERE ((type = 'ReferredToPhysician'::text) OR ((type = 'ItemDetermined'::text) AND ((data #>> '{by,role}'::text[]) = 'medicalDirector'::text)));
CREATE INDEX case_event_suggestion ON public.case_event USING btree (tenant_id, recorded_at) WHERE (type = 'SuggestionAnswered'::text);
CREATE INDEX case_event_suggestion_answered ON public.case_event USING btree (tenant_id, case_id, ((data ->> 'runId'::text))) WHERE (type = 'SuggestionAnswered'::text);
CREATE INDEX case_event_talk ON public.case_event USING btree (tenant_id, occurred_at) WHERE (type = ANY (ARRAY['PeerToPeerOffered'::text, 'PeerToPeerHeld'::text, 'PeerToPeerMissed'::text, 'PeerToPeerDeclined'::text]));
CREATE INDEX case_item_appealed ON public.case_item USING btree (tenant_id, appeal_decided_on) WHERE (appeal_decided_on IS NOT NULL);
CREATE INDEX case_item_authorization ON public.case_item USING btree (tenant_id, authorization_number) WHERE (authorization_number IS NOT NULL);
CREATE INDEX case_item_decided ON public.case_item USING btree (tenant_id, first_decided_on) WHERE (first_decided_on IS NOT NULL);
CREATE INDEX case_row_assignee ON public.case_row USING btree (tenant_id, assignee_user_id, due_order, case_id) WHERE (assignee_user_id IS NOT NULL);
CREATE INDEX case_row_due ON public.case_row USING btree (tenant_id, due_order, case_id);
CREATE INDEX case_row_member ON public.case_row USING btree (tenant_id, member_number, received_at DESC, case_id DESC);
CREATE INDEX case_row_member_name ON public.case_row USING btree (tenant_id, member_search, case_id);
CREATE UNIQUE INDEX case_row_number ON public.case_row USING btree (tenant_id, case_number);
CREATE INDEX case_row_queue ON public.case_row USING btree (tenant_id, queue, due_order, case_id) WHERE (queue <> 'none'::text);
CREATE INDEX case_row_received ON public.case_row USING btree (tenant_id, received_on);
CREATE INDEX case_row_requester ON public.case_row USING btree (tenant_id, requesting_provider_npi, received_at DESC, case_id DESC) WHERE (requesting_provider_npi IS NOT NULL);
CREATE INDEX case_row_requester_name ON public.case_row USING btree (tenant_id, requester_search, case_id);
CREATE INDEX case_row_status ON public.case_row USING btree (tenant_id, status, due_order, case_id);
CREATE INDEX case_row_with_physician ON public.case_row USING btree (tenant_id, next_due_at) WHERE (queue = 'physician'::text);
CREATE INDEX criteria_replay_of_set ON public.criteria_replay USING btree (tenant_id, set_id, created_at DESC);
CREATE INDEX criteria_replay_running ON public.criteria_replay USING btree (tenant_id, created_at) WHERE (state = 'running'::text);
CREATE INDEX criteria_version_release ON public.criteria_version_event USING btree (tenant_id, set_id, sequence) WHERE (type = ANY (ARRAY['CriteriaPublished'::text, 'CriteriaRetired'::text]));
CREATE INDEX episode_authorization_number ON public.episode_authorization USING btree (tenant_id, number);
CREATE INDEX episode_facts_changed ON public.episode_facts USING btree (tenant_id, changed_at);
CREATE INDEX episode_facts_days ON public.episode_facts USING btree (tenant_id, last_day, first_day);
CREATE INDEX episode_facts_matter ON public.episode_facts USING btree (tenant_id, episode_id) INCLUDE (version, made_by, matters);
CREATE INDEX episode_file_episode ON public.episode_file USING btree (tenant_id, episode_id);
CREATE INDEX episode_row_name ON public.episode_row USING btree (tenant_id, patient_search, episode_id);
CREATE UNIQUE INDEX episode_row_number ON public.episode_row USING btree (tenant_id, episode_number);
CREATE INDEX episode_row_patient ON public.episode_row USING btree (tenant_id, patient_id);
CREATE INDEX episode_row_present ON public.episode_row USING btree (tenant_id, patient_search, episode_id) WHERE (discharged_on IS NULL);
CREATE UNIQUE INDEX guest_link_hash_everywhere ON public.guest_link USING btree (link_hash);
CREATE INDEX guest_link_of_case ON public.guest_link USING btree (tenant_id, case_id, created_at DESC);
CREATE INDEX letter_run_newest ON public.letter_run USING btree (tenant_id, created_at DESC);
CREATE INDEX letter_run_target_waiting ON public.letter_run_target USING btree (tenant_id, run_id, case_number) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX member_number ON public.member USING btree (tenant_id, member_number);
CREATE INDEX member_search_name ON public.member USING btree (tenant_id, search_name, member_id);
CREATE UNIQUE INDEX message_accepted ON public.message USING btree (tenant_id, client_id, identifier_system, identifier_value) WHERE (outcome = 'accepted'::text);
CREATE INDEX message_received ON public.message USING btree (tenant_id, received_at DESC, message_id DESC);
CREATE INDEX message_refused ON public.message USING btree (tenant_id, client_id, identifier_system, identifier_value, received_at) WHERE (outcome <> 'accepted'::text);
CREATE INDEX model_call_at ON public.model_call USING btree (tenant_id, at);
CREATE INDEX model_call_of_run ON public.model_call USING btree (tenant_id, run_id, call_id);
CREATE INDEX notification_of_user ON public.notification USING btree (tenant_id, user_id, raised_at DESC, notification_id DESC);
CREATE UNIQUE INDEX notification_once ON public.notification USING btree (tenant_id, case_id, clock_id, step_id, user_id);
CREATE INDEX notification_unread ON public.notification USING btree (tenant_id, user_id) WHERE (read_at IS NULL);
CREATE INDEX outbox_due_everywhere ON public.outbox USING btree (due_at, outbox_id);
CREATE INDEX page_picture_drawn ON public.page_picture USING btree (tenant_id, drawn_at);
CREATE INDEX payer_exchange_submission ON public.payer_exchange USING btree (tenant_id, submission_id, sent_at DESC, exchange_id DESC);
CREATE INDEX payer_file_content ON public.payer_file USING btree (tenant_id, sha256) WHERE (direction = 'in'::text);
CREATE UNIQUE INDEX payer_file_control ON public.payer_file USING btree (tenant_id, partner, control) WHERE (control IS NOT NULL);
CREATE INDEX payer_file_newest ON public.payer_file USING btree (tenant_id, kept_at DESC, file_id DESC);
CREATE INDEX payer_file_reference ON public.payer_file USING btree (tenant_id, reference) WHERE (reference IS NOT NULL);
CREATE INDEX physician_absence_of_user ON public.physician_absence USING btree (tenant_id, user_id, starts_at DESC, absence_id DESC);
CREATE INDEX physician_conflict_of_user ON public.physician_conflict USING btree (tenant_id, user_id, declared_at DESC, conflict_id DESC);
CREATE INDEX portal_grant_practice_everywhere ON public.portal_grant USING btree (practice_tenant_id);
CREATE UNIQUE INDEX practice_arrival_control ON public.practice_arrival USING btree (tenant_id, client_id, control_id);
CREATE INDEX practice_arrival_settled ON public.practice_arrival USING btree (tenant_id, settled_at DESC, arrival_id DESC) WHERE (settled IS NOT NULL);
CREATE INDEX practice_arrival_visit ON public.practice_arrival USING btree (tenant_id, client_id, visit_number);
CREATE INDEX practice_arrival_waiting ON public.practice_arrival USING btree (tenant_id, received_at, arrival_id) WHERE (settled IS NULL);
CREATE UNIQUE INDEX practice_clinician_npi ON public.practice_clinician USING btree (tenant_id, npi);
CREATE INDEX practice_grant_user_everywhere ON public.practice_grant USING btree (user_id);
CREATE INDEX practice_import_content ON public.practice_import USING btree (tenant_id, kind, sha256);
CREATE UNIQUE INDEX practice_patient_chart ON public.practice_patient USING btree (tenant_id, chart_number);
CREATE INDEX practice_patient_name ON public.practice_patient USING btree (tenant_id, search_name);
CREATE UNIQUE INDEX practice_payer_name ON public.practice_payer USING btree (tenant_id, name_key);
CREATE UNIQUE INDEX practice_programme_name ON public.practice_programme USING btree (tenant_id, name_key);
CREATE INDEX practice_reminder_mail ON public.practice_reminder USING btree (tenant_id, raised_at, reminder_id) WHERE (mail IS NULL);
CREATE UNIQUE INDEX practice_reminder_step ON public.practice_reminder USING btree (tenant_id, episode_id, key, step, round, user_id);
CREATE INDEX practice_reminder_user ON public.practice_reminder USING btree (tenant_id, user_id, raised_at DESC, reminder_id DESC);
CREATE INDEX print_batch_newest ON public.print_batch USING btree (tenant_id, created_at DESC);
CREATE UNIQUE INDEX provider_npi ON public.provider USING btree (tenant_id, npi);
CREATE INDEX provider_search_name ON public.provider USING btree (tenant_id, search_name, provider_id);
CREATE INDEX rating_set_created ON public.rating_set USING btree (tenant_id, created_at DESC, set_id DESC);
CREATE INDEX read_log_of_case ON public.read_log USING btree (tenant_id, case_id, at DESC, read_id DESC);
CREATE INDEX read_log_of_user ON public.read_log USING btree (tenant_id, user_id, at DESC, read_id DESC) WHERE (user_id IS NOT NULL);
CREATE UNIQUE INDEX saved_filter_name ON public.saved_filter USING btree (tenant_id, owner_user_id, page, name);
CREATE INDEX saved_filter_team ON public.saved_filter USING btree (tenant_id, team_id) WHERE (team_id IS NOT NULL);
CREATE UNIQUE INDEX session_hash_everywhere ON public.session USING btree (session_hash);
CREATE INDEX stay_row_due ON public.stay_row USING btree (tenant_id, due_order, case_id);
CREATE INDEX stay_row_in ON public.stay_row USING btree (tenant_id, due_order, case_id) WHERE (review = ANY (ARRAY['pending'::text, 'due'::text]));
CREATE INDEX suggestion_answer_at ON public.suggestion_answer USING btree (tenant_id, at);
CREATE INDEX suggestion_run_asked ON public.suggestion_run USING btree (tenant_id, asked_at);
CREATE INDEX suggestion_run_due ON public.suggestion_run USING btree (tenant_id, due_at, run_id) WHERE (outcome IS NULL);
CREATE INDEX suggestion_run_of_subject ON public.suggestion_run USING btree (tenant_id, subject_kind, subject_id, run_id DESC);
CREATE INDEX visit_received ON public.visit USING btree (tenant_id, last_received_at DESC, client_id DESC, visit_number DESC);
CREATE UNIQUE INDEX visit_message_control ON public.visit_message USING btree (tenant_id, client_id, control_id);
CREATE INDEX visit_message_of_visit ON public.visit_message USING btree (tenant_id, client_id, visit_number);

-- row-level security
alter table api_client enable and force row level security;
alter table app_user enable and force row level security;
alter table arrival enable and force row level security;
alter table arrival_settlement enable and force row level security;
alter table audit_file enable and force row level security;
alter table audit_reading enable and force row level security;
alter table audit_sample enable and force row level security;
alter table case_appeal enable and force row level security;
alter table case_clock enable and force row level security;
alter table case_event enable and force row level security;
alter table case_item enable and force row level security;
alter table case_row enable and force row level security;
alter table case_task enable and force row level security;
alter table clock_alarm enable and force row level security;
alter table command_log enable and force row level security;
alter table contact_preference enable and force row level security;
alter table criteria_replay enable and force row level security;
alter table criteria_replay_finding enable and force row level security;
alter table criteria_text enable and force row level security;
alter table criteria_version_event enable and force row level security;
alter table delivery_setting enable and force row level security;
alter table dial_event enable and force row level security;
alter table document enable and force row level security;
alter table document_page enable and force row level security;
alter table document_reading enable and force row level security;
alter table episode_authorization enable and force row level security;
alter table episode_claim enable and force row level security;
alter table episode_command enable and force row level security;
alter table episode_event enable and force row level security;
alter table episode_facts enable and force row level security;
alter table episode_file enable and force row level security;
alter table episode_row enable and force row level security;
alter table extracted_page enable and force row level security;
alter table guest_link enable and force row level security;
alter table letter_run enable and force row level security;
alter table letter_run_target enable and force row level security;
alter table member enable and force row level security;
alter table message enable and force row level security;
alter table model_call enable and force row level security;
alter table model_reply enable and force row level security;
alter table model_switch enable and force row level security;
alter table news_preference enable and force row level security;
alter table news_read enable and force row level security;
alter table notice enable and force row level security;
alter table notification enable and force row level security;
alter table outbox enable and force row level security;
alter table page_picture enable and force row level security;
alter table partner_control enable and force row level security;
alter table payer_card enable and force row level security;
alter table payer_exchange enable and force row level security;
alter table payer_file enable and force row level security;
alter table payer_file_note enable and force row level security;
alter table physician_absence enable and force row level security;
alter table physician_availability enable and force row level security;
alter table physician_conflict enable and force row level security;
alter table portal_grant enable and force row level security;
alter table practice_arrival enable and force row level security;
alter table practice_arrival_setting enable and force row level security;
alter table practice_clinician enable and force row level security;
alter table practice_grant enable and force row level security;
alter table practice_import enable and force row level security;
alter table practice_look enable and force row level security;
alter table practice_patient enable and force row level security;
alter table practice_payer enable and force row level security;
alter table practice_programme enable and force row level security;
alter table practice_reminder enable and force row level security;
alter table practice_setting enable and force row level security;
alter table print_batch enable and force row level security;
alter table provider enable and force row level security;
alter table rating enable and force row level security;
alter table rating_case enable and force row level security;
alter table rating_news_read enable and force row level security;
alter table rating_set enable and force row level security;
alter table read_log enable and force row level security;
alter table reporting_line enable and force row level security;
alter table routing_plan enable and force row level security;
alter table saved_filter enable and force row level security;
alter table schema_migration disable row level security;
alter table service_page enable and force row level security;
alter table session enable and force row level security;
alter table stay_row enable and force row level security;
alter table suggestion_answer enable and force row level security;
alter table suggestion_run enable and force row level security;
alter table task_duty enable and force row level security;
alter table template_event enable and force row level security;
alter table tenant enable and force row level security;
alter table visit enable and force row level security;
alter table visit_answer enable and force row level security;
alter table visit_message enable and force row level security;

-- policies
create policy lookup on api_client for select to openum_lookup using (true);
create policy tenant on api_client for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy lookup on app_user for select to openum_lookup using (true);
create policy tenant on app_user for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on arrival for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on arrival_settlement for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on audit_file for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on audit_reading for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on audit_sample for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on case_appeal for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on case_clock for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on case_event for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on case_item for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on case_row for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on case_task for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on clock_alarm for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on command_log for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on contact_preference for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on criteria_replay for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on criteria_replay_finding for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on criteria_text for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on criteria_version_event for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on delivery_setting for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on dial_event for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on document for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on document_page for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on document_reading for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on episode_authorization for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on episode_claim for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on episode_command for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on episode_event for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on episode_facts for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on episode_file for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on episode_row for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on extracted_page for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy lookup on guest_link for select to openum_lookup using (true);
create policy tenant on guest_link for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on letter_run for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on letter_run_target for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on member for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on message for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on model_call for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on model_reply for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on model_switch for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on news_preference for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on news_read for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on notice for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on notification for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on outbox for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy worker on outbox for all to openum_worker using (true);
create policy tenant on page_picture for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on partner_control for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on payer_card for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on payer_exchange for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on payer_file for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on payer_file_note for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on physician_absence for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on physician_availability for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on physician_conflict for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy lookup on portal_grant for select to openum_lookup using (true);
create policy tenant on portal_grant for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy come on practice_arrival for insert to public using () with check (((tenant_id = current_setting('openum.tenant'::text, true)) AND (settled IS NULL)));
create policy settle on practice_arrival for update to public using (((tenant_id = current_setting('openum.tenant'::text, true)) AND (settled IS NULL))) with check (((tenant_id = current_setting('openum.tenant'::text, true)) AND (settled IS NOT NULL)));
create policy tenant on practice_arrival for select to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on practice_arrival_setting for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on practice_clinician for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy ended on practice_grant for update to public using (((tenant_id = current_setting('openum.tenant'::text, true)) AND (revoked IS NULL))) with check (((tenant_id = current_setting('openum.tenant'::text, true)) AND (revoked IS NOT NULL)));
create policy given on practice_grant for insert to public using () with check (((tenant_id = current_setting('openum.tenant'::text, true)) AND (revoked IS NULL)));
create policy lookup on practice_grant for select to openum_lookup using (true);
create policy tenant on practice_grant for select to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on practice_import for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on practice_look for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on practice_patient for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on practice_payer for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on practice_programme for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on practice_reminder for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on practice_setting for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on print_batch for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on provider for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on rating for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on rating_case for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on rating_news_read for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on rating_set for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on read_log for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on reporting_line for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on routing_plan for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on saved_filter for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on service_page for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy lookup on session for all to openum_lookup using (true);
create policy tenant on session for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on stay_row for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on suggestion_answer for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on suggestion_run for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on task_duty for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on template_event for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy lookup on tenant for select to openum_lookup using (true);
create policy tenant on tenant for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on visit for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on visit_answer for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));
create policy tenant on visit_message for all to public using ((tenant_id = current_setting('openum.tenant'::text, true)));

-- functions
CREATE OR REPLACE FUNCTION public.all_tenants()
 RETURNS SETOF tenant
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
	select * from public.tenant order by tenant_id
$function$
-- owner: openum_lookup

CREATE OR REPLACE FUNCTION public.append_case(p_tenant text, p_case text, p_expected integer, p_command text, p_events text, p_row jsonb, p_items jsonb, p_clocks jsonb, p_tasks jsonb, p_documents jsonb, p_document_bytes bytea[], p_notices jsonb, p_notice_pdfs bytea[], p_message jsonb, p_message_bytes bytea, p_message_answer bytea, p_outbox jsonb)
 RETURNS TABLE(outcome text, at_version integer, of_case text, answered bytea)
 LANGUAGE plpgsql
AS $function$
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
end $function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.append_episode(p_tenant text, p_episode text, p_expected integer, p_command text, p_events text, p_row jsonb, p_authorizations jsonb, p_pages jsonb, p_facts jsonb DEFAULT '{"facts": {}, "made_by": 0, "matters": ["tasks", "talks", "denials"]}'::jsonb)
 RETURNS TABLE(outcome text, at_version integer)
 LANGUAGE plpgsql
AS $function$
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
end $function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.append_stay_case(p_tenant text, p_case text, p_expected integer, p_command text, p_events text, p_row jsonb, p_items jsonb, p_clocks jsonb, p_tasks jsonb, p_documents jsonb, p_document_bytes bytea[], p_notices jsonb, p_notice_pdfs bytea[], p_message jsonb, p_message_bytes bytea, p_message_answer bytea, p_outbox jsonb, p_stay jsonb)
 RETURNS TABLE(outcome text, at_version integer, of_case text, answered bytea)
 LANGUAGE plpgsql
AS $function$
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
end $function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.client_by_token(p_token_hash text)
 RETURNS SETOF api_client
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
	select * from public.api_client where token_hash = p_token_hash
$function$
-- owner: openum_lookup

CREATE OR REPLACE FUNCTION public.close_session(p_session_hash text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
	delete from public.session where session_hash = p_session_hash
$function$
-- owner: openum_lookup

CREATE OR REPLACE FUNCTION public.guest_link_by_hash(p_link_hash text)
 RETURNS SETOF guest_link
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
	select * from public.guest_link where link_hash = p_link_hash
$function$
-- owner: openum_lookup

CREATE OR REPLACE FUNCTION public.outbox_take(p_now timestamp with time zone, p_limit integer, p_lease_seconds integer)
 RETURNS SETOF outbox
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
	with due as (
		select tenant_id, outbox_id, due_at as was_due from public.outbox
		where due_at <= p_now order by due_at, outbox_id limit p_limit for update skip locked
	), taken as (
		update public.outbox o set attempts = o.attempts + 1, due_at = p_now + make_interval(secs => p_lease_seconds)
		from due where o.tenant_id = due.tenant_id and o.outbox_id = due.outbox_id
		returning o.*, due.was_due
	)
	select tenant_id, outbox_id, topic, case_id, attempts, due_at, last_error from taken order by was_due, outbox_id
$function$
-- owner: openum_worker

CREATE OR REPLACE FUNCTION public.portal_of(p_practice_tenant_id text)
 RETURNS TABLE(tenant_id text, name text, kind text, zone text, phone text, tty text, hours text, address_lines text[], accreditations text[], npis text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
	select t.tenant_id, t.name, t.kind, t.zone, t.phone, t.tty, t.hours, t.address_lines, t.accreditations, g.npis
	from public.portal_grant g
		join public.tenant t on t.tenant_id = g.tenant_id and t.kind = 'plan'
		join public.tenant p on p.tenant_id = g.practice_tenant_id and p.kind = 'practice'
	where g.practice_tenant_id = p_practice_tenant_id
		and p_practice_tenant_id = current_setting('openum.tenant', true)
		and cardinality(g.npis) > 0
	order by t.tenant_id
$function$
-- owner: openum_lookup

CREATE OR REPLACE FUNCTION public.practice_grants_of(p_user_id text)
 RETURNS TABLE(grant_id text, user_id text, user_name text, user_tenant_id text, organization text, roles text[], first_day date, last_day date, granted_at timestamp with time zone, granted_by jsonb, revoked jsonb, tenant_id text, name text, kind text, zone text, phone text, tty text, hours text, address_lines text[], accreditations text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
	select g.grant_id, g.user_id, g.user_name, g.user_tenant_id, g.organization, g.roles, g.first_day, g.last_day,
		g.granted_at, g.granted_by, g.revoked,
		t.tenant_id, t.name, t.kind, t.zone, t.phone, t.tty, t.hours, t.address_lines, t.accreditations
	from public.practice_grant g
		join public.tenant t on t.tenant_id = g.tenant_id and t.kind = 'practice'
	where g.user_id = p_user_id and g.user_tenant_id = current_setting('openum.tenant', true)
$function$
-- owner: openum_lookup

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	raise exception '% only grows: its rows are neither changed nor deleted', tg_table_name using errcode = 'restrict_violation';
end $function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.refuse_second_outcome()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
	if old.outcome is not null then
		raise exception 'what came of a question to a model is written once' using errcode = 'restrict_violation';
	end if;
	return new;
end $function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.replace_episode_rows(p_tenant text, p_episode text, p_version integer, p_row jsonb, p_authorizations jsonb, p_pages jsonb, p_facts jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
	perform 1 from episode_row r
	where r.tenant_id = p_tenant and r.episode_id = p_episode and r.version = p_version for update;
	if not found then
		return false;
	end if;
	perform write_episode_rows(p_tenant, p_episode, p_row, p_authorizations, p_pages, p_facts);
	return true;
end $function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.user_for_sign_in(p_email_key text)
 RETURNS SETOF app_user
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
	select * from public.app_user where email_key = p_email_key
$function$
-- owner: openum_lookup

CREATE OR REPLACE FUNCTION public.user_of_session(p_session_hash text, p_now timestamp with time zone)
 RETURNS SETOF app_user
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
	select u.* from public.session s join public.app_user u using (tenant_id, user_id)
	where s.session_hash = p_session_hash and s.expires_at > p_now and u.active
$function$
-- owner: openum_lookup

CREATE OR REPLACE FUNCTION public.write_case_appeals(p_tenant text, p_case text, p_rows jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
	delete from case_appeal a where a.tenant_id = p_tenant and a.case_id = p_case;
	insert into case_appeal
		(tenant_id, case_id, appeal_id, kind, number, level_id, level_name, body, status, open, urgency, timing, stage,
		reason_class, service_code, service, filed_by, received_at, received_on, due_at, due_rule_id, reviewer_user_id,
		reviewer_name, outcome, decided_at, decided_on, aid_continuing, position)
	select p_tenant, p_case, a.appeal_id, a.kind, a.number, a.level_id, a.level_name, a.body, a.status, a.open, a.urgency,
		a.timing, a.stage, a.reason_class, a.service_code, a.service, a.filed_by, a.received_at, a.received_on, a.due_at,
		a.due_rule_id, a.reviewer_user_id, a.reviewer_name, a.outcome, a.decided_at, a.decided_on, a.aid_continuing, a.position
	from jsonb_populate_recordset(null::case_appeal, p_rows) a;
	return true;
end $function$
-- owner: whoever migrates

CREATE OR REPLACE FUNCTION public.write_episode_rows(p_tenant text, p_episode text, p_row jsonb, p_authorizations jsonb, p_pages jsonb, p_facts jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
-- owner: whoever migrates


-- triggers
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.arrival FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.arrival FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.arrival_settlement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.arrival_settlement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.audit_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.audit_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.audit_reading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.audit_reading FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.audit_sample FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.audit_sample FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.case_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.case_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.command_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.command_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.dial_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.dial_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.document FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.episode_command FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.episode_command FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.episode_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.episode_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.episode_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.episode_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.message FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.message FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.model_call FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.model_call FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.model_reply FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.model_reply FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.model_switch FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.model_switch FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.notice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.notice FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.payer_card FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.payer_card FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.payer_exchange FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.payer_exchange FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.payer_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.payer_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.payer_file_note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.payer_file_note FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.rating FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.rating FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.rating_case FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.rating_case FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.rating_set FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.rating_set FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.read_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.read_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.routing_plan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.routing_plan FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.suggestion_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.suggestion_answer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER one_outcome BEFORE UPDATE ON public.suggestion_run FOR EACH ROW EXECUTE FUNCTION refuse_second_outcome();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.task_duty FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.task_duty FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.visit_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.visit_answer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.visit_message FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON public.visit_message FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- grants
grant delete, insert, select on case_appeal to openum_app;
grant delete, insert, select on case_clock to openum_app;
grant delete, insert, select on case_item to openum_app;
grant delete, insert, select on case_task to openum_app;
grant delete, insert, select on episode_authorization to openum_app;
grant delete, insert, select on episode_claim to openum_app;
grant delete, insert, select on page_picture to openum_app;
grant delete, insert, select on service_page to openum_app;
grant delete, insert, select on stay_row to openum_app;
grant delete, insert, select, update on outbox to openum_app;
grant delete, insert, select, update on saved_filter to openum_app;
grant delete, select on session to openum_lookup;
grant execute on all_tenants to openum_app;
grant execute on append_case to openum_app;
grant execute on append_episode to openum_app;
grant execute on append_stay_case to openum_app;
grant execute on client_by_token to openum_app;
grant execute on close_session to openum_app;
grant execute on guest_link_by_hash to openum_app;
grant execute on outbox_take to openum_app;
grant execute on portal_of to openum_app;
grant execute on practice_grants_of to openum_app;
grant execute on replace_episode_rows to openum_app;
grant execute on user_for_sign_in to openum_app;
grant execute on user_of_session to openum_app;
grant execute on write_case_appeals to openum_app;
grant execute on write_episode_rows to openum_app;
grant insert on api_client to openum_app;
grant insert on app_user to openum_app;
grant insert on session to openum_app;
grant insert, select on arrival to openum_app;
grant insert, select on arrival_settlement to openum_app;
grant insert, select on audit_file to openum_app;
grant insert, select on audit_reading to openum_app;
grant insert, select on audit_sample to openum_app;
grant insert, select on case_event to openum_app;
grant insert, select on clock_alarm to openum_app;
grant insert, select on command_log to openum_app;
grant insert, select on contact_preference to openum_app;
grant insert, select on criteria_replay to openum_app;
grant insert, select on criteria_replay_finding to openum_app;
grant insert, select on criteria_text to openum_app;
grant insert, select on criteria_version_event to openum_app;
grant insert, select on delivery_setting to openum_app;
grant insert, select on dial_event to openum_app;
grant insert, select on document to openum_app;
grant insert, select on document_page to openum_app;
grant insert, select on episode_command to openum_app;
grant insert, select on episode_event to openum_app;
grant insert, select on episode_file to openum_app;
grant insert, select on extracted_page to openum_app;
grant insert, select on letter_run to openum_app;
grant insert, select on letter_run_target to openum_app;
grant insert, select on message to openum_app;
grant insert, select on model_call to openum_app;
grant insert, select on model_reply to openum_app;
grant insert, select on model_switch to openum_app;
grant insert, select on news_read to openum_app;
grant insert, select on notice to openum_app;
grant insert, select on notification to openum_app;
grant insert, select on payer_card to openum_app;
grant insert, select on payer_exchange to openum_app;
grant insert, select on payer_file to openum_app;
grant insert, select on payer_file_note to openum_app;
grant insert, select on physician_absence to openum_app;
grant insert, select on physician_availability to openum_app;
grant insert, select on physician_conflict to openum_app;
grant insert, select on practice_arrival to openum_app;
grant insert, select on practice_arrival_setting to openum_app;
grant insert, select on practice_grant to openum_app;
grant insert, select on practice_look to openum_app;
grant insert, select on practice_reminder to openum_app;
grant insert, select on print_batch to openum_app;
grant insert, select on rating to openum_app;
grant insert, select on rating_case to openum_app;
grant insert, select on rating_news_read to openum_app;
grant insert, select on rating_set to openum_app;
grant insert, select on read_log to openum_app;
grant insert, select on reporting_line to openum_app;
grant insert, select on routing_plan to openum_app;
grant insert, select on suggestion_answer to openum_app;
grant insert, select on suggestion_run to openum_app;
grant insert, select on task_duty to openum_app;
grant insert, select on template_event to openum_app;
grant insert, select on visit_answer to openum_app;
grant insert, select on visit_message to openum_app;
grant insert, select, update on case_row to openum_app;
grant insert, select, update on document_reading to openum_app;
grant insert, select, update on episode_facts to openum_app;
grant insert, select, update on episode_row to openum_app;
grant insert, select, update on guest_link to openum_app;
grant insert, select, update on member to openum_app;
grant insert, select, update on news_preference to openum_app;
grant insert, select, update on partner_control to openum_app;
grant insert, select, update on portal_grant to openum_app;
grant insert, select, update on practice_clinician to openum_app;
grant insert, select, update on practice_import to openum_app;
grant insert, select, update on practice_patient to openum_app;
grant insert, select, update on practice_payer to openum_app;
grant insert, select, update on practice_programme to openum_app;
grant insert, select, update on practice_setting to openum_app;
grant insert, select, update on provider to openum_app;
grant insert, select, update on tenant to openum_app;
grant insert, select, update on visit to openum_app;
grant select (active, email, name, qualification, roles, tenant_id, user_id) on app_user to openum_app;
grant select (client_id, name, scopes, tenant_id) on api_client to openum_app;
grant select on api_client to openum_lookup;
grant select on app_user to openum_lookup;
grant select on guest_link to openum_lookup;
grant select on portal_grant to openum_lookup;
grant select on practice_grant to openum_lookup;
grant select on tenant to openum_lookup;
grant select, update on outbox to openum_worker;
