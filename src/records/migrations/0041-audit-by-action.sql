-- What happened, by kind, the newest first: for the notices of an account and what it has read of them.
create index on audit (action, id desc);
