-- What a roster can show, filter and sort by, worked out once with the edition; null is unknown.

alter table edition add stamp bigint not null default 0;

alter table roster
  add ethnicity text,
  add native_place text,
  add birth_place text,
  add months_in_party integer,
  add months_at_work integer,
  add retires_on partial_date,
  add degree text,
  add degree_rank integer,
  add school text,
  add major text,
  add study_fields text[],
  add education_rank integer,
  add unit_kind text,
  add unit_level text,
  add team_member boolean,
  add grade text,
  add grade_rank integer,
  add grade_since partial_date,
  add months_at_grade integer,
  add concurrent_posts integer,
  add seconded_now boolean,
  add seconded_ever boolean,
  add township_months integer,
  add township_principal_months integer,
  add hardship_months integer,
  add front_months integer,
  add enterprise_months integer,
  add secondment_up_months integer,
  add principal_months integer,
  add units_served integer,
  add regions_served integer,
  add levels_served integer,
  add sectors_served integer,
  -- Months in each field of work.
  add sector_months jsonb,
  add main_sector text,
  add background text[],
  add last_evaluation text,
  add honour_count integer,
  add achievement jsonb,
  add achievement_value double precision,
  add achievement_lower double precision,
  add achievement_upper double precision,
  add recognition jsonb,
  add recognition_value double precision,
  add recognition_lower double precision,
  add recognition_upper double precision,
  add needs text[] not null default '{}',
  add training_hours integer,
  add missing_facts integer,
  -- Place in the order kept by hand; the customary place where nobody touched it.
  add manual_place integer;

update roster set manual_place = post_place, last_evaluation = evaluations[cardinality(evaluations)];
alter table roster alter manual_place set not null;

-- The filters that narrow most, together and in any pairing, and the orders in which pages are read.
create index on roster (manual_place);
create index on roster (post_level, age);
create index on roster (unit_id);
create index on roster (age);
create index on roster (township_months);
create index on roster (months_in_post);
create index on roster (months_at_level);
create index on roster (education, age);
create index on roster (sector);
create index on roster (retires_on);
create index on roster (rotation_state, rotation_due_on);
create index on roster using gin (background);
create index on roster using gin (needs);
