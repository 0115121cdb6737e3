-- What people judge of a cadre beside the synthesis sheet of a run, signed. Nothing is changed or removed: whoever thinks
-- again adds another.

create table judgement (
  judgement_id uuid primary key default uuidv7(),
  cadre_id text not null,
  output text not null check (output in ('direction', 'room', 'goal', 'strengths', 'seats', 'path')),
  stance text not null check (stance in ('agree', 'differ', 'add')),
  text text not null check (btrim(text) <> '' or stance = 'agree'),
  -- The sheet that was on the table.
  run_id uuid not null references run,
  signed_by text not null check (btrim(signed_by) <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);
create index on judgement (cadre_id, recorded_at);

create function refuse_judgement_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'judgements are append-only: add another' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on judgement
  for each statement execute function refuse_judgement_change();
