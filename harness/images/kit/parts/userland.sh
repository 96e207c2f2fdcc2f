#!/bin/sh
# userland.sh ROOT RELEASE: fills a root with what Alpine's base has: busybox, its /etc, and an apk with a small store of
# packages. Runs in a container of the engine image, in a folder that holds this recipe.
set -eu
root=$1 release=$2
. ./carry.sh
for folder in bin sbin usr/bin usr/sbin usr/local/bin usr/local/lib usr/lib usr/share/drydock-apk etc/apk etc/ssl/certs home root \
  tmp var/tmp var/log var/cache/apk run proc sys dev opt srv mnt media lib/apk/db; do mkdir -p "$root/$folder"; done
chmod 1777 "$root/tmp" "$root/var/tmp"
chmod 700 "$root/root"
ln -s ../run "$root/var/run"

cp /bin/busybox "$root/bin/busybox"
for applet in $(busybox --list); do
  case $applet in
    busybox | dpkg | dpkg-deb | rpm | rpm2cpio) continue ;;
    [ | [[ | awk | basename | bc | cmp | cut | diff | dirname | du | env | expr | find | fold | free | head | id | install | killall | less | logger | md5sum | nc | nohup | nproc | nslookup | od | paste | printf | readlink | realpath | seq | sha*sum | sort | strings | tail | tee | test | time | top | tr | traceroute | tty | uniq | unzip | uptime | vi | wc | wget | which | who | whoami | xargs | xxd | yes) dir=usr/bin ;;
    arp | fdisk | fsck | getty | halt | ifconfig | ifdown | ifup | init | ip | losetup | mkswap | modprobe | poweroff | reboot | route | swapoff | swapon | sysctl | syslogd) dir=sbin ;;
    addgroup | adduser | chroot | crond | delgroup | deluser | rdate | httpd) dir=usr/sbin ;;
    *) dir=bin ;;
  esac
  ln -sf /bin/busybox "$root/$dir/$applet"
done
[ -e "$root/usr/sbin/adduser" ] || install -m755 adduser addgroup "$root/usr/sbin/"
install -m755 apk "$root/sbin/apk"

echo "$release" >"$root/etc/alpine-release"
printf 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=%s\nPRETTY_NAME="Alpine Linux v%s"\n' "$release" "${release%.*}" >"$root/etc/os-release"
printf 'root:x:0:0:root:/root:/bin/sh\nbin:x:1:1:bin:/bin:/sbin/nologin\ndaemon:x:2:2:daemon:/sbin:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n' >"$root/etc/passwd"
printf 'root:x:0:root\nbin:x:1:root,bin,daemon\ndaemon:x:2:root,bin,daemon\ntty:x:5:\nnogroup:x:65533:\nnobody:x:65534:\n' >"$root/etc/group"
printf 'root:*::0:::::\nnobody:!::0:::::\n' >"$root/etc/shadow"
chmod 640 "$root/etc/shadow"
printf 'hosts: files dns\npasswd: files\ngroup: files\n' >"$root/etc/nsswitch.conf"
printf '/bin/sh\n/bin/ash\n' >"$root/etc/shells"
printf 'export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n' >"$root/etc/profile"

# package NAME DEBIAN-PACKAGE DEPENDS…: opens a package of the apk store.
package() {
  name=$1 debian=$2; shift 2
  store=$root/usr/share/drydock-apk/$name
  mkdir -p "$store/files"
  echo "$*" >"$store/depends"
  echo "$(dpkg-query -W -f '${source:Upstream-Version}' "$debian")-r0" >"$store/version"
}
close() { du -sk "$store/files" | cut -f1 >"$store/kib"; }
# The C library is part of the base, as musl is of Alpine's; node and nginx are glibc's programs here.
for library in $(libraries /usr/bin/tini) $(ldconfig -p | grep -oE '/[^ ]*/lib(nss_files|nss_dns|resolv)\.so\.2$'); do carry "$library" "$root"; done
package ca-certificates ca-certificates
mkdir -p "$store/files/etc/ssl/certs" && cp -L /etc/ssl/certs/ca-certificates.crt "$store/files/etc/ssl/certs/"
close
for part in brotli-libs:brotli:libbrotli1 nghttp2-libs:nghttp2:libnghttp2-14; do
  IFS=: read -r name library debian <<END
$part
END
  package "$name" "$debian"
  for file in $(libraries /usr/bin/curl | grep "/lib$library"); do carry "$file" "$store/files" "$root"; done
  close
done
package libcurl libcurl4t64 ca-certificates brotli-libs nghttp2-libs
for library in $(libraries /usr/bin/curl | grep -vE '/lib(brotli|nghttp2)'); do carry "$library" "$store/files" "$root"; done
close
package curl curl libcurl
mkdir -p "$store/files/usr/bin" && cp /usr/bin/curl "$store/files/usr/bin/curl"
close
package tini tini
mkdir -p "$store/files/sbin" && cp /usr/bin/tini "$store/files/sbin/tini"
close
printf 'alpine-baselayout\nbusybox\nlibc-utils\n' >"$root/etc/apk/world"
printf 'alpine-baselayout 3.4.0-r0\nbusybox 1.35.0-r29\nlibc-utils 0.7.2-r3\nlibgcc 12.2.1-r1\nlibstdc++ 12.2.1-r1\n' >"$root/lib/apk/db/installed"
