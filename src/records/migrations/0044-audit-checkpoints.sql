-- Signed statements about the audit log: up to this entry it has this hash. Each is also appended to a file outside the
-- database, so that whoever rewrites the log without the signing key is found out.

create table audit_checkpoint (
  entry bigint primary key,
  hash text not null,
  at timestamptz not null,
  -- The digest that `seal` was made with over the last entry and the hash before it.
  digest text not null check (digest in ('sha256', 'sm3')),
  seal text not null,
  key_id text not null,
  signature text not null
);

create trigger refuse_audit_change before update or delete or truncate on audit_checkpoint
  for each statement execute function refuse_audit_change();
