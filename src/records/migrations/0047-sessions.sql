-- Who is signed in, from where. The secret itself is with the browser alone.
create table session (
  session_id uuid primary key default uuidv7(),
  secret_hash bytea not null unique,
  account text not null references account,
  -- What is still to be done before anything else is answered; null: nothing.
  step text check (step in ('second-factor', 'password', 'enrol')),
  factors text[] not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  -- When who it is was last shown.
  fresh_at timestamptz not null,
  address text not null,
  browser text not null,
  ended_at timestamptz,
  ended_by text,
  ended_why text,
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_why is null))
);
create index on session (account, opened_at desc);

-- Wrong passwords and codes in a row, by what was tried (a digest: what people type by mistake is nobody's business).
create table sign_in_guess (
  key bytea primary key,
  name_key bytea not null,
  failures integer not null,
  last_at timestamptz not null,
  until timestamptz
);
create index on sign_in_guess (name_key);
create index on sign_in_guess (last_at);
