#!/bin/sh
# Runs, stops and starts the engine's dockerd. Verbs: run, ask-to-stop, stop, start SETTINGS and validate FILE (both in
# base64), pid.
# A daemon that ends without having been asked to ends the engine: then the machine failed, not whoever used it.
# Environment: as in entry.sh, and DRYDOCK_FIRST, the process that the engine lives as long as.
socket=/run/drydock/docker.sock
asked=/run/dockerd.asked
ended=/run/dockerd.ended
process=/run/dockerd.pid

case $1 in
  # run: dockerd until it ends.
  run)
    dockerd --containerd /run/containerd/containerd.sock --host "unix://$socket" --group "$DRYDOCK_GID" \
      --storage-driver overlay2 --data-root /var/lib/docker &
    echo $! >"$process"
    wait $!
    echo $? >"$ended"
    [ -e "$asked" ] || kill -TERM "$DRYDOCK_FIRST"
    ;;
  # ask-to-stop [leave]: tells dockerd to end, and waits until the containers have, which have then been told of; not with
  # leave, when live-restore lets them run on.
  ask-to-stop)
    : >"$asked"
    [ -e "$ended" ] || kill -TERM "$(cat "$process")"
    until [ "$2" = leave ] || [ -e "$ended" ] || ! pgrep -f '^/usr/bin/containerd-shim' >/dev/null; do sleep 0.05; done
    echo asked
    ;;
  # stop: waits until dockerd has ended, and ends it when it takes longer than its own patience.
  stop)
    patience=400
    until [ -e "$ended" ]; do
      patience=$((patience - 1))
      [ "$patience" -gt 0 ] || kill -KILL "$(cat "$process")" 2>/dev/null
      sleep 0.05
    done
    echo stopped
    ;;
  # start SETTINGS: dockerd with these settings; answers "up PID" once it answers, or "ended STATUS PID" when it gives up.
  start)
    printf %s "$2" | base64 -d >/etc/docker/daemon.json
    : >"$asked"
    rm -f "$ended" "$socket"
    # A dockerd that ends unmounts all that lies below overlay2, the golden layers with it (26.1: overlay2's Cleanup).
    for slug in $DRYDOCK_PLANS; do
      while read -r layer; do
        diff=/var/lib/docker/overlay2/$layer/diff
        [ ! -d "$diff" ] || mountpoint -q "$diff" || mount --bind -o ro "/golden/overlay2/$layer/diff" "$diff"
      done <"/golden/plan/$slug.layers"
    done
    setsid sh "$0" run >/proc/1/fd/1 2>&1 </dev/null &
    until [ -e "$ended" ]; do
      [ -S "$socket" ] && curl --silent --fail --max-time 10 --output /dev/null --unix-socket "$socket" http://docker/_ping && break
      sleep 0.02
    done
    if [ -e "$ended" ]; then
      echo "ended $(cat "$ended") $(cat "$process")"
    else
      rm -f "$asked"
      echo "up $(cat "$process")"
    fi
    ;;
  pid) cat "$process" ;;
  # validate FILE: what dockerd says of a daemon.json, and the status it ends with.
  validate)
    file=$(mktemp /run/daemon-json.XXXXXX)
    printf %s "$2" | base64 -d >"$file"
    timeout 10 dockerd --validate --config-file "$file" 2>&1 | sed "s#$file#/etc/docker/daemon.json#g"
    rm -f "$file"
    ;;
esac
