-- Ends a job within the transaction that writes what it made; whoever has lost it cannot. Those who write results do not see
-- jobs otherwise. The table of jobs comes after this (0063), so it is named inside a body only.
create function settle_job(own_job uuid, own_attempt integer) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update public.job set state = 'done', ended_at = clock_timestamp()
  where job_id = own_job and attempt = own_attempt and state = 'running';
  if not found then
    raise exception 'job % was taken from this worker', own_job;
  end if;
end
$$;
