-- Cases as a plan would have them after some years, `cases` of them up to `moment`. Three tenants (70, 20 and 10 percent); one case in
-- twenty still open, of those one in eight with a physician; due from a day ago to thirteen days ahead, one in twenty-five without.
create function bench_hash(n int, of int) returns int language sql immutable return hashint4(n * 8 + of) & 2147483647;

create temp table bench_case as
select n,
	(array['plan-a', 'plan-b', 'plan-c'])[case when n % 10 < 7 then 1 when n % 10 < 9 then 2 else 3 end] as tenant,
	lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || substr(md5(n::text), 1, 12) as case_id,
	bench_hash(n, 0) % 20 = 0 as open,
	bench_hash(n, 1) % 8 = 0 as with_physician,
	bench_hash(n, 2) % greatest(cases / 4, 1) as member,
	bench_hash(n, 3) as chance,
	'user-' || bench_hash(n, 4) % 60 as reviewer,
	bench_hash(n, 5) % 3 > 0 as assigned,
	case when bench_hash(n, 6) % 25 > 0 then moment + make_interval(secs => bench_hash(n, 7) % 1209600 - 86400) end as due,
	moment - make_interval(mins => (cases - n) * 2) as received
from (select :'moment'::timestamptz as moment, :cases::int as cases) g, generate_series(1, cases) as n;

create temp table bench_name as
select member,
	(array['Ba', 'Bren', 'Cor', 'Dal', 'El', 'Fair', 'Gra', 'Hol', 'Iv', 'Jor', 'Kel', 'Lun', 'Mar', 'Nor', 'Os', 'Pel', 'Quin', 'Ros', 'Sal',
		'Tor', 'Ul', 'Var', 'Wes', 'Yar', 'Zim'])[1 + member % 25]
	|| (array['a', 'e', 'i', 'o', 'an', 'en', 'in', 'on', 'ar', 'er'])[1 + member / 25 % 10]
	|| (array['berg', 'dale', 'feld', 'ford', 'gren', 'holm', 'land', 'man', 'quist', 'sen', 'son', 'ster', 'ton', 'vold', 'wick',
		'wood'])[1 + member / 250 % 16]
	|| ', '
	|| (array['Ada', 'Bela', 'Carl', 'Dora', 'Emil', 'Flora', 'Gus', 'Hedda', 'Ines', 'Jonas', 'Kara', 'Leo'])[1 + member / 4000 % 12] as name
from (select distinct member from bench_case) m;

insert into case_row
	(tenant_id, case_id, case_number, version, status, queue, line_of_business, plan_name, review_type, urgency, channel,
	member_number, member_name, member_search, member_birth_date, requesting_provider_name, requesting_provider_npi,
	service_summary, criteria_truth, received_at, assignee_user_id, assignee_name, next_due_at, next_due_rule_id,
	sender_reference, changed_at, state_of_issue, received_on)
select tenant, case_id, 'UM-' || lpad(n::text, 9, '0'), 6 + chance % 9,
	case when not open then 'determined' when with_physician then 'physicianReview' else 'clinicalReview' end,
	case when not open then 'none' when with_physician then 'physician' else 'clinical' end,
	(array['medicareAdvantage', 'medicaidManagedCare', 'commercialInsured', 'selfFundedErisa'])[1 + chance % 4],
	'Prairie Advantage', 'prospective', case when chance % 11 = 0 then 'expedited' else 'standard' end, 'pas',
	'PHP' || lpad(member::text, 7, '0'), name, lower(name), date '1930-01-01' + member % 30000,
	'Lakeside Specialty Clinic', '1300012343', 'E1390 Oxygen concentrator',
	(array['met', 'notMet', 'unknown'])[1 + chance % 3], received,
	case when open and assigned then reviewer end, case when open and assigned then initcap(reviewer) end,
	case when open then due end, case when open and due is not null then 'ma-standard-decision' end,
	'request-' || n, received + interval '1 day', 'IL', received::date
from bench_case join bench_name using (member);

insert into case_item
	(tenant_id, case_id, item_sequence, service_system, service_code, is_drug, review_type, submitted_at, extended, status,
	authorization_number, reason_codes, decided_by_licences)
select tenant, case_id, 1, 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'E1390', false, 'prospective', received, false,
	case when open then 'pended' else 'approved' end, case when not open then 'PA-' || lpad(n::text, 9, '0') end, '{}', '{}'
from bench_case;

drop table bench_case, bench_name;
drop function bench_hash;
