-- What kind of move each pair would be. One to a lower level goes by another procedure, so no verdict counts it.

-- Empty where the present level is not recorded, and in runs made before this was kept.
alter table run_eligibility add column move move;

alter table vacancy_tally add column lower integer not null default 0;
