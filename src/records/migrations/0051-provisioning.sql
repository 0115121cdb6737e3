-- Programs that open and close accounts for people of the personnel system; the token itself is with the program alone.
create table provisioning_client (
  client_id uuid primary key default uuidv7(),
  name text not null check (btrim(name) <> ''),
  token_hash bytea not null unique,
  made_by text not null check (btrim(made_by) <> ''),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  ended_by text,
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);

create trigger refuse_change before delete or truncate on provisioning_client
  for each statement execute function refuse_account_change();

-- Challenges that are over are removed with each new one, which anybody may ask for.
create index on account_challenge (until);
