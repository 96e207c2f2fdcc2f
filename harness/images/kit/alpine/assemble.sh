#!/bin/sh
# assemble.sh REFERENCE ARCHITECTURE: runs in a container of the engine image, in a folder that holds this recipe and the
# shared parts. Writes the stand-in as an image archive to the file image.tar.
set -eu
reference=$1 arch=$2
. ./carry.sh
mkdir base own
case $reference in
  alpine) sh userland.sh base 3.21.3 ;;
  *) sh userland.sh base 3.17.3 ;;
esac
layer base alpine.tar
case $reference in
  alpine) sh write-image.sh "$reference" "$arch" alpine.json alpine.tar ;;
  nginx:*)
    sh nginx.sh base own
    layer own nginx.tar
    sh write-image.sh "$reference" "$arch" nginx.json alpine.tar nginx.tar
    ;;
esac
rm -rf base own
