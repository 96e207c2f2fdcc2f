#!/bin/sh
# nginx.sh BASE OWN: Debian's nginx, set up as in the image of the nginx project: its logs are the container's.
set -eu
base=$1 own=$2
. ./carry.sh
sh debian-packages.sh nginx nginx-common
for folder in etc/nginx/conf.d usr/sbin usr/lib/nginx/modules usr/share/nginx/html var/log/nginx var/cache/nginx docker-entrypoint.d; do mkdir -p "$own/$folder"; done
cp packages/usr/sbin/nginx "$own/usr/sbin/"
for library in $(libraries packages/usr/sbin/nginx); do carry "$library" "$own" "$base"; done
for file in mime.types fastcgi_params scgi_params uwsgi_params; do cp "packages/etc/nginx/$file" "$own/etc/nginx/"; done
cp nginx.conf "$own/etc/nginx/nginx.conf"
cp nginx-default.conf "$own/etc/nginx/conf.d/default.conf"
ln -s /usr/lib/nginx/modules "$own/etc/nginx/modules"
# Compiled-in folders of Debian's nginx for request bodies and upstream answers.
mkdir -p "$own/var/lib/nginx"
ln -s /dev/stdout "$own/var/log/nginx/access.log"
ln -s /dev/stderr "$own/var/log/nginx/error.log"
install -m755 nginx-entrypoint.sh "$own/docker-entrypoint.sh"
page() { printf '<!DOCTYPE html>\n<html>\n<head>\n<title>%s</title>\n</head>\n<body>\n<h1>%s</h1>\n<p>%s</p>\n</body>\n</html>\n' "$1" "$1" "$2"; }
page 'Welcome to nginx!' 'This page comes from the stand-in of the Drydock offline kit.' >"$own/usr/share/nginx/html/index.html"
page 'Error' 'The page cannot be shown.' >"$own/usr/share/nginx/html/50x.html"
for file in passwd group shadow; do cp -p "$base/etc/$file" "$own/etc/"; done
echo 'nginx:x:101:101:nginx:/var/cache/nginx:/sbin/nologin' >>"$own/etc/passwd"
echo 'nginx:x:101:nginx' >>"$own/etc/group"
echo 'nginx:!::0:::::' >>"$own/etc/shadow"
