-- Meetings of leadership teams as their minutes tell them. A correction is another version; `minutes` is null where the
-- record was withdrawn. Nothing is changed or removed.

create table team_meeting (
  meeting_id uuid not null,
  version integer not null check (version >= 1),
  unit_id text not null check (btrim(unit_id) <> ''),
  held_on date not null,
  presider_id text not null check (btrim(presider_id) <> ''),
  minutes jsonb,
  -- Why an earlier version was corrected or withdrawn.
  reason text check (btrim(reason) <> ''),
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_by_name text not null check (btrim(recorded_by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (meeting_id, version),
  check ((version = 1) = (reason is null)),
  check (version > 1 or minutes is not null)
);
create index on team_meeting (unit_id, held_on);
create index on team_meeting (presider_id);

create function refuse_meeting_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'records of meetings are append-only: record another version'
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on team_meeting
  for each statement execute function refuse_meeting_change();
