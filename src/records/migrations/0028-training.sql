-- Training: classes as lists of events that only grow, like matters, and the plans of years, each version kept.

create table training_class (
  class_id uuid primary key default uuidv7(),
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_at timestamptz not null default clock_timestamp()
);

create table training_class_event (
  class_id uuid not null references training_class,
  seq integer not null check (seq >= 1),
  kind text not null check (btrim(kind) <> ''),
  -- The day on which it happened; the day on which it was written down is `recorded_at`.
  happened_on date not null,
  act jsonb not null,
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_by_name text not null check (btrim(recorded_by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (class_id, seq),
  check ((seq = 1) = (kind = 'opened'))
);

create table training_plan (
  year integer not null check (year between 1900 and 2200),
  version integer not null check (version >= 1),
  state text not null check (state in ('made', 'edited', 'adopted')),
  plan jsonb not null,
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_by_name text not null check (btrim(recorded_by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (year, version)
);

create function refuse_training_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'training is append-only: record another event or version' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on training_class
  for each statement execute function refuse_training_change();
create trigger refuse_change before update or delete or truncate on training_class_event
  for each statement execute function refuse_training_change();
create trigger refuse_change before update or delete or truncate on training_plan
  for each statement execute function refuse_training_change();
