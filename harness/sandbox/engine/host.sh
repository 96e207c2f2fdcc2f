#!/bin/sh
# Runs one program for the student's sudo, as an argument vector that the harness has judged: host.sh VIEW WORD…
# A word is l or g and base64: a literal argument, or a pattern for file names below the data-root.
# VIEW says what the program sees. files, files-to-change: a root of its own with nothing in it but programs and the
# data-root, so that a link that a container made leads nowhere, whenever it was made. machine: the engine's processes.
# Answers stdout, then stderr, then a line with the exit status and the length of stderr.
seconds=10
stdout_cap=1048576
stderr_cap=65536
errors=$(mktemp /run/host-errors.XXXXXX)
trap 'rm -f "$errors" "$errors.status"' EXIT

# Takes the words apart and runs them with no more rights than reading everything needs.
# shellcheck disable=SC2016
run='set -f
rights=$1 && shift
for word do
  shift
  text=$(printf %s "${word#?}" | base64 -d; echo .)
  text=${text%.}
  case $word in
    g*) set +f; IFS=; set -- "$@" $text; unset IFS; set -f ;;
    *) set -- "$@" "$text" ;;
  esac
done
exec setpriv --bounding-set="-all,$rights" --inh-caps=-all -- "$@"'

# shellcheck disable=SC2016
narrow='root=/mnt access=$1 && shift
mount -t tmpfs -o size=64k tmpfs "$root" && cd "$root" || exit 126
mkdir -p usr etc var/lib/docker
mount --bind -o ro /usr usr
ln -s usr/bin bin && ln -s usr/lib lib && ln -s usr/lib64 lib64
cp /etc/passwd /etc/group etc
mount --rbind /var/lib/docker var/lib/docker
mount -o "remount,bind,$access=recursive,nosuid=recursive,nodev=recursive,noexec=recursive" var/lib/docker || exit 126
exec chroot . env -i PATH=/usr/sbin:/usr/bin LC_ALL=C.UTF-8 sh -c "$@"'

view=$1 && shift
case $view in
  files) set -- unshare --mount --propagation private sh -c "$narrow" sh ro "$run" sh +dac_override,+dac_read_search "$@" ;;
  files-to-change) set -- unshare --mount --propagation private sh -c "$narrow" sh rw "$run" sh +dac_override,+dac_read_search "$@" ;;
  machine) set -- env -i PATH=/usr/sbin:/usr/bin LC_ALL=C.UTF-8 sh -c "$run" sh +dac_read_search,+sys_ptrace "$@" ;;
esac
{
  { timeout -k 1 "$seconds" "$@" 2>&1 >&3 3>&- </dev/null; echo $? >"$errors.status"; } | head -c "$stderr_cap" >"$errors"
} 3>&1 | head -c "$stdout_cap"
cat "$errors"
printf '%s %s\n' "$(cat "$errors.status")" "$(wc -c <"$errors")"
