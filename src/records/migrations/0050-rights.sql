-- Who may read what of whom: grants recorded one by one with their basis, and the functions by which the policies of every
-- table ask them. A session says on whose behalf it reads in the setting zhiren.account.

create schema rights;

create table rights.access_grant (
  grant_id uuid primary key default uuidv7(),
  account text not null check (btrim(account) <> ''),
  -- The unit with all below it to which those under its management authority belong; null: every unit.
  unit_id text,
  -- Levels of the posts they hold now; null: every level, and those who hold none.
  levels text[] check (cardinality(levels) > 0),
  classes text[] not null check (cardinality(classes) > 0 and classes <@ array['personnel', 'sensitive', 'supervision']),
  purpose text not null check (btrim(purpose) <> ''),
  basis text not null check (btrim(basis) <> ''),
  starts_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz check (ends_at > starts_at),
  granted_by text not null check (btrim(granted_by) <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  constraint nobody_grants_to_himself check (granted_by <> account)
);
create index on rights.access_grant (account);

create table rights.grant_withdrawal (
  grant_id uuid primary key references rights.access_grant,
  reason text not null check (btrim(reason) <> ''),
  withdrawn_by text not null check (btrim(withdrawn_by) <> ''),
  recorded_at timestamptz not null default clock_timestamp()
);

create function rights.refuse_change() returns trigger
  language plpgsql
as $$
begin
  raise exception 'grants are append-only: withdraw it and grant anew' using errcode = 'integrity_constraint_violation';
end
$$;
create trigger refuse_change before update or delete or truncate on rights.access_grant
  for each statement execute function rights.refuse_change();
create trigger refuse_change before update or delete or truncate on rights.grant_withdrawal
  for each statement execute function rights.refuse_change();

-- On whose behalf this session reads; null: nobody's.
create function rights.reader() returns text
  language sql stable
  return nullif(current_setting('zhiren.account', true), '');

-- The grants of a class that hold for the reader at this moment.
create function rights.holding(class text) returns setof rights.access_grant
  language sql stable security definer set search_path = rights, public, pg_temp
begin atomic
  select g.* from rights.access_grant g
  where g.account = rights.reader() and class = any (g.classes)
    and g.starts_at <= now() and (g.ends_at is null or now() < g.ends_at)
    and not exists (select from rights.grant_withdrawal w where w.grant_id = g.grant_id);
end;

create function rights.holds_everywhere(class text) returns boolean
  language sql stable security definer set search_path = rights, public, pg_temp
  return exists (select from rights.holding(class) g where g.unit_id is null and g.levels is null);

-- The person of the records whom the reader is; null where the account is linked to nobody.
create function rights.own_person() returns text
  language sql stable security definer set search_path = rights, public, pg_temp
  return (
    select cadre_id from public.account_person where account = rights.reader() order by account_person_id desc limit 1
  );

-- Whom the reader never handles: himself and those recorded as kin of each other.
create function rights.own_and_kin() returns text[]
  language sql stable security definer set search_path = rights, public, pg_temp
  return (
    select coalesce(array_agg(kin), '{}')
    from (select rights.own_person() as own) as self,
      lateral (
        select own as kin
        union select relative_cadre_id from public.relatives where cadre_id = own and relative_cadre_id is not null
        union select cadre_id from public.relatives where relative_cadre_id = own
      ) as kin
    where own is not null
  );

-- Whom a session that serves the person himself reads of: set by zhiren.own, for the page of one's own record alone.
create function rights.own_record() returns text
  language sql stable security definer set search_path = rights, public, pg_temp
  return case when current_setting('zhiren.own', true) = 'true' then rights.own_person() end;

create function rights.units_above(unit text) returns text[]
  language sql stable security definer set search_path = rights, public, pg_temp
begin atomic
  with recursive above (unit_id) as (
    select unit
    union
    select parent_id from public.units join above using (unit_id) where parent_id is not null
  )
  select array_agg(unit_id) from above where unit_id is not null;
end;

create function rights.levels_held(cadre text) returns text[]
  language sql stable security definer set search_path = rights, public, pg_temp
  return (
    select coalesce(array_agg(distinct coalesce(t.post_level::text, p.post_level::text)), '{}')
    from public.tenures t left join public.positions p using (position_id)
    where t.cadre_id = cadre and (t."to" is null or t."to"::text > to_char(now(), 'YYYY-MM-DD'))
  );

-- Is this person within a grant of the class? Asked row by row, where no grant holds everywhere.
create function rights.is_granted(class text, cadre text) returns boolean
  language sql stable security definer set search_path = rights, public, pg_temp
  return exists (
    select from rights.holding(class) g
    where (g.unit_id is null
        or g.unit_id = any (rights.units_above((select authority_unit_id from public.cadres where cadre_id = cadre))))
      and (g.levels is null or g.levels && rights.levels_held(cadre))
  );

-- What concerns a unit as a whole.
create function rights.is_granted_unit(class text, unit text) returns boolean
  language sql stable security definer set search_path = rights, public, pg_temp
  return exists (
    select from rights.holding(class) g
    where g.levels is null and (g.unit_id is null or g.unit_id = any (rights.units_above(unit)))
  );

-- Everybody whom the reader may read of, worked out at once: what the server holds in memory is cut down to these.
create function rights.people(class text) returns setof text
  language sql stable security definer set search_path = rights, public, pg_temp
begin atomic
  with recursive g as (
    select * from rights.holding(class)
  ), reach (grant_id, unit_id) as (
    select grant_id, unit_id from g where unit_id is not null
    union
    select reach.grant_id, units.unit_id from reach join public.units on units.parent_id = reach.unit_id
  )
  select c.cadre_id from public.cadres c
  where c.cadre_id <> all (rights.own_and_kin())
    and exists (
      select from g
      where (g.unit_id is null or (g.grant_id, c.authority_unit_id) in (select grant_id, unit_id from reach))
        and (g.levels is null or g.levels && rights.levels_held(c.cadre_id))
    )
  union
  select rights.own_record() where rights.own_record() is not null;
end;

-- Subjects of findings and papers are people, seats or units by their ids.
create function rights.is_person(subject text) returns boolean
  language sql stable security definer set search_path = rights, public, pg_temp
  return exists (select from public.cadres where cadre_id = subject);
