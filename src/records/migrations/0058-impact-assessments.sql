-- Impact assessments (PIPL 55, 56; kept three years at least): the facts of the system as they were, what people judged of
-- them, and who signed. Each is a version; none is changed.

create table impact_assessment (
  version integer primary key check (version >= 1),
  facts jsonb not null,
  judgements jsonb not null,
  signed_by text not null check (btrim(signed_by) <> ''),
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_at timestamptz not null default clock_timestamp()
);

create trigger refuse_change before update or delete or truncate on impact_assessment
  for each statement execute function refuse_erasure_change();
create trigger refuse_automatic_decision before insert on impact_assessment
  for each statement execute function refuse_automatic_decision();

-- What is decided in a matter, and what law a place adopts, is decided by a person too.
create trigger refuse_automatic_decision before insert on matter_event
  for each statement execute function refuse_automatic_decision();
create trigger refuse_automatic_decision before insert on local_rule
  for each statement execute function refuse_automatic_decision();
