# shellcheck shell=bash
# Debian's and Ubuntu's packages, installed without a question.

# debian_root: whether we may install packages ourselves.
debian_root() {
  [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null && [[ -e /etc/debian_version ]]
}

# apt_install PACKAGE…: fetches the package lists only where the packages cannot be had without.
apt_install() {
  apt_get install "$@" || { apt_get update && apt_get install "$@"; }
}

# Another apt may run, as just after a machine's start: its lock is waited for.
apt_get() {
  DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -y -q --no-install-recommends \
    -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confold "$@"
}
