# shellcheck shell=bash
# shellcheck disable=SC2154 # names are shared with test-cgroup2
# Boots the machine, shows what it says, and tells how it ended. Expects $work, $kernel and $release.

readonly machine_seconds=840

boot_and_tell() {
  local log=$work/console.log began=$SECONDS
  say "cgroup v2 기계를 에뮬레이션으로 부팅합니다(최대 $((machine_seconds / 60))분)…" \
    "Booting a machine with cgroup v2 under emulation (at most $((machine_seconds / 60)) minutes)…"
  : >"$log"
  timeout --kill-after=5 "$machine_seconds" qemu-system-x86_64 \
    -machine q35 -accel tcg,thread=multi -cpu max -smp 2 -m 6G -nodefaults -display none -no-reboot -nic none \
    -kernel "$kernel/boot/vmlinuz-$release" \
    -append 'console=ttyS0 root=/dev/nvme0n1 rw init=/srv/machine.sh panic=-1 quiet systemd.unified_cgroup_hierarchy=1' \
    -drive "file=$work/disk.ext4,format=raw,if=none,id=disk,cache=unsafe" -device nvme,drive=disk,serial=drydock \
    -serial stdio >"$log" 2>"$work/qemu.log" &
  local machine=$! reader
  tail -n +1 --pid="$machine" -F "$log" 2>/dev/null | sed -u -n 's/\r$//; s/^drydock-machine: /  /p' >&2 &
  reader=$!
  wait "$machine" || true
  wait "$reader" || true
  local verdict
  verdict=$(tr -d '\r' <"$log" | sed -n 's/^drydock-verdict: //p' | tail -n 1)
  if [[ $verdict == PASS* ]]; then
    printf '%s, %d s\n' "$verdict" "$((SECONDS - began))"
    return 0
  fi
  tr -d '\r' <"$log" | tail -n 80 | sed 's/^/  | /' >&2
  sed 's/^/  | /' "$work/qemu.log" >&2
  printf '%s, %d s\n' "${verdict:-FAIL the machine gave no verdict}" "$((SECONDS - began))"
  return 1
}
