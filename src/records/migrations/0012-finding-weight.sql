-- What a finding counts for in the verdict over all rules, what people must still answer, and which articles lift it.

create domain weight as text check (value in ('decides', 'warns', 'asks'));

alter table run_finding
  add column weight weight not null default 'decides',
  add column questions jsonb not null default '[]',
  add column lifted_by jsonb not null default '[]';
