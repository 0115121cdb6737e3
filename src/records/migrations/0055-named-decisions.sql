-- A decision about a person is made by a person (PIPL 24): what the system writes in its own name changes nothing of where
-- anybody stands. Jobs, timers and searches write so; `commit` says it of their transaction.

create function refuse_automatic_decision() returns trigger
  language plpgsql
as $$
begin
  if current_setting('zhiren.actor', true) = 'system' then
    raise exception '% of % by the system itself', lower(tg_op), tg_table_name using errcode = 'ZH001', table = tg_table_name;
  end if;
  return null;
end
$$;

create trigger refuse_automatic_decision before insert or update or delete on tenures
  for each statement execute function refuse_automatic_decision();
create trigger refuse_automatic_decision before insert or update or delete on grades
  for each statement execute function refuse_automatic_decision();
create trigger refuse_automatic_decision before insert or update or delete on evaluations
  for each statement execute function refuse_automatic_decision();
create trigger refuse_automatic_decision before insert or update or delete on sanctions
  for each statement execute function refuse_automatic_decision();
create trigger refuse_automatic_decision before insert or update or delete on cadres
  for each statement execute function refuse_automatic_decision();
create trigger refuse_automatic_decision before insert or update or delete on track_event
  for each statement execute function refuse_automatic_decision();
create trigger refuse_automatic_decision before insert or update or delete on case_event
  for each statement execute function refuse_automatic_decision();
create trigger refuse_automatic_decision before insert or update or delete on judgement
  for each statement execute function refuse_automatic_decision();
