-- Files that left the house: who took what out, about whom and for what purpose. Nothing is changed or removed.

create table export_log (
  export_id uuid primary key default uuidv7(),
  kind text not null check (kind ~ '^[a-z][a-z-]*$'),
  purpose text not null check (char_length(btrim(purpose)) between 2 and 200),
  format text not null check (format ~ '^[a-z]+$'),
  file_name text not null check (btrim(file_name) <> ''),
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  byte_count bigint not null check (byte_count >= 0),
  -- Ids of the people in it; they stay even where a person is no longer on record.
  subjects text[] not null,
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_at timestamptz not null default now()
);
create index on export_log (recorded_at);
create index on export_log using gin (subjects);

-- Designs of rosters: every saved state is a row, so that any of them can be taken up again. `design` is null where the
-- design was put away.
create table roster_design (
  design_id uuid not null,
  version integer not null check (version >= 1),
  name text not null check (btrim(name) <> ''),
  design jsonb,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (design_id, version)
);

create function refuse_export_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'the export log and the versions of designs are append-only'
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on export_log
  for each statement execute function refuse_export_change();
create trigger refuse_change before update or delete or truncate on roster_design
  for each statement execute function refuse_export_change();
