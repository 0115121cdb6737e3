-- What putting rights in force needs: the passwords of the sessions that have none of the owner's rights, and a number that
-- goes up whenever what somebody may see changes, so that what is cut down in memory is cut anew.

create table rights.login (
  role name primary key,
  password text not null
);
revoke all on rights.login from public;

-- A past that is named as readers find it in place of their view of it.
create view past_cadres as select * from past.cadres;

create table rights.standing (
  only_row boolean primary key default true check (only_row),
  version bigint not null default 0
);
insert into rights.standing default values;

create function rights.has_moved() returns trigger
  language plpgsql security definer set search_path = rights, pg_temp
as $$
begin
  update rights.standing set version = version + 1;
  return null;
end
$$;

do $$
declare
  moved text;
begin
  foreach moved in array array[
    'public.units', 'public.positions', 'public.cadres', 'public.tenures', 'public.relatives', 'public.account_person',
    'rights.access_grant', 'rights.grant_withdrawal'
  ]
  loop
    execute format(
      'create trigger has_moved after insert or update or delete or truncate on %s
         for each statement execute function rights.has_moved()',
      moved
    );
  end loop;
end
$$;

-- All that decides whom the reader may read of, in one round trip.
create function rights.sight() returns jsonb
  language sql stable security definer set search_path = rights, public, pg_temp
  return jsonb_build_object(
    'version', (select version from rights.standing),
    'day', current_date,
    'hidden', to_jsonb(rights.own_and_kin()),
    'own', rights.own_record(),
    'grants', coalesce((
      select jsonb_agg(jsonb_build_object('id', grant_id, 'classes', classes, 'everywhere', unit_id is null and levels is null))
      from rights.access_grant g
      where account = rights.reader() and starts_at <= now() and (ends_at is null or now() < ends_at)
        and not exists (select from rights.grant_withdrawal w where w.grant_id = g.grant_id)
    ), '[]')
  );

-- Nobody is out of the reader's sight: neither himself nor kin of his are on record.
create function rights.sees_everybody(class text) returns boolean
  language sql stable security definer set search_path = rights, pg_temp
  return rights.holds_everywhere(class) and rights.own_and_kin() = '{}';

-- Everybody on record of whom the reader may not read this class.
create function rights.unseen(class text) returns setof text
  language sql stable security definer set search_path = rights, public, pg_temp
begin atomic
  select cadre_id from public.cadres except select rights.people(class);
end;

-- By what right the reader reads of this person: the grants that reach him, by class.
create function rights.by_what_right(cadre text) returns table (grant_id uuid, class text)
  language sql stable security definer set search_path = rights, public, pg_temp
begin atomic
  select g.grant_id, held.class
  from unnest(array['personnel', 'sensitive', 'supervision']) held (class), lateral rights.holding(held.class) g
  where cadre <> all (rights.own_and_kin())
    and (g.unit_id is null
      or g.unit_id = any (rights.units_above((select authority_unit_id from public.cadres where cadre_id = cadre))))
    and (g.levels is null or g.levels && rights.levels_held(cadre));
end;

-- Accounts of the department that worked before rights were asked go on as before, on record.
insert into rights.access_grant (account, classes, purpose, basis, granted_by)
select account, '{personnel,sensitive,supervision}', '干部工作', '权限启用之前已开通的账号', 'system'
from public.account where role in ('officer', 'head');
