-- Appointment forms (干部任免审批表) as they came in: word for word, beside the facts drawn from them. The newest one of a
-- cadre is the one the form is made from; a correction is another row.

create table appointment_form (
  form_id uuid primary key default uuidv7(),
  cadre_id text not null references cadres deferrable,
  -- { texts, relatives, others } of the form.
  content jsonb not null,
  photo bytea,
  photo_type text check (photo_type in ('image/jpeg', 'image/png')),
  photo_width integer,
  photo_height integer,
  -- The file it came in.
  source text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default now(),
  -- Taken back, when the import that brought it was undone.
  withdrawn_at timestamptz,
  check ((photo is null) = (photo_type is null) and (photo is null) = (photo_width is null) and (photo is null) = (photo_height is null))
);
create index on appointment_form (cadre_id, recorded_at desc) where withdrawn_at is null;
