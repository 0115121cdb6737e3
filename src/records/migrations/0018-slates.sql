-- Slates: what somebody asked for, on which facts, and what the search gave. Nothing is changed or removed: whoever asks
-- for something else makes another slate, which names the one it began with.

create table slate (
  slate_id uuid primary key default uuidv7(),
  name text not null check (btrim(name) <> ''),
  request jsonb not null,
  -- The facts it was made on.
  run_id uuid not null references run,
  book_hash text not null,
  based_on uuid references slate,
  made_by text not null check (btrim(made_by) <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);
create index on slate (recorded_at);

create table slate_result (
  slate_id uuid primary key references slate,
  state text not null check (state in ('found', 'clash', 'stopped', 'failed')),
  result jsonb not null,
  seconds double precision not null,
  recorded_at timestamptz not null default now()
);

create function refuse_slate_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'slates are append-only: make another' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on slate
  for each statement execute function refuse_slate_change();
create trigger refuse_change before update or delete or truncate on slate_result
  for each statement execute function refuse_slate_change();
