#!/bin/sh
# Runs in a container of the engine image, in a folder that holds this recipe and, from npm, node.tgz (node-linux-…)
# and npm.tgz.
# Writes the stand-in as an image archive to the file image.tar. The same inputs give the same image id.
set -eu
version=$1 arch=$2
kit=$PWD root=$PWD/root
mkdir -p root/bin root/sbin root/usr/bin root/usr/sbin root/usr/local/bin root/usr/local/lib root/etc/apk root/etc/ssl/certs \
  root/home root/root root/tmp root/var/tmp root/var/log root/var/cache/apk root/run root/proc root/sys root/dev root/opt \
  root/srv root/mnt root/media root/lib/apk/db root/usr/lib root/usr/share/drydock-apk
chmod 1777 root/tmp root/var/tmp
chmod 700 root/root

# Copies a program and the libraries it loads into a root; those in the image already are left out of a package.
libraries() { ldd "$1" 2>/dev/null | grep -o '/[^ ]*' | sort -u; }
carry() { # FILE ROOT
  [ -e "$root$1" ] && return 0
  mkdir -p "$2$(dirname "$1")"
  cp -L "$1" "$2$1"
}

cp /bin/busybox root/bin/busybox
for applet in $(busybox --list); do
  case $applet in
    busybox | dpkg | dpkg-deb | rpm | rpm2cpio) continue ;;
    [ | [[ | awk | basename | bc | cmp | cut | diff | dirname | du | env | expr | find | fold | free | head | id | install | killall | less | logger | md5sum | nc | nohup | nproc | nslookup | od | paste | printf | readlink | realpath | seq | sha*sum | sort | strings | tail | tee | test | time | top | tr | traceroute | tty | uniq | unzip | uptime | vi | wc | wget | which | who | whoami | xargs | xxd | yes) dir=usr/bin ;;
    arp | fdisk | fsck | getty | halt | ifconfig | ifdown | ifup | init | ip | losetup | mkswap | modprobe | poweroff | reboot | route | swapoff | swapon | sysctl | syslogd) dir=sbin ;;
    addgroup | adduser | chroot | crond | delgroup | deluser | rdate | httpd) dir=usr/sbin ;;
    *) dir=bin ;;
  esac
  ln -sf /bin/busybox "root/$dir/$applet"
done
[ -e root/usr/sbin/adduser ] || install -m755 adduser addgroup root/usr/sbin/
install -m755 apk root/sbin/apk
install -m755 docker-entrypoint.sh root/usr/local/bin/docker-entrypoint.sh

echo 3.17.5 >root/etc/alpine-release
printf 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.17.5\nPRETTY_NAME="Alpine Linux v3.17"\n' >root/etc/os-release
printf 'root:x:0:0:root:/root:/bin/sh\nbin:x:1:1:bin:/bin:/sbin/nologin\ndaemon:x:2:2:daemon:/sbin:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\nnode:x:1000:1000:Linux User,,,:/home/node:/bin/sh\n' >root/etc/passwd
printf 'root:x:0:root\nbin:x:1:root,bin,daemon\ndaemon:x:2:root,bin,daemon\ntty:x:5:\nnogroup:x:65533:\nnobody:x:65534:\nnode:x:1000:node\n' >root/etc/group
printf 'root:*::0:::::\nnobody:!::0:::::\nnode:!::0:::::\n' >root/etc/shadow
chmod 640 root/etc/shadow
printf 'hosts: files dns\npasswd: files\ngroup: files\n' >root/etc/nsswitch.conf
printf '/bin/sh\n/bin/ash\n' >root/etc/shells
printf 'export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n' >root/etc/profile
mkdir -p root/home/node && chown 1000:1000 root/home/node

tar -xzf node.tgz -O package/bin/node >root/usr/local/bin/node
chmod 755 root/usr/local/bin/node
ln -s node root/usr/local/bin/nodejs
mkdir -p root/usr/local/lib/node_modules/npm
tar -xzf npm.tgz --strip-components=1 -C root/usr/local/lib/node_modules/npm
rm -rf root/usr/local/lib/node_modules/npm/docs root/usr/local/lib/node_modules/npm/man
for tool in npm npx; do ln -s "../lib/node_modules/npm/bin/$tool-cli.js" "root/usr/local/bin/$tool"; done
for library in $(libraries root/usr/local/bin/node); do carry "$library" "$root"; done
# dlopen'ed by glibc for name service.
for library in $(ldconfig -p | grep -oE '/[^ ]*/lib(nss_files|nss_dns|resolv)\.so\.2$'); do carry "$library" "$root"; done

# package NAME DEBIAN-PACKAGE DEPENDS…: opens a package of the apk store.
package() {
  name=$1 debian=$2; shift 2
  store=$root/usr/share/drydock-apk/$name
  mkdir -p "$store/files"
  echo "$*" >"$store/depends"
  echo "$(dpkg-query -W -f '${source:Upstream-Version}' "$debian")-r0" >"$store/version"
}
close() { du -sk "$store/files" | cut -f1 >"$store/kib"; }
package ca-certificates ca-certificates
mkdir -p "$store/files/etc/ssl/certs" && cp -L /etc/ssl/certs/ca-certificates.crt "$store/files/etc/ssl/certs/"
close
for part in brotli-libs:brotli:libbrotlicommon nghttp2-libs:nghttp2:libnghttp2-14; do
  package "${part%%:*}" "$(dpkg-query -W -f '${Package}\n' "libbrotli1" "libnghttp2-14" | grep "$(echo "$part" | cut -d: -f2)" | head -n1)"
  for library in $(libraries /usr/bin/curl | grep "/lib$(echo "$part" | cut -d: -f2)"); do carry "$library" "$store/files"; done
  close
done
package libcurl libcurl4t64 ca-certificates brotli-libs nghttp2-libs
for library in $(libraries /usr/bin/curl | grep -vE '/lib(brotli|nghttp2)'); do carry "$library" "$store/files"; done
close
package curl curl libcurl
mkdir -p "$store/files/usr/bin" && cp /usr/bin/curl "$store/files/usr/bin/curl"
close
package tini tini
mkdir -p "$store/files/sbin" && cp /usr/bin/tini "$store/files/sbin/tini"
close
printf 'alpine-baselayout\nbusybox\nlibc-utils\n' >root/etc/apk/world
printf 'alpine-baselayout 3.4.0-r0\nbusybox 1.35.0-r29\nlibc-utils 0.7.2-r3\nlibgcc 12.2.1-r1\nlibstdc++ 12.2.1-r1\n' >root/lib/apk/db/installed

tar -C root --sort=name --mtime=@1698796800 --numeric-owner --format=gnu -cf layer.tar .
rm -rf root
diff_id=$(sha256sum layer.tar | cut -d' ' -f1)
sed "s/@ARCH@/$arch/; s/@NODE_VERSION@/$version/g; s/@DIFF_ID@/$diff_id/" image.json >config.json
printf '[{"Config":"config.json","RepoTags":["node:20-alpine3.17"],"Layers":["layer.tar"]}]\n' >manifest.json
tar -cf image.tar manifest.json config.json layer.tar
rm layer.tar
