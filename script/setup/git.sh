# shellcheck shell=bash
# shellcheck disable=SC2016 # messages quote commands in backquotes
# git, with which repositories are taken in; a checkout that came as an archive may be without.

install_git() {
  debian_root || fail \
    '테스트에는 git이 필요합니다. `sudo apt-get install git` 을 실행하거나, 다른 시스템에서는 git을 설치하여 PATH에 두세요.' \
    'The tests need git: run `sudo apt-get install git`; elsewhere put git on the PATH.'
  step '테스트용 git 설치' 'Installing git for the tests' apt_install git ca-certificates
}
