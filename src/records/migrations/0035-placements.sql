-- Placement rounds of the reserve: on which facts each was made, and what it gave. Nothing is changed or removed: another
-- round is another row.

create table placement (
  placement_id uuid primary key default uuidv7(),
  -- The facts it was made on.
  run_id uuid not null references run,
  book_hash text not null,
  made_by text not null check (btrim(made_by) <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);
create index on placement (recorded_at);

create table placement_result (
  placement_id uuid primary key references placement,
  state text not null check (state in ('found', 'stopped', 'failed')),
  -- Null where the process was cut off.
  result jsonb,
  seconds double precision not null,
  recorded_at timestamptz not null default now()
);

create function refuse_placement_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'placement rounds are append-only: make another' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on placement
  for each statement execute function refuse_placement_change();
create trigger refuse_change before update or delete or truncate on placement_result
  for each statement execute function refuse_placement_change();
