# shellcheck shell=bash
# shellcheck disable=SC2016 # messages quote commands in backquotes
# redis-server, through which the tests spread jobs over workers; each test starts its own on loopback.

install_redis() {
  debian_root || fail \
    '테스트에는 redis-server가 필요합니다. `sudo apt-get install redis-server` 를 실행하거나, 다른 시스템에서는 Redis 7을 설치하여 PATH에 두세요.' \
    'The tests need redis-server: run `sudo apt-get install redis-server`; elsewhere put Redis 7 on the PATH.'
  step '테스트용 redis-server 설치' 'Installing redis-server for the tests' fetch_redis
}

# The package starts a server on port 6379; the tests want none of it.
fetch_redis() {
  apt_install redis-server || return
  if [[ -d /run/systemd/system ]]; then
    systemctl disable --now redis-server
  elif [[ $(cat /proc/1/comm 2>/dev/null) == init && -x /etc/init.d/redis-server ]]; then
    service redis-server stop && update-rc.d redis-server disable
  fi
}
