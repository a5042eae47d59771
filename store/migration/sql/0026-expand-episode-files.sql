-- Files of an episode, byte by byte: records of care and letters that came in, packets and appeals that went out.

create table episode_file (
	tenant_id text collate "C" not null,
	episode_id text collate "C" not null,
	file_id text collate "C" not null,
	content_type text not null,
	bytes bytea not null,
	primary key (tenant_id, file_id),
	foreign key (tenant_id, episode_id) references episode_row
);
create index episode_file_episode on episode_file (tenant_id, episode_id);
alter table episode_file enable row level security;
alter table episode_file force row level security;
create policy tenant on episode_file using (tenant_id = current_setting('openum.tenant', true));
grant select, insert on episode_file to openum_app;
create trigger only_grows before update or delete on episode_file for each row execute function refuse_change();
create trigger never_emptied before truncate on episode_file for each statement execute function refuse_change();
