#!/bin/sh
# Runs inside the engine image's root after its packages are there: the user of the bench and the mount points.
set -eu
groupadd --gid 1000 student
useradd --uid 1000 --gid 1000 --create-home --shell /bin/bash student
mkdir -p /workspace /golden /gate /run/drydock
chown 1000:1000 /workspace
ln -sf vim.tiny /usr/bin/vim
rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /var/cache/debconf/*-old /var/log/*.log /var/log/apt
