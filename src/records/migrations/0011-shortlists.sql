-- What kind of move each candidate on a shortlist would make, and how many people of the last rank a list had no room for.

create domain move as text check (value in ('promotion', 'further-use', 'lateral', 'demotion', 'grade-step'));

-- Empty where the present level is not recorded, and in runs made before this was kept.
alter table run_shortlist add column move move;

create table run_unlisted (
  run_id uuid not null references run on delete cascade,
  position_id text not null,
  rank integer not null check (rank >= 1),
  count integer not null check (count >= 1),
  primary key (run_id, position_id)
);
