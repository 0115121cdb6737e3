-- The second clock: when we knew it. Each fact has a twin in the schema `past` that keeps the versions that were
-- superseded or deleted, with the time during which they were held to be true: `recorded`.

create schema past;

-- Moves the old version of a fact to its twin. A version that lived only inside this transaction was never known to anyone.
create function keep_past() returns trigger
  language plpgsql
as $$
declare
  ended timestamptz := greatest(now(), old.recorded_at + interval '1 microsecond');
begin
  if old.recorded_at <> now() then
    execute format('insert into past.%1$I select (jsonb_populate_record(null::past.%1$I, $1)).*', tg_table_name)
      using to_jsonb(old) || jsonb_build_object('recorded', tstzrange(old.recorded_at, ended));
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  new.recorded_at := case when old.recorded_at = now() then now() else ended end;
  return new;
end
$$;

do $$
declare
  fact text;
begin
  foreach fact in array array[
    'units', 'teams', 'positions', 'cadres', 'tenures', 'grades', 'educations', 'relatives', 'evaluations', 'trainings',
    'honours', 'sanctions', 'ratings', 'indicators', 'duties', 'statements', 'supervision', 'requirements',
    'competencies', 'vacancies'
  ] loop
    execute format('create table past.%1$I (like public.%1$I, recorded tstzrange not null)', fact);
    execute format('create trigger keep_past before update or delete on public.%1$I for each row execute function keep_past()', fact);
  end loop;
end
$$;
