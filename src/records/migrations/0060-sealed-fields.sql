-- Fields that lie sealed: citizen numbers and texts of supervision (decision 0032). The keys that open them are not here:
-- `wrapped` is of no use without the key of a file outside the database.

create table field_key (
  number smallint primary key check (number > 0),
  cipher text not null check (cipher in ('aes-256-gcm', 'sm4-ctr-hmac-sm3')),
  -- Which key of a file opens it.
  wrapped_by text not null check (btrim(wrapped_by) <> ''),
  wrapped bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  -- Nothing is sealed with it any more.
  retired_at timestamptz
);
-- New writes go under one set of keys.
create unique index field_key_in_use on field_key ((true)) where retired_at is null;

-- sealed:1:<number of the set>:<field>:<look-up tag>:<mark>:<sealed bytes>
create function is_sealed(value text) returns boolean
  language sql immutable parallel safe
  return value is null or value ~ '^sealed:1:[0-9]+:[a-z_.]+:[A-Za-z0-9_-]*:[A-Za-z0-9_-]{16}:[A-Za-z0-9_-]+$';

-- Of one field of one row: equal where the values are equal. A value that is not sealed stands for itself.
create function sealed_mark(value text) returns text
  language sql immutable parallel safe
  return case when starts_with(value, 'sealed:1:') then split_part(value, ':', 6) else value end;

-- Equal where the values are equal, whosesoever they are; only for fields that are looked up.
create function look_up_tag(value text) returns text
  language sql immutable parallel safe
  return case when starts_with(value, 'sealed:1:') then split_part(value, ':', 5) end;

create function sealed_under(value text) returns integer
  language sql immutable parallel safe
  return case when starts_with(value, 'sealed:1:') then split_part(value, ':', 3)::integer end;

create index cadres_citizen_id_tag on cadres (look_up_tag(citizen_id)) where citizen_id is not null;
