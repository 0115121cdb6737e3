-- Who looks at early signs (值守): given and taken back by the head, with the reason. The last row of an account counts.

create table care_duty (
  care_duty_id bigint generated always as identity primary key,
  account text not null check (btrim(account) <> ''),
  on_duty boolean not null,
  -- Only signs about these units and the people in them; null: all.
  unit_ids text[] check (cardinality(unit_ids) > 0),
  reason text not null check (btrim(reason) <> ''),
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  check (on_duty or unit_ids is null)
);
create index on care_duty (account, care_duty_id);

create function refuse_care_duty_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'the duty roll is append-only: record another entry' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on care_duty
  for each statement execute function refuse_care_duty_change();
