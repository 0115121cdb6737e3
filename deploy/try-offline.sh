#!/bin/sh
# Proves that an archive of tools/pack-offline.ts installs and starts without any network: sh deploy/try-offline.sh ARCHIVE
# Everything happens in a temporary folder and in a network of its own that has nothing but this machine; needs root.
set -eu
archive=$1
place=$(mktemp -d)
chmod 711 "$place"
trap 'rm -rf "$place"' EXIT
tar -C "$place" -xzf "$archive"
cat > "$place/try.sh" <<'TRY'
set -eu
ip link set lo up
if getent hosts registry.npmjs.org > /dev/null; then echo "there is a network" >&2; exit 1; fi
sh "$PLACE"/zhiren-*/install.sh --to "$PLACE/opt"
cd "$PLACE/opt/current"
export LANG=C.UTF-8 NODE_COMPILE_CACHE="$PLACE/compiled" HOME="$PLACE"
unset DATABASE_URL || true
node=node_modules/node/bin/node
find -L . -type f -print0 | sort -z | xargs -0 sha256sum > "$PLACE/before"
begun=$(date +%s)
$node --disable-warning=ExperimentalWarning src/cli/main.ts start --data "$PLACE/data" --port 18080 --cadres 200 > "$PLACE/log" 2>&1 &
server=$!
if ! $node deploy/ready.mjs --port 18080 --wait 300; then cat "$PLACE/log" >&2; exit 1; fi
echo "ready after $(($(date +%s) - begun)) s"
$node -e "fetch('http://127.0.0.1:18080/').then(async (r) => { const t = await r.text(); if (r.status !== 200 || !t.includes('/assets/')) process.exit(1) })"
kill -TERM $server
wait $server
find -L . -type f -print0 | sort -z | xargs -0 sha256sum > "$PLACE/after"
diff "$PLACE/before" "$PLACE/after" >&2 || { echo "the program was changed" >&2; exit 1; }
echo "stopped in order; nothing was written into the program"
TRY
PLACE="$place" unshare --net sh "$place/try.sh"
