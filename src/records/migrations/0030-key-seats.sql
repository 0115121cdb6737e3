-- What people record about key seats: judgements, steps of the work of their own, checks. It only grows; `seq` is the version
-- that the event made. What a judgement says of the seat also stands in `positions`, written in the same transaction.

create table key_seat_event (
  position_id text not null,
  seq integer not null check (seq >= 1),
  kind text not null check (
    kind in ('judged', 'judgement-undone', 'step-added', 'step-ended', 'checked', 'check-withdrawn')
  ),
  -- The day on which it happened; the day on which it was written down is `recorded_at`.
  happened_on date not null,
  act jsonb not null,
  -- Of a judgement: what stood in `positions` before it.
  before jsonb check ((before is not null) = (kind = 'judged')),
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_by_name text not null check (btrim(recorded_by_name) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (position_id, seq)
);

create function refuse_key_seat_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'records of key seats are append-only: record another event' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on key_seat_event
  for each statement execute function refuse_key_seat_change();
