-- Long work that any worker of the site takes. A job belongs to the session that holds its lock: when that session ends, however
-- it ends, the job is free again. The number of the attempt keeps a worker that was given up from writing.

create table job (
  job_id uuid primary key default gen_random_uuid(),
  kind text not null,
  task jsonb not null,
  -- Of these only one is under way at a time.
  alone boolean not null,
  actor text not null,
  made_by jsonb not null,
  made_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
  attempt integer not null default 0,
  stop_asked boolean not null default false,
  begun_at timestamptz,
  progress jsonb,
  problem jsonb,
  ended_at timestamptz,
  check ((ended_at is not null) = (state in ('done', 'stopped', 'failed')))
);

create unique index job_alone on job (kind) where alone and ended_at is null;
create index job_by_kind on job (kind, made_at desc);
create index job_under_way on job (made_at) where ended_at is null;

create function job_news() returns trigger
  language plpgsql set search_path = public, pg_temp
as $$
begin
  notify zhiren_jobs;
  return null;
end
$$;

create trigger news after insert or update of stop_asked, attempt, state on job
  for each row execute function job_news();
