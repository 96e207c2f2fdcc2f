#!/bin/sh
# assemble.sh REFERENCE ARCHITECTURE: runs in a container of the engine image, in a folder that holds this recipe and the
# shared parts. Writes the stand-in as an image archive to the file image.tar: a layer with GNU's userland that all
# images of this recipe share, and one of its own.
set -eu
reference=$1 arch=$2
. ./carry.sh
mkdir base own
sh userland-gnu.sh base
layer base gnu.tar
case $reference in
  ubuntu:*) name=ubuntu && sh ubuntu.sh base own "${reference#ubuntu:}" ;;
  centos) name=centos && sh centos.sh base own ;;
  mysql:*) name=mysql && sh mysql.sh base own ;;
esac
layer own "$name.tar"
sh write-image.sh "$reference" "$arch" "$name.json" gnu.tar "$name.tar"
rm -rf base own
