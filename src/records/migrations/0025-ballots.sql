-- Ballots. What is put to the vote and each step of it is append-only. Two stores that nothing joins: the roll knows who is
-- due and who drew a slip, the box holds sheets; a slip belongs to a class of voters, never to a voter.

create table ballot (
  ballot_id uuid primary key default uuidv7(),
  design jsonb not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now()
);

-- `detail` of the step that closes is the report; of the one that cancels, the reason.
create table ballot_step (
  ballot_id uuid not null references ballot,
  step text not null check (step in ('opened', 'closed', 'cancelled')),
  detail jsonb not null default '{}',
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (ballot_id, step)
);

create unique index ballot_ends_once on ballot_step (ballot_id) where step in ('closed', 'cancelled');

-- One value a ballot, written anew as a whole: no row of a voter, so no time or transaction of one.
create table ballot_roll (
  ballot_id uuid primary key references ballot,
  roll jsonb not null
) with (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

-- The box of a class is one value: the hashes of codes not used yet, of those used, and the sheets, each sorted. What it is
-- depends on what was cast alone, not on when or in which order. A cast is one statement, so one transaction: the code goes
-- over and the sheet goes in, or neither. Earlier versions of the row are what could tell one cast from another: they are
-- swept away as soon as the server gets to it, and the whole file is written anew when the ballot ends.
create table ballot_box (
  ballot_id uuid not null references ballot,
  class text not null,
  unused bytea[] not null default '{}',
  used bytea[] not null default '{}',
  sheets text[] collate "C" not null default '{}',
  primary key (ballot_id, class)
) with (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

create table ballot_paper_count (
  ballot_id uuid not null references ballot,
  entry integer not null check (entry in (1, 2)),
  count jsonb not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (ballot_id, entry)
);

create function refuse_ballot_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'ballots are append-only' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on ballot
  for each statement execute function refuse_ballot_change();
create trigger refuse_change before update or delete or truncate on ballot_step
  for each statement execute function refuse_ballot_change();

create function refuse_settled_ballot() returns trigger
  language plpgsql
as $$
begin
  if exists (select from ballot_step where ballot_id = coalesce(new.ballot_id, old.ballot_id) and step in ('closed', 'cancelled')) then
    raise exception 'the ballot is closed' using errcode = 'integrity_constraint_violation';
  end if;
  return coalesce(new, old);
end
$$;

create trigger refuse_settled before insert or update or delete on ballot_roll
  for each row execute function refuse_settled_ballot();
create trigger refuse_settled before insert or update or delete on ballot_box
  for each row execute function refuse_settled_ballot();
create trigger refuse_settled before insert or update or delete on ballot_paper_count
  for each row execute function refuse_settled_ballot();
