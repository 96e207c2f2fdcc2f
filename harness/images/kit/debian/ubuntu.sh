#!/bin/sh
# ubuntu.sh BASE OWN VERSION: what tells one release of Ubuntu from another.
set -eu
own=$2 version=$3
case $version in
  14.04) full='14.04.6 LTS' name='Trusty Tahr' ;;
  16.04) full='16.04.7 LTS' name='Xenial Xerus' ;;
  22.04) full='22.04.5 LTS' name='Jammy Jellyfish' ;;
esac
code=$(echo "${name%% *}" | tr '[:upper:]' '[:lower:]')
mkdir -p "$own/etc" "$own/usr/sbin"
printf 'NAME="Ubuntu"\nVERSION="%s (%s)"\nID=ubuntu\nID_LIKE=debian\nPRETTY_NAME="Ubuntu %s"\nVERSION_ID="%s"\nVERSION_CODENAME=%s\n' \
  "$full" "$name" "$full" "$version" "$code" >"$own/etc/os-release"
printf 'DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=%s\nDISTRIB_CODENAME=%s\nDISTRIB_DESCRIPTION="Ubuntu %s"\n' "$version" "$code" "$full" >"$own/etc/lsb-release"
printf 'Ubuntu %s \\n \\l\n\n' "$full" >"$own/etc/issue"
echo "${name%% *}/sid" | tr '[:upper:]' '[:lower:]' >"$own/etc/debian_version"
# Releases after 14.04 come without net-tools.
[ "$version" != 14.04 ] || for tool in ifconfig route; do install -m755 /bin/busybox "$own/usr/sbin/$tool"; done
