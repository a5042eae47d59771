-- The services that a question to a model was about, so that its figures and lists can be told apart by them.
alter table suggestion_run add column services text[] collate "C" not null default '{}';
grant update (services) on suggestion_run to openum_app;

-- What a person made of one suggestion, beside it in a list.
create index case_event_suggestion_answered on case_event (tenant_id, case_id, (data ->> 'runId')) where type = 'SuggestionAnswered';
