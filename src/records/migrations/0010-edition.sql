-- An edition is what the screens show: the roster of one snapshot beside the results of one run, worked out once and
-- replaced as a whole. There is at most one.

create table edition (
  only_one boolean primary key default true check (only_one),
  run_id uuid not null references run on delete cascade,
  -- The years of `roster.evaluations`, oldest first.
  years integer[] not null,
  overview jsonb not null default '{}'
);

create table roster (
  cadre_id text primary key,
  name text not null,
  -- Pinyin of every ending of the name and its initials, between spaces.
  reading text collate "C" not null,
  serving boolean not null,
  sex sex,
  born_on partial_date,
  -- Completed years; the lower one where a missing day decides.
  age integer,
  unit_id text,
  unit_name text,
  unit_path text[] not null,
  unit_order integer,
  -- Place in the customary order: unit by unit, from the highest post down.
  post_place integer not null,
  sector sector,
  position_id text,
  title text,
  post_level post_level,
  post_rank integer,
  role role,
  post_since partial_date,
  months_in_post integer,
  level_since partial_date,
  months_at_level integer,
  grassroots_months integer,
  education education_level,
  full_time_education education_level,
  in_service_education education_level,
  party text,
  party_joined_on partial_date,
  work_started_on partial_date,
  reserve boolean,
  track track,
  evaluations text[] not null,
  -- Excellent ones among these; null where no result is held at all.
  excellent integer,
  rating_value double precision,
  rating_lower double precision,
  rating_upper double precision,
  rating_sd double precision,
  rating_n integer,
  rating_group text,
  rating_separable boolean,
  rating_cause jsonb,
  rotation_rule text,
  rotation_due_on partial_date,
  rotation_state text
);
create index on roster (post_place);
create index on roster using gin (unit_path);

-- Pairs of each vacancy by verdict.
create table vacancy_tally (
  position_id text primary key,
  met integer not null,
  unmet integer not null,
  unknown integer not null,
  discretion integer not null,
  listed integer not null
);

-- A comparable group of a measure: its values and their standard deviations, and the values at 0, 5, … 100 %.
create table comparable_group (
  measure text not null,
  "group" text not null,
  size integer not null,
  members double precision[] not null,
  deviations double precision[] not null,
  quantiles double precision[] not null,
  primary key (measure, "group")
);
