-- Everybody whom the reader may read of, worked out at once: tables that are read from end to end ask this, and not of every row.
-- What was asked anew for each person (kin, the levels of the posts held) is asked once.
create or replace function rights.people(class text) returns setof text
  language sql stable security definer set search_path = rights, public, pg_temp
begin atomic
  with recursive g as materialized (
    select * from rights.holding(class)
  ), reach (grant_id, unit_id) as (
    select grant_id, unit_id from g where unit_id is not null
    union
    select reach.grant_id, units.unit_id from reach join public.units on units.parent_id = reach.unit_id
  ), held (cadre_id, levels) as materialized (
    select t.cadre_id, array_agg(distinct coalesce(t.post_level::text, p.post_level::text))
    from public.tenures t left join public.positions p using (position_id)
    where exists (select from g where levels is not null)
      and (t."to" is null or t."to"::text > to_char(now(), 'YYYY-MM-DD'))
    group by t.cadre_id
  )
  select c.cadre_id
  from public.cadres c left join held using (cadre_id)
  where c.cadre_id <> all ((select rights.own_and_kin())::text[])
    and exists (
      select from g
      where (g.unit_id is null or (g.grant_id, c.authority_unit_id) in (select grant_id, unit_id from reach))
        and (g.levels is null or g.levels && coalesce(held.levels, '{}'))
    )
  union
  select rights.own_record() where rights.own_record() is not null;
end;
