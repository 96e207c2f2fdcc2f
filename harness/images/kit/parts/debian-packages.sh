#!/bin/sh
# debian-packages.sh PACKAGE…: unpacks Debian packages that the engine image does not have, with what they depend on,
# into the folder `packages`. Their scripts are not run. The libraries are found there from then on.
set -eu
mkdir -p packages archives/partial
apt-get -qq update
apt-get -qq -y --no-install-recommends --download-only -o Dir::Cache::archives="$PWD/archives" install "$@" >/dev/null
for archive in archives/*.deb; do dpkg-deb -x "$archive" packages; done
rm -rf archives
# For ldd: this container ends with the preparation.
find "$PWD/packages/usr/lib" -name '*.so.*' ! -path '*/plugin/*' -exec dirname {} + | sort -u >/etc/ld.so.conf.d/drydock-kit.conf
ldconfig
