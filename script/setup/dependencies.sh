# shellcheck shell=bash
# shellcheck disable=SC2154,SC2016 # names are shared with bootstrap; messages quote commands in backquotes
# node_modules, in step with package-lock.json. Expects $root and find_node's $node_version.

readonly stamp_file=$root/node_modules/.drydock-stamp

# dependencies_fit: whether node_modules was made from this lockfile for this Node.
dependencies_fit() {
  [[ -f $stamp_file && $(<"$stamp_file") == "$(dependency_stamp)" ]]
}

install_dependencies() {
  command -v npm >/dev/null || {
    debian_root || fail \
      'npm이 필요합니다. https://nodejs.org 에서 Node.js를 설치하거나 `sudo apt-get install npm` 을 실행하세요.' \
      'npm is needed: install Node.js from https://nodejs.org, or run `sudo apt-get install npm`.'
    step 'apt-get으로 npm 설치' 'Installing npm with apt-get' apt_install npm
  }
  step 'npm ci로 의존성 설치' 'Installing the dependencies with npm ci' fetch_dependencies
  dependency_stamp >"$stamp_file"
}

# Three dependencies have install scripts, all of them optional compilations: none is run.
fetch_dependencies() (
  cd -- "$root" && npm ci --ignore-scripts --no-audit --no-fund
)

dependency_stamp() {
  local sum
  if command -v sha256sum >/dev/null; then
    sum=$(sha256sum <"$root/package-lock.json")
  else
    sum=$(shasum -a 256 <"$root/package-lock.json")
  fi
  printf '%s %s\n' "${sum%% *}" "$node_version"
}
