-- Confirmations of the track (复合型、专业型) of a cadre. The record only grows; `seq` is the version that an entry made. The track
-- itself stands in `cadres`, written in the same transaction.

create table track_event (
  cadre_id text not null,
  seq integer not null check (seq >= 1),
  kind text not null check (kind in ('confirmed', 'undone')),
  -- What stands in `cadres` after it, and what stood there before.
  track text check (track in ('generalist', 'specialist')),
  before text check (before in ('generalist', 'specialist')),
  reason text not null check (btrim(reason) <> ''),
  -- The day on which it was decided; the day on which it was written down is `recorded_at`.
  happened_on date not null,
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_by_name text not null check (btrim(recorded_by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (cadre_id, seq),
  check ((kind = 'undone') or track is not null)
);

create function refuse_track_event_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'confirmations of tracks are append-only: record another one' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on track_event
  for each statement execute function refuse_track_event_change();
