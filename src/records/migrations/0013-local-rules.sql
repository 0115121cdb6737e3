-- What a place adds to the national rules: stricter parameters, confirmations of rules whose text was not seen in force,
-- rules of its own. Nothing is ever changed or removed: a withdrawal is a fact of its own, and says from which day.

create table local_rule (
  local_rule_id uuid primary key default uuidv7(),
  kind text not null check (kind in ('parameter', 'confirmation', 'rules')),
  -- The rule it is about, its parameter and the value from a day on; or the YAML of rules of the place's own.
  rule text,
  name text,
  value jsonb,
  starts_on date,
  rules text,
  decided_by text not null check (btrim(decided_by) <> ''),
  decided_on date not null,
  document text not null check (btrim(document) <> ''),
  reason text not null default '',
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  check ((kind = 'rules') = (rules is not null)),
  check ((kind = 'rules') = (rule is null)),
  check ((kind = 'parameter') = (name is not null and value is not null and starts_on is not null)),
  check (num_nonnulls(name, value, starts_on) in (0, 3))
);
create index on local_rule (rule);

create table local_rule_withdrawal (
  local_rule_id uuid primary key references local_rule,
  ends_on date not null,
  reason text not null check (btrim(reason) <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);

create function refuse_local_rule_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'local rules are append-only: record a withdrawal' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on local_rule
  for each statement execute function refuse_local_rule_change();
create trigger refuse_change before update or delete or truncate on local_rule_withdrawal
  for each statement execute function refuse_local_rule_change();

-- Names what the rules said when a run was made; empty in runs made before this was kept.
alter table run add column book_hash text;
