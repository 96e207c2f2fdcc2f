#!/bin/sh
# One request of the harness to its engine: a line with a verb and its arguments, then the answer as a byte stream.
# Reached only through the control socket in the engine's private run folder, never from student code.
read -r verb one two
case $verb in
  # dial HOST PORT: a TCP connection from inside the engine's network.
  # A side that closed ends it at once: socat would hold the other open for half a second, and so each try of an early request.
  dial) exec socat -t 0.05 - "TCP:$one:$two" ;;
  # listening PID PORT_IN_HEX: whether a process's network namespace has a listener there; asks no connection of it.
  listening) grep -qs ":$two 0\+:0000 0A " "/proc/$one/net/tcp" "/proc/$one/net/tcp6" && echo yes || echo no ;;
  # waiting PID: whether a container's first process has become its program (runc comes before) and waits for something.
  waiting)
    while read -r field value _; do
      case $field$value in Name:runc*) break ;; State:S) echo yes && exit ;; State:*) break ;; esac
    done 2>/dev/null <"/proc/$one/status"
    echo no
    ;;
  # read CAP PATH: a regular file of the workspace, at most CAP bytes. The mount follows no links.
  read) [ -f "/workspace/$two" ] && [ ! -L "/workspace/$two" ] && echo found && exec head -c "$one" "/workspace/$two" ;;
  # layer NAME CAP: what a layer of the engine's storage holds: a type and a path each, NULs between, at most CAP bytes.
  layer) case $one in '' | *[!a-z0-9]*) ;; *) cd "/var/lib/docker/overlay2/$one/diff" && echo found && find . -mindepth 1 -printf '%y %P\0' | head -c "$two" ;; esac ;;
  # logs ID CAP: a container's json-file log and the rotated ones: a size and a name each, NULs between.
  logs) case $one in '' | *[!a-f0-9]*) ;; *) cd "/var/lib/docker/containers/$one" && echo found && find . -maxdepth 1 -type f -name '*-json.log*' -printf '%s %f\0' | head -c "$two" ;; esac ;;
  # thaw: lets paused containers go on. In cgroup v1 a frozen process cannot be killed, and so neither the engine.
  thaw) find /sys/fs/cgroup/freezer -mindepth 2 -name freezer.state 2>/dev/null | while read -r state; do echo THAWED >"$state"; done ;;
  # shell BASE64: a script of a check's own, with docker's command line at hand: what it prints, then `ended`.
  shell)
    (eval "$(printf %s "$one" | base64 -d)") </dev/null 2>&1
    echo ended
    ;;
  # daemon VERB BASE64: see daemon.sh. host VIEW WORD…: see host.sh. Their words are letters, digits, + / and = alone.
  daemon) exec sh /run/drydock-daemon.sh "$one" "$two" ;;
  host)
    # shellcheck disable=SC2086
    set -f && exec sh /run/drydock-host.sh "$one" $two
    ;;
  # space: how full the disks of the engine and of the workspace are, in bytes and inodes; then what the engine's own
  # cgroups say: the most memory it and its containers ever used, in bytes (cgroup v1, or v2 as of Linux 5.19), its
  # processes now, and how often it and all its containers together had none left (v2); and when memory.sh first ended
  # one, in ms since the epoch.
  space)
    df -B1 --output=target,size,used,itotal,iused /var/lib/docker /workspace
    for file in memory/memory.max_usage_in_bytes memory.peak pids/pids.current pids.current; do
      [ -f "/sys/fs/cgroup/$file" ] && read -r figure <"/sys/fs/cgroup/$file" && echo "${file##*/} $figure"
    done
    for file in memory/docker/memory.max_usage_in_bytes docker/memory.peak; do
      [ -f "/sys/fs/cgroup/$file" ] && read -r figure <"/sys/fs/cgroup/$file" && echo "containers $figure"
    done
    [ ! -f /sys/fs/cgroup/memory.events.local ] || grep -hs '^oom ' /sys/fs/cgroup/memory.events.local /sys/fs/cgroup/docker/memory.events.local
    [ -f /run/drydock-starved ] && read -r figure </run/drydock-starved && echo "starved $figure"
    ;;
  *) echo "unknown verb" ;;
esac
