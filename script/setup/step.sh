# shellcheck shell=bash
# What the set-up says, and how it runs its long steps. Everything goes to stderr: stdout stays for data.

# text KOREAN ENGLISH: the one that the locale asks for, as `drydock --lang` does by default.
text() {
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    ko*) printf '%s' "$1" ;;
    *) printf '%s' "$2" ;;
  esac
}

# say KOREAN ENGLISH: one line of news.
say() {
  printf 'drydock: %s\n' "$(text "$1" "$2")" >&2
}

# fail KOREAN ENGLISH: says what to do, and ends the set-up.
fail() {
  say "$1" "$2"
  exit 1
}

# step KOREAN ENGLISH COMMAND…: runs a long command with one line of progress; when it fails, the end of what it said.
step() {
  local title log ticker='' began=$SECONDS code=0
  title=$(text "$1" "$2")
  shift 2
  log=$(mktemp "${TMPDIR:-/tmp}/drydock-setup.XXXXXX")
  if [[ -t 2 ]]; then
    tick "$title" &
    ticker=$!
  else
    printf 'drydock: %s…\n' "$title" >&2
  fi
  # Descriptor 9 is the lock of bootstrap: a service that the command starts must not keep it.
  "$@" >"$log" 2>&1 9>&- || code=$?
  if [[ -n $ticker ]]; then
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    printf '\r\033[K' >&2
  fi
  if ((code == 0)); then
    rm -f "$log"
    printf 'drydock: %s: %d s\n' "$title" "$((SECONDS - began))" >&2
    return 0
  fi
  printf 'drydock: %s: %s\n' "$title" "$(text "실패했습니다(종료 코드 $code)." "failed with exit code $code.")" >&2
  excerpt "$log" >&2
  say "전체 출력: $log" "All of its output: $log"
  return "$code"
}

# excerpt FILE: the beginning and the end of a log: npm names the cause first, apt and dockerd last.
excerpt() {
  if (($(wc -l <"$1") <= 24)); then
    sed 's/^/  | /' "$1"
  else
    head -n 12 "$1" | sed 's/^/  | /'
    echo '  | …'
    tail -n 12 "$1" | sed 's/^/  | /'
  fi
}

# tick TITLE: shows the seconds on a terminal until it is ended, or until its shell is gone.
tick() {
  local began=$SECONDS
  while kill -0 "$$" 2>/dev/null; do
    printf '\rdrydock: %s… %d s' "$1" "$((SECONDS - began))" >&2
    sleep 1
  done
}
