-- Who did what, when. Written in the transaction of the work itself, never changed afterwards; each entry's hash covers
-- the hash before it, so that a missing or altered entry shows.

create table audit (
  id bigint primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text,
  detail jsonb,
  previous_hash text not null,
  hash text not null
);

-- SHA-256, in hex, of the hash before and the content of the entry as a JSON array.
create function audit_hash(entry audit) returns text
  language sql stable
  return encode(sha256(convert_to(entry.previous_hash || jsonb_build_array(
    entry.id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.actor, entry.action, entry.subject, entry.detail
  )::text, 'UTF8')), 'hex');

-- Entries are chained one after another: the lock is held until the transaction ends.
create function chain_audit() returns trigger
  language plpgsql
as $$
declare
  last audit;
begin
  perform pg_advisory_xact_lock(hashtext('zhiren audit'));
  select * into last from audit order by id desc limit 1;
  new.id := coalesce(last.id, 0) + 1;
  new.at := clock_timestamp();
  new.previous_hash := coalesce(last.hash, '');
  new.hash := audit_hash(new);
  return new;
end
$$;

create function refuse_audit_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger chain_audit before insert on audit for each row execute function chain_audit();
create trigger refuse_audit_change before update or delete or truncate on audit for each statement execute function refuse_audit_change();
