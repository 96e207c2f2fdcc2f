# shellcheck shell=bash
# shellcheck disable=SC2016 # messages quote commands in backquotes
# docker-registry, with which the tests prove on loopback that images are pulled.

install_registry() {
  debian_root || fail \
    '테스트에는 docker-registry가 필요합니다. `sudo apt-get install docker-registry` 를 실행하거나, 다른 시스템에서는 distribution의 `registry` 를 docker-registry라는 이름으로 PATH에 두세요.' \
    'The tests need docker-registry: run `sudo apt-get install docker-registry`; elsewhere put the `registry` program of the distribution project on the PATH under that name.'
  step '테스트용 docker-registry 설치' 'Installing docker-registry for the tests' fetch_registry
}

# The package starts a registry on port 5000 for all the world; the tests start their own on loopback.
fetch_registry() {
  apt_install docker-registry || return
  if [[ -d /run/systemd/system ]]; then
    systemctl disable --now docker-registry
  elif [[ $(cat /proc/1/comm 2>/dev/null) == init && -x /etc/init.d/docker-registry ]]; then
    service docker-registry stop && update-rc.d docker-registry disable
  fi
}
