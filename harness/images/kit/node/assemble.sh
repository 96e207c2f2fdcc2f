#!/bin/sh
# assemble.sh REFERENCE ARCHITECTURE NODE_VERSION: runs in a container of the engine image, in a folder that holds this
# recipe, the shared parts and, from npm, node.tgz (node-linux-…) and npm.tgz.
# Writes the stand-in as an image archive to the file image.tar. The same inputs give the same image id.
set -eu
reference=$1 arch=$2 version=$3
. ./carry.sh
mkdir root
sh userland.sh root 3.17.5
install -m755 docker-entrypoint.sh root/usr/local/bin/docker-entrypoint.sh
echo 'node:x:1000:1000:Linux User,,,:/home/node:/bin/sh' >>root/etc/passwd
echo 'node:x:1000:node' >>root/etc/group
echo 'node:!::0:::::' >>root/etc/shadow
mkdir -p root/home/node && chown 1000:1000 root/home/node

tar -xzf node.tgz -O package/bin/node >root/usr/local/bin/node
chmod 755 root/usr/local/bin/node
ln -s node root/usr/local/bin/nodejs
mkdir -p root/usr/local/lib/node_modules/npm
tar -xzf npm.tgz --strip-components=1 -C root/usr/local/lib/node_modules/npm
rm -rf root/usr/local/lib/node_modules/npm/docs root/usr/local/lib/node_modules/npm/man
for tool in npm npx; do ln -s "../lib/node_modules/npm/bin/$tool-cli.js" "root/usr/local/bin/$tool"; done
for library in $(libraries root/usr/local/bin/node); do carry "$library" root; done

layer root node.tar
rm -rf root
sed -i "s/@NODE_VERSION@/$version/g" image.json
sh write-image.sh "$reference" "$arch" image.json node.tar
