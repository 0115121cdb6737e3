-- What source departments hand in, and what became of it.

-- Which source department an account speaks for. The last row of an account counts; a null channel: none any more.
create table account_source (
  account_source_id bigint generated always as identity primary key,
  account text not null check (btrim(account) <> ''),
  channel statement_channel,
  unit_id text,
  -- How often it is agreed to deliver; null: nothing is agreed.
  every_months integer check (every_months between 1 and 60),
  reason text not null check (btrim(reason) <> ''),
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  check (channel is not null or (unit_id is null and every_months is null))
);
create index on account_source (account, account_source_id);

-- A file, which goes the way of every import, or a statement about one person in words.
create table delivery (
  delivery_id uuid primary key default uuidv7(),
  channel statement_channel not null,
  unit_id text,
  import_id uuid unique references import,
  statement jsonb,
  delivered_by text not null check (btrim(delivered_by) <> ''),
  delivered_at timestamptz not null default clock_timestamp(),
  check (num_nonnulls(import_id, statement) = 1)
);
create index on delivery (delivered_by, delivered_at desc);

-- A statement is taken into the records once an officer has told whom it is about, returned with the reason, or withdrawn.
create table delivery_outcome (
  delivery_id uuid primary key references delivery,
  outcome text not null check (outcome in ('taken', 'returned', 'withdrawn')),
  statement_id text,
  reason text check (btrim(reason) <> ''),
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  check ((outcome = 'taken') = (statement_id is not null)),
  check (outcome <> 'returned' or reason is not null)
);

create function refuse_delivery_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'deliveries are append-only: record another entry' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on account_source
  for each statement execute function refuse_delivery_change();
create trigger refuse_change before update or delete or truncate on delivery
  for each statement execute function refuse_delivery_change();
create trigger refuse_change before update or delete or truncate on delivery_outcome
  for each statement execute function refuse_delivery_change();
