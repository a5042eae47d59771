-- What was taken out of a prompt before it was sent. Unknown for calls of before it was written down.
alter table model_call add column redaction text check (redaction in ('all', 'identifiers', 'none'));
