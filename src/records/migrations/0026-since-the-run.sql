-- What was recorded by this moment went into the run, which is saved minutes later.

alter table run add known_at timestamptz not null default now();
update run set known_at = made_at;

-- What has come since is counted whenever a page is opened; of ballots there are millions.
create index on ratings (recorded_at);
