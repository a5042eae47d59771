-- Lines that rules approved can be drawn and read afterwards.
alter table audit_sample drop constraint audit_sample_universe_check;
alter table audit_sample add constraint audit_sample_universe_check check (universe in ('denials', 'appeals', 'automatic'));
