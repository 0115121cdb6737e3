-- The facts: one table for each table of the data package (src/domain/tables.ts; a test keeps the two equal).
-- `extra` holds the unknown extra columns of a row as they came; `recorded_at` says since when this version is known.
-- References are deferrable, so that the order of rows inside one import does not matter.

create table units (
  unit_id text primary key,
  parent_id text references units deferrable,
  name text not null,
  kind unit_kind not null,
  level unit_level not null,
  sector sector,
  region_code text,
  hardship boolean,
  growth_front boolean,
  founded_on partial_date,
  abolished_on partial_date,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  check (may_precede(founded_on, abolished_on))
);

create table teams (
  team_id text primary key,
  unit_id text not null references units deferrable,
  name text not null,
  term_from partial_date,
  term_to partial_date,
  quota_principal integer check (quota_principal >= 0),
  quota_deputy integer check (quota_deputy >= 0),
  extra jsonb,
  recorded_at timestamptz not null default now()
);

-- `life`: the days on which the seat may exist.
create table positions (
  position_id text primary key,
  unit_id text not null references units deferrable,
  title text not null,
  post_level post_level not null,
  role role not null,
  team_id text references teams deferrable,
  portfolio text,
  sector sector,
  key_power boolean,
  key_fund boolean,
  key_resource boolean,
  touchpoints touchpoint_list,
  hardship boolean,
  open_from partial_date,
  open_to partial_date,
  life daterange generated always as (possible_days(open_from, open_to)) stored,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  check (may_precede(open_from, open_to)),
  unique (position_id, life without overlaps)
);

create table cadres (
  cadre_id text primary key,
  name text not null,
  sex sex,
  born_on partial_date,
  ethnicity text,
  native_place text,
  birth_place text,
  growth_place_code text,
  party text,
  party_joined_on partial_date,
  work_started_on partial_date,
  citizen_id text,
  health_ok boolean,
  authority_unit_id text not null references units deferrable,
  track track,
  reserve boolean,
  extra jsonb,
  recorded_at timestamptz not null default now()
);

-- `occupied`: the days on which this person was certainly in the seat; they lie inside the life of the seat.
-- `held`: the same for an appointment, and a seat has one holder at a time. Secondments, concurrent and acting tenures
-- may overlap. Consecutive tenures may share a month, because a month-only date makes none of its days certain.
create table tenures (
  tenure_id text primary key,
  cadre_id text not null references cadres deferrable,
  position_id text references positions deferrable,
  unit_text text,
  title_text text,
  post_level post_level,
  role role,
  grassroots boolean,
  "from" partial_date not null,
  "to" partial_date,
  kind tenure_kind not null,
  change change,
  occupied daterange generated always as (certain_days("from", "to")) stored,
  held daterange generated always as (case when kind = 'appointed' then certain_days("from", "to") end) stored,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  check (may_precede("from", "to")),
  constraint tenures_one_holder unique (position_id, held without overlaps) deferrable,
  constraint tenures_within_life foreign key (position_id, period occupied) references positions (position_id, period life) deferrable
);

create table grades (
  cadre_id text not null references cadres deferrable,
  grade grade not null,
  "from" partial_date not null,
  "to" partial_date,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  primary key (cadre_id, grade, "from"),
  check (may_precede("from", "to"))
);

create table educations (
  cadre_id text not null references cadres deferrable,
  mode education_mode not null,
  level education_level not null,
  degree degree,
  school text,
  major text,
  "from" partial_date,
  "to" partial_date,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  unique nulls not distinct (cadre_id, mode, level, degree, school, major, "from"),
  check (may_precede("from", "to"))
);

create table relatives (
  cadre_id text not null references cadres deferrable,
  relation text not null,
  name text not null,
  born_on partial_date,
  party text,
  position_text text,
  relative_cadre_id text references cadres deferrable,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  primary key (cadre_id, relation, name)
);

create table evaluations (
  cadre_id text not null references cadres deferrable,
  year integer not null check (year between 1949 and 2200),
  result evaluation_result not null,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  primary key (cadre_id, year)
);

create table trainings (
  cadre_id text not null references cadres deferrable,
  course text not null,
  topic text,
  "from" partial_date not null,
  "to" partial_date,
  hours double precision check (hours >= 0),
  organiser text,
  recognised boolean,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  primary key (cadre_id, course, "from"),
  check (may_precede("from", "to"))
);

create table honours (
  cadre_id text not null references cadres deferrable,
  title text not null,
  "on" partial_date not null,
  authority text,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  primary key (cadre_id, title, "on")
);

create table sanctions (
  cadre_id text not null references cadres deferrable,
  kind sanction_kind not null,
  decided_on partial_date not null,
  until partial_date,
  authority text,
  basis text,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  primary key (cadre_id, kind, decided_on)
);

create table ratings (
  survey_id text not null,
  "on" partial_date not null,
  channel rating_channel not null,
  cadre_id text not null references cadres deferrable,
  rater_id text not null,
  rater_class rater_class,
  rater_unit_id text references units deferrable,
  item rating_item not null,
  score double precision not null,
  scale_max double precision not null,
  extra jsonb,
  recorded_at timestamptz not null default now()
);

create table indicators (
  unit_id text not null references units deferrable,
  year integer not null check (year between 1949 and 2200),
  indicator text not null,
  value double precision not null,
  higher_is_better boolean not null,
  visibility visibility,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  primary key (unit_id, year, indicator)
);

create table duties (
  cadre_id text not null references cadres deferrable,
  unit_id text not null references units deferrable,
  indicator text,
  "from" partial_date not null,
  "to" partial_date,
  share double precision check (share between 0 and 1),
  extra jsonb,
  recorded_at timestamptz not null default now(),
  unique nulls not distinct (cadre_id, unit_id, indicator, "from"),
  check (may_precede("from", "to"))
);

create table statements (
  statement_id text primary key,
  cadre_id text not null references cadres deferrable,
  source_unit_id text references units deferrable,
  channel statement_channel not null,
  observed_on partial_date,
  recorded_on partial_date not null,
  aspect aspect,
  tone tone,
  event text,
  text text,
  field text,
  value text,
  copies text references statements deferrable,
  extra jsonb,
  recorded_at timestamptz not null default now()
);

create table supervision (
  event_id text primary key,
  cadre_id text references cadres deferrable,
  unit_id text references units deferrable,
  kind supervision_kind not null,
  "on" partial_date not null,
  finding text,
  severity severity,
  due_on partial_date,
  closed_on partial_date,
  verified boolean,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  check (may_precede("on", closed_on))
);

create table requirements (
  position_id text not null references positions deferrable,
  facet facet not null,
  element text not null,
  level integer not null check (level between 1 and 5),
  weight double precision check (weight >= 0),
  extra jsonb,
  recorded_at timestamptz not null default now(),
  primary key (position_id, facet, element)
);

create table competencies (
  cadre_id text not null references cadres deferrable,
  facet facet not null,
  element text not null,
  level integer not null check (level between 1 and 5),
  "on" partial_date not null,
  assessor text,
  basis text,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  unique nulls not distinct (cadre_id, facet, element, "on", assessor)
);

create table vacancies (
  position_id text not null references positions deferrable,
  "from" partial_date not null,
  theme theme,
  note text,
  extra jsonb,
  recorded_at timestamptz not null default now(),
  primary key (position_id, "from")
);

-- The key of a rating is six columns wide; a digest of it keeps the index of some millions of ballots small and quick.
create function rating_key(survey_id text, "on" text, channel text, cadre_id text, rater_id text, item text) returns uuid
  language sql immutable parallel safe
  return md5(survey_id || chr(31) || "on" || chr(31) || channel || chr(31) || cadre_id || chr(31) || rater_id || chr(31) || item)::uuid;

create unique index ratings_key on ratings (rating_key(survey_id, "on", channel, cadre_id, rater_id, item));

create index on units (parent_id);
create index on positions (unit_id);
create index on positions (team_id);
create index on cadres (authority_unit_id);
create index on tenures (cadre_id);
create index on tenures (position_id);
create index on ratings (cadre_id);
create index on duties (unit_id);
create index on statements (cadre_id);
create index on statements (copies);
create index on supervision (cadre_id);
