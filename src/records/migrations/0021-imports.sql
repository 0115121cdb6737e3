-- Imports of people and units. A draft waits for choices and survives a restart; what was applied keeps the rows as they
-- were before and after, so that it can be taken back as one step.

create table import (
  import_id uuid primary key default uuidv7(),
  state text not null check (state in ('reading', 'draft', 'failed', 'applied', 'undone', 'discarded')),
  made_by text not null,
  made_at timestamptz not null default now(),
  -- The managing unit of new people whose file names none.
  authority_unit_id text,
  -- For everybody of the import: path of a field, with `each` for the row, to `file` or `record`.
  choices jsonb not null default '{}',
  -- What was wrong with the files, as it is shown to the clerk.
  findings jsonb not null default '[]',
  -- One up with every choice, so that nobody applies what another has changed meanwhile.
  version integer not null default 1,
  counts jsonb,
  applied_by text,
  applied_at timestamptz,
  undone_by text,
  undone_at timestamptz,
  check ((state in ('applied', 'undone')) = (applied_at is not null)),
  check ((state = 'undone') = (undone_at is not null))
);
create index on import (made_at desc);

create table import_file (
  import_id uuid not null references import,
  place integer not null,
  name text not null check (btrim(name) <> ''),
  sha256 text not null,
  size integer not null,
  -- Kept until it has been read.
  bytes bytea,
  primary key (import_id, place)
);
create index on import_file (sha256);

-- `subject`: a unit of a collection workbook or a person; numbered through the import.
create table import_arrival (
  import_id uuid not null references import,
  number integer not null,
  subject text not null check (subject in ('person', 'unit')),
  name text not null,
  file text not null,
  -- The arriving person or unit, without the photo of its form.
  arrival jsonb not null,
  photo bytea,
  photo_type text,
  photo_width integer,
  photo_height integer,
  match jsonb not null,
  decision jsonb,
  choices jsonb not null default '{}',
  -- Digest of the facts that the difference was made from; null where nobody recorded is meant.
  basis text,
  -- Where it stands in the list, and how many fields and rows are new, changed …
  standing text not null check (standing in ('choose', 'refused', 'conflicting', 'new', 'changed', 'same', 'left-out')),
  tally jsonb not null,
  primary key (import_id, number)
);
create index on import_arrival (import_id, standing, number);

-- What an applied import did to each row of the facts.
create table import_change (
  import_id uuid not null references import,
  place integer not null,
  number integer not null,
  fact text not null,
  before jsonb,
  after jsonb,
  primary key (import_id, place),
  check (before is not null or after is not null)
);

-- The form that an import brought.
alter table appointment_form add column import_id uuid references import;
create index on appointment_form (import_id);

-- Taking people back asks whether they are anybody's relatives.
create index on relatives (relative_cadre_id) where relative_cadre_id is not null;

create function refuse_import_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'what an import did is append-only' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on import_change
  for each statement execute function refuse_import_change();
