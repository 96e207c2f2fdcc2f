# shellcheck shell=bash
# shellcheck disable=SC2154 # names are shared with test-cgroup2
# The machine's disk: the engine image's root, this checkout, Node, the kernel's modules and the images as archives.
# Expects $root, $node, $work, $kernel and $release.

fill_root() {
  step '기계의 루트 파일 시스템 만들기' "Filling the machine's root" fill_root_from_engine
}

# A step's failures do not end it by themselves: hence the chain.
fill_root_from_engine() {
  local target=$work/root engine container
  mkdir -p "$target/srv/archives" "$target/srv/drydock" &&
    engine=$("$node" "$root/script/engines/save-images.ts" "$target/srv/archives") &&
    container=$(docker create --label drydock=test "$engine" true) &&
    docker export "$container" | tar -x -C "$target" &&
    docker rm "$container" &&
    cp -r "$kernel/lib/modules" "$target/usr/lib/modules" &&
    depmod --basedir "$target" "$release" &&
    cp "$node" "$target/usr/local/bin/node" &&
    cp "$root/script/cgroup2/machine.sh" "$target/srv/machine.sh" &&
    tar -C "$root" -c package.json assignments graders harness reports script node_modules |
    tar -x -C "$target/srv/drydock"
}

# mke2fs copies a folder into a file system by itself: nothing is mounted here.
make_disk() {
  step '디스크 이미지 만들기' 'Making the disk image' \
    mke2fs -q -t ext4 -E root_owner=0:0 -O ^has_journal -d "$work/root" "$work/disk.ext4" 8G
  rm -rf -- "$work/root"
}
