-- A link may also lead to one request for information. `offer_id` holds the id of whatever it leads to.

alter table guest_link
	add column about text collate "C" not null default 'peerToPeer' check (about in ('peerToPeer', 'information')),
	-- NPI that it opens with, where what it leads to names no one clinician.
	add column to_npi text collate "C" check (to_npi ~ '^[0-9]{10}$'),
	add check (about <> 'information' or to_npi is not null);
