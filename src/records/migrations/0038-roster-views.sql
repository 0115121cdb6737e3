-- Views of the roster that are kept, and the order of units and people that is kept by hand. Every saved state is a row.

create table roster_view (
  view_id uuid not null,
  version integer not null check (version >= 1),
  name text not null check (btrim(name) <> ''),
  owner text not null check (btrim(owner) <> ''),
  shared boolean not null,
  -- Null where the view was put away.
  view jsonb,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (view_id, version)
);

-- Which view opens by itself, for each account: the newest row.
create table roster_view_default (
  account text not null,
  seq bigint generated always as identity,
  view_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (account, seq)
);

-- `kind` and `scope`: the units below a unit, those at the top where it is empty, or the people of a unit. `ids` is their
-- whole order; null is the customary one. One version is one change; `undoes` names the one that it takes back.
create table roster_order (
  version integer not null check (version >= 1),
  kind text not null check (kind in ('units', 'people')),
  scope text not null,
  ids text[],
  act text not null check (act in ('units', 'people', 'reset', 'undo')),
  undoes integer,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (version, kind, scope),
  check ((act = 'undo') = (undoes is not null))
);
create index on roster_order (kind, scope, version desc);

create function refuse_roster_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'the versions of views and of the order of the roster are append-only'
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger refuse_change before update or delete or truncate on roster_view
  for each statement execute function refuse_roster_change();
create trigger refuse_change before update or delete or truncate on roster_view_default
  for each statement execute function refuse_roster_change();
create trigger refuse_change before update or delete or truncate on roster_order
  for each statement execute function refuse_roster_change();
