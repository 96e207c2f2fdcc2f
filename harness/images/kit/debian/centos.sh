#!/bin/sh
# centos.sh BASE OWN: what a CentOS 8 container shows where an Ubuntu one shows something else.
set -eu
own=$2
mkdir -p "$own/etc" "$own/root" "$own/var/log"
echo 'CentOS Linux release 8.4.2105' >"$own/etc/centos-release"
for name in redhat-release system-release; do ln -s centos-release "$own/etc/$name"; done
printf 'NAME="CentOS Linux"\nVERSION="8"\nID="centos"\nID_LIKE="rhel fedora"\nVERSION_ID="8"\nPLATFORM_ID="platform:el8"\nPRETTY_NAME="CentOS Linux 8"\n' >"$own/etc/os-release"
# shellcheck disable=SC2016
printf 'PS1="[\\u@\\h \\W]\\\\$ "\n' | tee "$own/etc/bashrc" >"$own/etc/bash.bashrc"
printf '[ ! -f /etc/bashrc ] || . /etc/bashrc\n' >"$own/root/.bashrc"
printf 'root:x:0:0:root:/root:/bin/bash\nbin:x:1:1:bin:/bin:/sbin/nologin\ndaemon:x:2:2:daemon:/sbin:/sbin/nologin\nadm:x:3:4:adm:/var/adm:/sbin/nologin\nnobody:x:65534:65534:Kernel Overflow User:/:/sbin/nologin\n' >"$own/etc/passwd"
printf 'root:x:0:\nbin:x:1:\ndaemon:x:2:\nsys:x:3:\nadm:x:4:\ntty:x:5:\nshadow:x:42:\nnobody:x:65534:\n' >"$own/etc/group"
for log in dnf.log dnf.librepo.log dnf.rpm.log hawkey.log; do : >"$own/var/log/$log"; done
echo '2021-09-15T14:17:37Z INFO --- logging initialized ---' >"$own/var/log/dnf.log"
for log in btmp lastlog wtmp; do : >"$own/var/log/$log"; done
chmod 660 "$own/var/log/btmp"
