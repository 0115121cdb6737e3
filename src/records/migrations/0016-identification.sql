-- What identification gives beside the estimates of people: of units, early signs, conflicts of record, texts that repeat
-- others, and the working papers behind the numbers.

create table run_unit_estimate (
  run_id uuid not null references run on delete cascade,
  unit_id text not null,
  measure text not null,
  value double precision,
  lower double precision,
  upper double precision,
  sd double precision,
  n integer not null,
  "group" text not null,
  separable boolean not null,
  cause jsonb,
  parts jsonb,
  primary key (run_id, unit_id, measure),
  check (separable = (value is not null and lower is not null and upper is not null and sd is not null)),
  check (separable = (cause is null))
);

create table run_signal (
  run_id uuid not null references run on delete cascade,
  cadre_id text,
  unit_id text,
  kind text not null,
  raised_on partial_date not null,
  severity text not null check (severity in ('minor', 'moderate', 'serious')),
  evidence text[] not null,
  reason jsonb not null,
  look jsonb not null,
  check (cadre_id is not null or unit_id is not null)
);
create index on run_signal (run_id, cadre_id);
create index on run_signal (run_id, unit_id);

create table run_conflict (
  run_id uuid not null references run on delete cascade,
  cadre_id text not null,
  field text not null,
  "values" text[] not null,
  sources text[] not null,
  accepted text,
  severity text not null check (severity in ('minor', 'moderate', 'serious')),
  rule text not null,
  reason jsonb not null,
  mend jsonb not null
);
create index on run_conflict (run_id, cadre_id);

create table run_sameness (
  run_id uuid not null references run on delete cascade,
  statement_id text not null,
  other_id text,
  similarity double precision not null check (similarity between 0 and 1),
  kind text not null check (kind in ('copied', 'boilerplate'))
);
create index on run_sameness (run_id, statement_id);

-- One document a kind and subject; its shape belongs to its kind.
create table run_paper (
  run_id uuid not null references run on delete cascade,
  kind text not null,
  subject text not null,
  body jsonb not null,
  primary key (run_id, kind, subject)
);
