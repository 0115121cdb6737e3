-- Who may sign in. Each change stands in account_event with who, when and why; this row is how it stands now.
create table account (
  account text primary key check (account ~ '^[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?$'),
  name jsonb not null,
  office jsonb not null,
  role text not null check (role in
    ('none', 'officer', 'head', 'cadre', 'source', 'administrator', 'security-officer', 'auditor')),
  is_open boolean not null default true,
  -- Of a demonstration: its password is printed, and no second factor is asked of it.
  is_demo boolean not null default false,
  opened_by text not null check (btrim(opened_by) <> ''),
  opened_at timestamptz not null
);

create table account_event (
  account_event_id bigint generated always as identity primary key,
  account text not null references account,
  kind text not null check (btrim(kind) <> ''),
  detail jsonb,
  reason text not null check (btrim(reason) <> ''),
  recorded_by text not null check (btrim(recorded_by) <> ''),
  recorded_at timestamptz not null
);
create index on account_event (account, account_event_id);

create function refuse_account_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'what happened to accounts is append-only: record another event'
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on account_event
  for each statement execute function refuse_account_change();
create trigger refuse_change before delete or truncate on account
  for each statement execute function refuse_account_change();

-- Argon2id strings. The last of an account counts; those before are kept, as many as may not be used again.
create table account_password (
  account_password_id bigint generated always as identity primary key,
  account text not null references account,
  hash text not null,
  set_at timestamptz not null,
  -- Made up by the administrator: to be changed at the first sign-in, and dead from here on.
  one_time_until timestamptz
);
create index on account_password (account, account_password_id desc);

-- A second factor by a shared secret, sealed with a key that is not in this database. Unconfirmed: being enrolled.
create table account_totp (
  account text primary key references account,
  sealed bytea not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  -- The last time step a code was taken for: no code is taken twice.
  used_step bigint not null default 0
);

create table account_recovery_code (
  account text not null references account,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account, code_hash)
);

create table account_passkey (
  credential_id text primary key,
  account text not null references account,
  name text not null check (btrim(name) <> ''),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  added_at timestamptz not null,
  used_at timestamptz
);
create index on account_passkey (account);

-- What an authenticator is asked to sign: once, and soon.
create table account_challenge (
  challenge text primary key,
  account text references account,
  until timestamptz not null
);
