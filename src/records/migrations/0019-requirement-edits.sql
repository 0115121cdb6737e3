-- By whom and why the requirements of a seat were changed by hand. What they said at any time lies in `requirements` and
-- `past.requirements`; the moment joins the two. A version without an edit came with an import.

-- A moment to the microsecond, in UTC: it names a version.
create function moment_name(moment timestamptz) returns text
  language sql immutable
  return to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

create table requirement_edit (
  requirement_edit_id uuid primary key default uuidv7(),
  position_id text not null,
  reason text not null check (btrim(reason) <> ''),
  signed_by text not null check (btrim(signed_by) <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  unique (position_id, recorded_at)
);

create function refuse_requirement_edit_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'edits of requirements are append-only: record another' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on requirement_edit
  for each statement execute function refuse_requirement_edit_change();
