-- What is due and has been seen: by whom, when, and for which day. Another day is another thing to be seen. Nothing is removed.

create table due_seen (
  item_id text not null check (btrim(item_id) <> ''),
  due_on date not null,
  seen_by text not null check (btrim(seen_by) <> ''),
  seen_at timestamptz not null default clock_timestamp(),
  primary key (item_id, due_on, seen_by)
);

create function refuse_seen_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'what was seen stays seen' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on due_seen
  for each statement execute function refuse_seen_change();
