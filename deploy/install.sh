#!/bin/sh
# Installs this folder beside what is there and turns to it: sh install.sh [--to /opt/zhiren] [--keep-current]
# Needs no network. Nothing is started or stopped, no database is touched; an earlier version stays where it is.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
to=/opt/zhiren
turn=yes
while [ $# -gt 0 ]; do
  case $1 in
    --to) to=$2; shift 2 ;;
    --keep-current) turn=no; shift ;;
    *) echo "用法 · usage: sh install.sh [--to /opt/zhiren] [--keep-current]" >&2; exit 2 ;;
  esac
done

cd "$here"
if ! sha256sum --check --quiet --strict SHA256SUMS; then
  echo "有文件缺失或与校验和不符，没有安装。 · Files are missing or altered; nothing was installed." >&2
  exit 2
fi
# A file that the list does not name is as wrong as one that is altered.
listed=$(wc -l < SHA256SUMS)
found=$(find . -type f ! -path ./SHA256SUMS | wc -l)
if [ "$listed" -ne "$found" ]; then
  echo "文件数 $found，清单 $listed，没有安装。 · $found files where the list has $listed; nothing was installed." >&2
  exit 2
fi

name=$(basename "$here")
target=$to/releases/$name
if [ -e "$target" ]; then
  echo "$target 已存在，没有安装。 · $target is there already; nothing was installed." >&2
  exit 2
fi
mkdir -p "$to/releases"
rm -rf "$target.part"
cp -R "$here" "$target.part"
[ "$(id -u)" -ne 0 ] || chown -R 0:0 "$target.part"
chmod -R u=rwX,go=rX "$target.part"
mv "$target.part" "$target"
if [ "$turn" = yes ]; then
  ln -s "releases/$name" "$to/current.new"
  mv -T "$to/current.new" "$to/current"
fi
echo "$target"
