# Runs a program of an image that has not been a container yet: REFERENCE PROGRAM [ARGUMENT…].
# A container would need a network namespace, and so NET_ADMIN, which the preparing engine must not have; and what a
# registry sent is not run as root: changing the user drops every capability.
set -eu
layers=$(docker image inspect -f '{{.GraphDriver.Data.UpperDir}}{{with .GraphDriver.Data.LowerDir}}:{{.}}{{end}}' "$1")
PATH=$(docker image inspect -f '{{range .Config.Env}}{{println .}}{{end}}' "$1" | sed -n 's/^PATH=//p'):/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH
shift
root=$(mktemp -d)
empty=$(mktemp -d)
trap 'umount "$root"' EXIT
mount -t overlay -o "ro,lowerdir=$layers:$empty" overlay "$root"
chroot --userspec=65534:65534 "$root" "$@"
