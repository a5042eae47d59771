-- Roles belong to the server, not to one database, so they may be there already.
do $$
declare r text;
begin
	foreach r in array array['openum_app', 'openum_lookup', 'openum_worker'] loop
		if to_regrole(r) is null then
			begin
				execute format('create role %I nologin', r);
			exception when duplicate_object or unique_violation then null;
			end;
		end if;
		-- The migrating user must be able to hand functions over. Who may not grant has been granted it before.
		begin
			execute format('grant %I to current_user', r);
		exception when insufficient_privilege then null;
		end;
	end loop;
end $$;

revoke all on schema public from public;
grant usage on schema public to openum_app, openum_lookup, openum_worker;
