-- Finding entries of the audit log: by who did it, by when, and by whom or what they name.

-- Everything that an entry names: the parts of its subject (`seat/person`), and the people that its detail lists.
create function audit_names(subject text, detail jsonb) returns text[]
  language sql immutable parallel safe
  return string_to_array(coalesce(subject, ''), '/') || array(
    select one #>> '{}' from jsonb_path_query(coalesce(detail, '{}'), 'strict $.cadres[*]', silent => true) as one
    union
    select unnest(string_to_array(pair #>> '{}', '/'))
    from jsonb_path_query(coalesce(detail, '{}'), 'strict $.pairs[*]', silent => true) as pair
  );

create index on audit using gin (audit_names(subject, detail));
create index on audit (actor, id desc);
create index on audit using brin (at);
