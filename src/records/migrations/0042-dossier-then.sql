-- One person's record as it was known: read by person in the past as well, and joined to who recorded it.

-- The moment of the transaction, which the facts recorded in it carry too. It stands beside the chained content of an
-- entry, not in it; entries made before this migration have none.
alter table audit add column recorded_at timestamptz;
alter table audit alter column recorded_at set default now();
create index on audit (recorded_at);
create index on import (applied_at) where applied_at is not null;

do $$
declare
  fact text;
begin
  foreach fact in array array[
    'cadres', 'tenures', 'grades', 'educations', 'relatives', 'evaluations', 'trainings', 'honours', 'sanctions',
    'ratings', 'duties', 'statements', 'supervision', 'competencies'
  ] loop
    execute format('create index on past.%1$I (cadre_id)', fact);
  end loop;
end
$$;
create index on past.tenures (position_id);
create index on past.positions (position_id);
create index on past.relatives (relative_cadre_id) where relative_cadre_id is not null;
