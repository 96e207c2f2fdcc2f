#!/bin/sh
# Stands in for sudo: the student's terminal has no root to give. Commands about the machine are asked of it (host.sh),
# /etc/docker is opened for the time of a command, shells get stand-ins of their own; all else runs as it is.
ask=/drydock/host.sh
# This script's own programs are the real ones; the command gets the student's PATH back.
given=$PATH
PATH=/usr/sbin:/usr/bin:/sbin:/bin

# Root's PATH begins with stand-ins that come back here.
case ${DRYDOCK_ROOT:-} in '') asker=sudo ;; *) asker=root ;; esac

shell=
idle=
while [ $# -gt 0 ]; do
  case $1 in
    -u | -g | -h | -p | -C | -D | -R | -T | -U | --user | --group | --host | --prompt | --chdir) shift 2 || exit 1 ;;
    -[a-zA-Z]u | -[a-zA-Z][a-zA-Z]u)
      case $1 in *[is]*) shell=bash ;; esac
      shift 2 || exit 1
      ;;
    # They are about the password, of which there is none.
    -v | -k | -K | --validate | --reset-timestamp | --remove-timestamp) idle=1 && shift ;;
    -i | -s | --login | --shell) shell=bash && shift ;;
    --) shift && break ;;
    -*) shift ;;
    PATH=*) given=${1#PATH=} && shift ;;
    *=*) export "$1" && shift ;;
    *) break ;;
  esac
done
if [ -n "$shell" ]; then
  if [ $# -eq 0 ]; then set -- bash; else set -- bash -c "$*"; fi
fi
[ $# -gt 0 ] || [ -z "$idle" ] || exit 0
[ $# -gt 0 ] || { echo 'usage: sudo command [arguments]' >&2; exit 1; }

unlock() { chmod -R u+w /etc/docker 2>/dev/null; }
lock() { [ "$asker" = root ] || chmod -R a-w /etc/docker; }
state() { cksum </etc/docker/daemon.json && stat -c %y /etc/docker/daemon.json; }

# Runs a command that may write /etc/docker, and tells the machine when daemon.json is another one afterwards.
writing() {
  before=$(state 2>/dev/null)
  unlock
  trap : INT
  PATH=$given "$@"
  code=$?
  lock
  [ "$before" = "$(state 2>/dev/null)" ] || "$ask" "$asker" wrote-daemon.json "$name" $shown
  exit "$code"
}

# `cd` below the data-root, which is not here: the machine looks whether the folder is there, and DRYDOCK_FOLDER says
# to the stand-ins where the shell is.
# shellcheck disable=SC2016
cd_function='() {
  local to=${1-}
  case $to in
    /*) ;;
    "" | -*) to=/ ;;
    *) to=${DRYDOCK_FOLDER:+$DRYDOCK_FOLDER/}$to ;;
  esac
  case $to in
    /var/lib/docker | /var/lib/docker/*)
      if to=$(/drydock/bin/sudo ls -d "$to/" 2>/dev/null); then
        case $to in
          *"
"*) echo "bash: cd: too many arguments" >&2 && return 1 ;;
        esac
        export DRYDOCK_FOLDER=${to%/}
        return
      fi
      printf "bash: cd: %s: No such file or directory\n" "$1" >&2
      return 1
      ;;
  esac
  builtin cd "$@" && unset DRYDOCK_FOLDER
}'
# shellcheck disable=SC2016
pwd_function='() { if [ -n "${DRYDOCK_FOLDER:-}" ]; then printf "%s\n" "$DRYDOCK_FOLDER"; else builtin pwd "$@"; fi
}'

# A shell as root has it: the same terminal and folder, with root's stand-ins first in PATH.
as_root() {
  given=/drydock/root:$given
  export DRYDOCK_ROOT=1 USER=root LOGNAME=root
  writing /usr/bin/env "BASH_FUNC_cd%%=$cd_function" "BASH_FUNC_pwd%%=$pwd_function" "$@"
}

name=${1##*/}
shown=$(shift; printf '%.100s ' "$@" | tr -c '[:print:]' ' ' | head -c 300)
data=
settings=
here=${DRYDOCK_FOLDER:-}
for word do
  case $word in
    */var/lib/docker*) data=1 ;;
    */etc/docker*) settings=1 ;;
    /*) here= ;;
  esac
done
[ -z "$settings" ] || here=
# What reads a pipe asks for no file.
case $name in
  ls | find | du | stat | test) ;;
  *) [ -t 0 ] || here= ;;
esac

case $name in
  systemctl | service | journalctl | lsns | ps) shift && exec "$ask" "$asker" "$name" "$@" ;;
  df) [ $# -eq 1 ] || [ -n "$data" ] || [ "${2#-}" != "$2" ] && shift && exec "$ask" "$asker" df "$@" ;;
  su)
    shift
    while [ $# -gt 0 ]; do
      case $1 in
        -c | --command) shift && as_root bash -c "${1:-:}" ;;
        *) shift ;;
      esac
    done
    as_root bash --noprofile --norc --noediting -i
    ;;
  bash | sh | dash)
    if [ $# -eq 1 ]; then as_root bash --noprofile --norc --noediting -i; else as_root "$@"; fi
    ;;
  ls | cat | head | tail | wc | stat | du | test | grep | find | truncate | rm | mv | cp | tee | dd | less | more | vi | vim | nano | tree | file)
    [ -z "$here" ] || { shift && exec "$ask" "$asker" in-folder "$here" "$name" "$@"; }
    [ -z "$data" ] || { shift && exec "$ask" "$asker" "$name" "$@"; }
    ;;
esac
# In root's shell the program itself is meant now, not its stand-in, whatever became of PATH.
[ "$asker" = sudo ] || [ ! -e "/drydock/root/$name" ] || { shift && set -- "/usr/bin/$name" "$@"; }
[ -z "$settings" ] || writing "$@"
PATH=$given exec "$@"
