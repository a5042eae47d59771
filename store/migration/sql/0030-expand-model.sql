-- Questions to a language model of the installation's choice, what was sent, what came back, and who switched what.

create table suggestion_run (
	tenant_id text collate "C" not null,
	run_id text collate "C" not null,
	agent text not null,
	agent_version text not null,
	subject_kind text not null check (subject_kind in ('case', 'message', 'episode')),
	subject_id text collate "C" not null,
	input jsonb not null,
	asked_at timestamptz not null,
	asked_by jsonb,
	-- Not to be taken before.
	due_at timestamptz not null,
	attempts int not null default 0,
	model text,
	finished_at timestamptz,
	outcome jsonb check (outcome ->> 'kind' in ('suggested', 'abstained', 'failed')),
	primary key (tenant_id, run_id),
	check ((outcome is null) = (finished_at is null))
);
create index suggestion_run_of_subject on suggestion_run (tenant_id, subject_kind, subject_id, run_id desc);
create index suggestion_run_due on suggestion_run (tenant_id, due_at, run_id) where outcome is null;
create index suggestion_run_asked on suggestion_run (tenant_id, asked_at);

create function refuse_second_outcome() returns trigger language plpgsql as $$
begin
	if old.outcome is not null then
		raise exception 'what came of a question to a model is written once' using errcode = 'restrict_violation';
	end if;
	return new;
end $$;
create trigger one_outcome before update on suggestion_run for each row execute function refuse_second_outcome();

create table suggestion_answer (
	tenant_id text collate "C" not null,
	run_id text collate "C" not null,
	position int not null check (position >= 0),
	agent text not null,
	agent_version text not null,
	model text not null,
	verdict text not null check (verdict in ('accepted', 'edited', 'rejected')),
	reason text,
	changed_to text,
	answered_by jsonb not null,
	at timestamptz not null,
	primary key (tenant_id, run_id, position),
	check (verdict <> 'rejected' or length(btrim(reason)) > 0)
);
create index suggestion_answer_at on suggestion_answer (tenant_id, at);

create table model_call (
	tenant_id text collate "C" not null,
	call_id text collate "C" not null,
	run_id text collate "C" not null,
	agent text not null,
	agent_version text not null,
	model text not null,
	prompt text not null,
	at timestamptz not null,
	primary key (tenant_id, call_id)
);
create index model_call_of_run on model_call (tenant_id, run_id, call_id);
create index model_call_at on model_call (tenant_id, at);

create table model_reply (
	tenant_id text collate "C" not null,
	call_id text collate "C" not null,
	outcome text not null,
	answer text not null,
	input_tokens int not null check (input_tokens >= 0),
	output_tokens int not null check (output_tokens >= 0),
	at timestamptz not null,
	primary key (tenant_id, call_id)
);

create table model_switch (
	tenant_id text collate "C" not null,
	change_id text collate "C" not null,
	target jsonb not null,
	turned_on boolean not null,
	reason text not null check (length(btrim(reason)) > 0),
	turned_by jsonb not null,
	at timestamptz not null,
	primary key (tenant_id, change_id)
);

create index case_event_suggestion on case_event (tenant_id, recorded_at) where type = 'SuggestionAnswered';

do $$
declare t text;
begin
	foreach t in array array['suggestion_run', 'suggestion_answer', 'model_call', 'model_reply', 'model_switch'] loop
		execute format('alter table %I enable row level security', t);
		execute format('alter table %I force row level security', t);
		execute format('create policy tenant on %I using (tenant_id = current_setting(''openum.tenant'', true))', t);
		execute format('grant select, insert on %I to openum_app', t);
	end loop;
	foreach t in array array['suggestion_answer', 'model_call', 'model_reply', 'model_switch'] loop
		execute format('create trigger only_grows before update or delete on %I for each row execute function refuse_change()', t);
		execute format('create trigger never_emptied before truncate on %I for each statement execute function refuse_change()', t);
	end loop;
end $$;
grant update (due_at, attempts, model, finished_at, outcome) on suggestion_run to openum_app;
