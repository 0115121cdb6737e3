#!/bin/bash
# Once, when the primary is initialised: the role and the slot of the replica. The image's own script reads it in.
set -eo pipefail
password=$(cat /run/secrets/replication-password)
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set=password="$password" <<'SQL'
create role replicator login replication password :'password';
select pg_create_physical_replication_slot('replica');
SQL
echo 'host replication replicator samenet scram-sha-256' >> "$PGDATA/pg_hba.conf"
