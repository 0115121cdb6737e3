-- People who were deleted (PIPL 47): by whose decision, on what ground, how much. Neither a name nor an id stands here: the
-- pseudonym is what the rest of the records call them since.

create table erasure (
  erasure_id uuid primary key default uuidv7(),
  pseudonym text not null unique check (pseudonym ~ '^erased-[0-9a-f]{12}$'),
  ground text not null check (ground in ('retention', 'request')),
  reason text not null check (btrim(reason) <> ''),
  -- How many rows were deleted and changed, by table.
  tables jsonb not null,
  decided_by text not null check (btrim(decided_by) <> ''),
  decided_by_name text not null check (btrim(decided_by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp()
);

-- What else was deleted because its time was over: kinds of record, never whose.
create table expiry (
  expiry_id uuid primary key default uuidv7(),
  kind text not null check (btrim(kind) <> ''),
  until date not null,
  rows integer not null check (rows >= 0),
  reason text not null check (btrim(reason) <> ''),
  decided_by text not null check (btrim(decided_by) <> ''),
  decided_by_name text not null check (btrim(decided_by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp()
);

create function refuse_erasure_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'erasures are append-only' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on erasure
  for each statement execute function refuse_erasure_change();
create trigger refuse_change before update or delete or truncate on expiry
  for each statement execute function refuse_erasure_change();
create trigger refuse_automatic_decision before insert on erasure
  for each statement execute function refuse_automatic_decision();
create trigger refuse_automatic_decision before insert on expiry
  for each statement execute function refuse_automatic_decision();
