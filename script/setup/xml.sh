# shellcheck shell=bash
# shellcheck disable=SC2016 # messages quote commands in backquotes
# xmllint, with which the tests read JUnit reports by other projects' XML schemas.

install_xml() {
  debian_root || fail \
    '테스트에는 xmllint가 필요합니다. `sudo apt-get install libxml2-utils` 를 실행하거나, 다른 시스템에서는 libxml2의 xmllint를 설치하여 PATH에 두세요.' \
    'The tests need xmllint: run `sudo apt-get install libxml2-utils`; elsewhere put libxml2’s xmllint on the PATH.'
  step '테스트용 xmllint 설치' 'Installing xmllint for the tests' apt_install libxml2-utils
}
