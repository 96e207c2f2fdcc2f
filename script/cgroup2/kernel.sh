# shellcheck shell=bash
# shellcheck disable=SC2154 # names are shared with test-cgroup2
# The emulator, and Debian's kernel for cloud machines: it has NVMe and ext4 built in, so it boots without an initrd.
# Expects $cache; fetch_kernel sets $kernel, a folder with the package's files, and $release.

require_emulator() {
  command -v qemu-system-x86_64 >/dev/null && command -v depmod >/dev/null && command -v mke2fs >/dev/null && return
  step 'apt-get으로 qemu 설치' 'Installing qemu with apt-get' apt_install qemu-system-x86 kmod e2fsprogs
}

fetch_kernel() {
  local package
  package=$(apt-cache depends linux-image-cloud-amd64 | sed -n 's/^ *Depends: //p' | head -n 1)
  [[ -n $package ]] || { apt_get update && package=$(apt-cache depends linux-image-cloud-amd64 | sed -n 's/^ *Depends: //p' | head -n 1); }
  release=${package#linux-image-}
  kernel=$cache/kernel/$release
  [[ -f $kernel/boot/vmlinuz-$release ]] || step "리눅스 커널 $release 내려받기" "Fetching the kernel $release" unpack_kernel "$package"
}

# apt-get writes into the current folder; a kernel is complete once its folder has its name.
unpack_kernel() {
  local part=$kernel.part
  rm -rf "$part" && mkdir -p "$part" && cd "$part" || return
  apt-get download -q "$1" && dpkg-deb -x ./*.deb . && rm -f ./*.deb && rm -rf "$kernel" && mv "$part" "$kernel"
}
