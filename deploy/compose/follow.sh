#!/bin/bash
# The replica: copies the primary where there is nothing yet, then follows it.
set -euo pipefail
PGDATA=${PGDATA:-/var/lib/postgresql/18/docker}
export PGDATA
PGPASSWORD=$(cat /run/secrets/replication-password)
export PGPASSWORD
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  half="$PGDATA.new"
  rm -rf "$half" "$PGDATA"
  mkdir -p -m 0700 "$(dirname "$PGDATA")"
  pg_basebackup --pgdata="$half" --wal-method=stream --checkpoint=fast --write-recovery-conf --slot=replica \
    --dbname='host=database user=replicator application_name=replica'
  mv "$half" "$PGDATA"
fi
exec postgres "$@"
