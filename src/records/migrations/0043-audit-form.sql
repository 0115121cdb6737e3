-- From here on the moment of the facts stands in the chained content of an entry too. Entries made before have no form and
-- keep the content that they were chained with.

alter table audit add column form smallint;

-- SHA-256, in hex, of the hash before and the content of the entry as a JSON array.
create or replace function audit_hash(entry audit) returns text
  language sql stable
  return encode(sha256(convert_to(entry.previous_hash || (
    case when entry.form is null then jsonb_build_array(
      entry.id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      entry.actor, entry.action, entry.subject, entry.detail)
    else jsonb_build_array(
      entry.form, entry.id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      entry.actor, entry.action, entry.subject, entry.detail)
    end)::text, 'UTF8')), 'hex');

create or replace function chain_audit() returns trigger
  language plpgsql
as $$
declare
  last audit;
begin
  perform pg_advisory_xact_lock(hashtext('zhiren audit'));
  select * into last from audit order by id desc limit 1;
  new.id := coalesce(last.id, 0) + 1;
  new.at := clock_timestamp();
  new.recorded_at := now();
  new.form := 2;
  new.previous_hash := coalesce(last.hash, '');
  new.hash := audit_hash(new);
  return new;
end
$$;
