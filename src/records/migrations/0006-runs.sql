-- Analyses and what they gave back. Every input is named: the as-of date, the hash of the snapshot, the version of the
-- product and its parameters. Texts in both languages are {"zh", "en"}.

create domain verdict as text check (value in ('met', 'unmet', 'unknown', 'discretion'));

create table run (
  run_id uuid primary key default uuidv7(),
  as_of partial_date not null,
  snapshot_hash text not null,
  made_at timestamptz not null default now(),
  version text,
  parameters jsonb not null default '{}',
  -- Rows of each result table; kept after the rows themselves are gone.
  counts jsonb not null
);

create table run_estimate (
  run_id uuid not null references run on delete cascade,
  cadre_id text not null,
  measure text not null,
  -- Empty, with a cause, where the data cannot tell this value apart.
  value double precision,
  lower double precision,
  upper double precision,
  sd double precision,
  n integer not null,
  "group" text not null,
  separable boolean not null,
  cause jsonb,
  parts jsonb,
  primary key (run_id, cadre_id, measure),
  check (separable = (value is not null and lower is not null and upper is not null and sd is not null)),
  check (separable = (cause is null))
);
create index on run_estimate (run_id, measure, value);

create table run_finding (
  run_id uuid not null references run on delete cascade,
  subject text not null,
  rule text not null,
  verdict verdict not null,
  instrument text not null,
  article text not null,
  title jsonb not null,
  reasons jsonb not null,
  evidence text[] not null,
  missing text[] not null,
  turns_on partial_date
);
create index on run_finding (run_id, subject);

-- One row a vacancy × cadre pair; the reasons of a pair are computed when somebody asks. There are some million pairs, so
-- they are not checked one by one against the run in whose transaction they are written.
create table run_eligibility (
  run_id uuid not null,
  position_id text not null,
  cadre_id text not null,
  verdict verdict not null,
  blocking text[] not null,
  missing text[] not null,
  primary key (run_id, position_id, cadre_id)
);

create table run_shortlist (
  run_id uuid not null references run on delete cascade,
  position_id text not null,
  rank integer not null check (rank >= 1),
  cadre_id text not null,
  fit double precision not null,
  lower double precision not null,
  upper double precision not null,
  sd double precision not null,
  n integer not null,
  "group" text not null,
  parts jsonb not null,
  tied_with text[] not null,
  verdict verdict not null,
  primary key (run_id, position_id, cadre_id)
);
create index on run_shortlist (run_id, cadre_id);

create table run_rotation (
  run_id uuid not null references run on delete cascade,
  cadre_id text not null,
  position_id text not null,
  rule text not null,
  instrument text not null,
  article text not null,
  title jsonb not null,
  since partial_date not null,
  due_on partial_date not null,
  state text not null check (state in ('overdue', 'due-within-year', 'later')),
  reason jsonb not null
);
create index on run_rotation (run_id, cadre_id);
create index on run_rotation (run_id, due_on);

create table run_need (
  run_id uuid not null references run on delete cascade,
  cadre_id text not null,
  kind text not null check (kind in ('experience', 'training')),
  need text not null check (need in ('grassroots', 'hardship', 'narrow', 'principal-seat', 'hours', 'topic')),
  rule text not null,
  instrument text not null,
  article text not null,
  title jsonb not null,
  finding jsonb not null,
  proposal jsonb not null
);
create index on run_need (run_id, cadre_id);
