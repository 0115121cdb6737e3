-- Papers in the file of a selection case. A row is one version of a document; a later version supersedes and never
-- overwrites, what is withdrawn stays listed with the reason. Content is kept once by its hash.

create table paper_content (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  format text not null check (format in ('pdf', 'jpeg', 'png', 'docx', 'xlsx', 'lrmx')),
  bytes bytea not null,
  check (sha256 = encode(sha256(bytes), 'hex'))
);

create table case_paper (
  paper_id uuid primary key default uuidv7(),
  case_id uuid not null references selection_case,
  -- The document that this is a version of: the id of its first version.
  document_id uuid not null references case_paper,
  version integer not null check (version >= 1),
  kind text not null,
  -- Null: it belongs to the case as a whole.
  stage text,
  -- The candidate it is about, where it is about one.
  cadre_id text,
  title text not null check (btrim(title) <> ''),
  file_name text not null check (btrim(file_name) <> ''),
  sha256 text not null references paper_content,
  -- The day on the paper, where it bears one.
  dated_on date,
  note text not null default '',
  -- Made by the system rather than handed in: what made it.
  made_by_system text,
  -- Account, and the name as it was.
  recorded_by text not null,
  by_name text not null check (btrim(by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  unique (document_id, version),
  check ((version = 1) = (document_id = paper_id))
);
create index on case_paper (case_id, recorded_at);

create table case_paper_withdrawal (
  document_id uuid primary key references case_paper,
  reason text not null check (btrim(reason) <> ''),
  -- Account, and the name as it was.
  recorded_by text not null,
  by_name text not null check (btrim(by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp()
);

create function refuse_paper_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'papers of a case are append-only: file another version, or withdraw with a reason'
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on paper_content
  for each statement execute function refuse_paper_change();
create trigger refuse_change before update or delete or truncate on case_paper
  for each statement execute function refuse_paper_change();
create trigger refuse_change before update or delete or truncate on case_paper_withdrawal
  for each statement execute function refuse_paper_change();
