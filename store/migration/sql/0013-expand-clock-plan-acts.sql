-- Whether the plan itself has to act before a clock ends; windows of members and of reviewers outside are no turnaround of the plan.

alter table case_clock add column plan_acts boolean not null default true;
alter table case_clock alter column plan_acts drop default;
