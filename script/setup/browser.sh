# shellcheck shell=bash
# shellcheck disable=SC2016 # messages quote commands in backquotes
# Chromium, in which the tests open the HTML report.

find_browser() {
  [[ -n ${CHROMIUM:-} ]] || command -v chromium >/dev/null || command -v google-chrome >/dev/null
}

install_browser() {
  debian_root || fail \
    '테스트에는 Chromium이 필요합니다. `sudo apt-get install chromium` 을 실행하거나, 다른 곳에 있으면 CHROMIUM 변수에 그 경로를 적으세요.' \
    'The tests need Chromium: run `sudo apt-get install chromium`, or name the program in the variable CHROMIUM.'
  step '테스트용 Chromium 설치' 'Installing Chromium for the tests' apt_install chromium
}
