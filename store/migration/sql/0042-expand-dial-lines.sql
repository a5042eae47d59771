-- Finds what was approved, or needed no authorization, under one change of the dial: the number stands at the end of the rule.
create index case_event_dial on case_event (tenant_id, (substring(data #>> '{by,rule}' from ' dial ([0-9]+)$')), case_id)
	where type = 'ItemDetermined' and substring(data #>> '{by,rule}' from ' dial ([0-9]+)$') is not null;
