-- Matters of development and management: lists of events that only grow, like cases. `seq` is the version that the event made.

create table matter (
  matter_id uuid primary key default uuidv7(),
  kind text not null check (btrim(kind) <> ''),
  cadre_id text,
  unit_id text,
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  check (cadre_id is not null or unit_id is not null)
);
create index on matter (cadre_id);
create index on matter (kind);

create table matter_event (
  matter_id uuid not null references matter,
  seq integer not null check (seq >= 1),
  kind text not null check (btrim(kind) <> ''),
  -- The day on which it happened; the day on which it was written down is `recorded_at`.
  happened_on date not null,
  act jsonb not null,
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_by_name text not null check (btrim(recorded_by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (matter_id, seq),
  check ((seq = 1) = (kind = 'opened'))
);

create function refuse_matter_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'matters are append-only: record another event' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on matter
  for each statement execute function refuse_matter_change();
create trigger refuse_change before update or delete or truncate on matter_event
  for each statement execute function refuse_matter_change();
