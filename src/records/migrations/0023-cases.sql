-- Cases of appointment and removal: lists of events that only grow. A case is what its events make of it; `seq` is the
-- version that the event made, so that two who act at once cannot both be the next.

create table selection_case (
  case_id uuid primary key default uuidv7(),
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_at timestamptz not null default clock_timestamp()
);

create table case_event (
  case_id uuid not null references selection_case,
  seq integer not null check (seq >= 1),
  kind text not null check (btrim(kind) <> ''),
  -- The day on which it happened; the day on which it was written down is `recorded_at`.
  happened_on date not null,
  act jsonb not null,
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_by_name text not null check (btrim(recorded_by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (case_id, seq),
  check ((seq = 1) = (kind = 'opened'))
);
create index on case_event (recorded_at);

-- Which cadre an account belongs to, so that kin recuse. The last row of an account counts; null: nobody of the records.
create table account_person (
  account_person_id bigint generated always as identity primary key,
  account text not null check (btrim(account) <> ''),
  cadre_id text,
  reason text not null check (btrim(reason) <> ''),
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_at timestamptz not null default clock_timestamp()
);
create index on account_person (account, account_person_id);

create function refuse_case_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'cases are append-only: record another event' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on selection_case
  for each statement execute function refuse_case_change();
create trigger refuse_change before update or delete or truncate on case_event
  for each statement execute function refuse_case_change();
create trigger refuse_change before update or delete or truncate on account_person
  for each statement execute function refuse_case_change();
