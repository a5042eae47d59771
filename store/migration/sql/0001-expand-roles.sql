-- Roles belong to the server, not to one database, so they may be there already.
do $$
declare r text;
begin
	foreach r in array array['openum_app', 'openum_lookup', 'openum_worker'] loop
		begin
			execute format('create role %I nologin', r);
		exception when duplicate_object or unique_violation then null;
		end;
		execute format('grant %I to current_user', r);
	end loop;
end $$;

revoke all on schema public from public;
grant usage on schema public to openum_app, openum_lookup, openum_worker;
