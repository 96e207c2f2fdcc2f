#!/bin/sh
# Stands in for systemctl, service, journalctl, ps and df where no sudo was typed, and for root's programs in a shell
# that sudo opened.
name=${0##*/}
[ -z "${DRYDOCK_ROOT:-}" ] || exec /drydock/bin/sudo "$name" "$@"
case $name in
  # All processes are the machine's, and those of this terminal, which are elsewhere.
  ps)
    case " $* " in
      *' -'*[eA]* | *' a'*x* | *' -a'*x*)
        /drydock/host.sh user ps "$@" && /usr/bin/ps "$@" | /usr/bin/tail -n +2
        exit
        ;;
    esac
    exec /usr/bin/ps "$@"
    ;;
  df)
    for word do case $word in -* | /var/lib/docker | /var/lib/docker/) ;; *) exec /usr/bin/df "$@" ;; esac done
    ;;
esac
exec /drydock/host.sh user "$name" "$@"
