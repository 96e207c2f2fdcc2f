# shellcheck shell=bash
# shellcheck disable=SC2154 # names are shared with bootstrap
# A Docker engine: one that can be reached is used as it is; where there is none, root on Debian or Ubuntu gets one.
# Expects $root, $node and $cache.

readonly engine_deadline=60

# ask_engine: sets $engine_state to `ready`, or to `local CODE` or `chosen CODE`, and $engine_trouble to what to say.
ask_engine() {
  local answer
  answer=$("$node" "$root/script/setup/ask-engine.ts")
  engine_state=${answer%%$'\n'*}
  engine_trouble=${answer#*$'\n'}
}

provide_engine() {
  case $engine_state in
    'local DOCKER_NO_RIGHTS' | chosen*) fail "$engine_trouble" "$engine_trouble" ;;
  esac
  [[ $(id -u) == 0 ]] || fail "$engine_trouble" "$engine_trouble"
  if ! command -v dockerd >/dev/null; then
    debian_root || fail "$engine_trouble" "$engine_trouble"
    # The last two make images where no registry can be reached.
    step '도커 엔진이 없어 apt-get으로 docker.io 설치' 'No Docker engine here: installing docker.io with apt-get' \
      apt_install docker.io mmdebstrap debian-archive-keyring
  fi
  start_engine
}

start_engine() {
  engine_log=$cache/dockerd.log
  [[ -w /var/log ]] && engine_log=/var/log/drydock-dockerd.log
  local code=0
  step '도커 엔진(dockerd) 시작' 'Starting the Docker engine (dockerd)' launch_engine || code=$?
  ((code == 0)) || fail \
    "도커 엔진이 시작되지 않았습니다. \`dockerd\` 를 직접 실행해 이유를 보고 \`script/bootstrap\` 을 다시 실행하세요." \
    "The Docker engine did not start. Run \`dockerd\` yourself to see why, then \`script/bootstrap\` again."
}

# With an init system, its service is started; without one, as in a container, a daemon of our own that outlives us.
launch_engine() {
  if [[ -d /run/systemd/system ]]; then
    systemctl start docker || return
  elif [[ $(cat /proc/1/comm 2>/dev/null) == init && -x /etc/init.d/docker ]]; then
    service docker start || return
  else
    # One that is under way already keeps its pid file, and this one ends at once.
    setsid dockerd >>"$engine_log" 2>&1 </dev/null &
    disown
  fi
  local ends=$((SECONDS + engine_deadline))
  while ((SECONDS < ends)); do
    ask_engine
    [[ $engine_state == ready ]] && return 0
    sleep 0.3
  done
  printf '%s\n' "$engine_trouble"
  [[ -f $engine_log ]] && tail -n 12 "$engine_log"
  return 1
}
