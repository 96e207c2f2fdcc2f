#!/bin/sh
# userland-gnu.sh ROOT: fills a root with what ubuntu and centos images have of GNU's programs, from the packages of the
# engine image: bash, coreutils, ps and top, adduser, and what they load.
set -eu
root=$1
. ./carry.sh
packages='adduser bash bsdutils coreutils dash debianutils diffutils findutils grep gzip hostname libc-bin libpam-modules
  login login.defs mawk mount ncurses-base ncurses-bin passwd perl-base procps sed sysvinit-utils tar util-linux'
# shellcheck disable=SC2086
dpkg -L $packages | grep -vE '^/usr/(share/(doc|man|info|locale|lintian|bug|i18n)|lib/systemd)/|^/(var/lib|etc/(systemd|init))' |
  sort -u | while read -r path; do if [ ! -d "$path" ] || [ -L "$path" ]; then echo "$path"; fi; done >files
for folder in usr/bin usr/sbin usr/lib usr/lib64 boot dev etc/opt home media mnt opt proc root run srv sys tmp var/log var/tmp var/lib var/cache; do mkdir -p "$root/$folder"; done
for name in bin sbin lib lib64; do ln -s "usr/$name" "$root/$name"; done
ln -s ../run "$root/var/run"
chmod 1777 "$root/tmp" "$root/var/tmp"
chmod 700 "$root/root"
tar -C / -cf - --verbatim-files-from -T files 2>/dev/null | tar -C "$root" -xf -
rm files
ln -sf mawk "$root/usr/bin/awk"
ln -sf which.debianutils "$root/usr/bin/which"
find "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" -type f \( -perm /111 -o -name '*.so*' \) >programs
# shellcheck disable=SC2046
for library in $(libraries $(cat programs)); do carry "$library" "$root"; done
rm programs

cp -a /etc/pam.d "$root/etc/"
cp /usr/share/base-passwd/passwd.master "$root/etc/passwd"
cp /usr/share/base-passwd/group.master "$root/etc/group"
sed -i 's/:\*:/:x:/' "$root/etc/passwd" "$root/etc/group"
sed 's/:.*/:*:19000:0:99999:7:::/' "$root/etc/passwd" >"$root/etc/shadow"
sed 's/:.*/:*::/' "$root/etc/group" >"$root/etc/gshadow"
chown root:shadow "$root/etc/shadow" "$root/etc/gshadow"
chmod 640 "$root/etc/shadow" "$root/etc/gshadow"
cp /usr/share/base-files/dot.bashrc "$root/root/.bashrc"
cp /usr/share/base-files/dot.profile "$root/root/.profile"
cp /usr/share/base-files/profile "$root/etc/profile"
cp -a /etc/skel "$root/etc/"
printf 'passwd: files\ngroup: files\nshadow: files\nhosts: files dns\n' >"$root/etc/nsswitch.conf"
printf '/bin/sh\n/bin/bash\n/usr/bin/bash\n/bin/dash\n' >"$root/etc/shells"
ldconfig -r "$root"
rm -rf "$root/var/cache/ldconfig"
