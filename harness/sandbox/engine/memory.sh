#!/bin/bash
# Ends the largest program of the containers when memory is full and the kernel only reads files anew.
# The kernel ends one when it finds nothing to let go of. With a fast disk it may find something for minutes: the pages
# of the programs that run, which are read again as soon as they are gone. Nobody gets on then.
# In bash, whose builtins start no program: that would have to be read too.
# memory.sh CGROUPS PROC NOTES: a line for each program that it ended goes to NOTES, with when (ms since the epoch).
readonly pause=0.25 patience=4
# Less than the programs that run have mapped, and than is read again in the meantime (pages).
readonly few=$((24 * 1024 * 1024)) often=1000

proc=$2 notes=$3
cd "$1" || exit
[ ! -d memory ] || cd memory || exit
# cgroup v1 counts for a group alone and, as total_, for those in it; v2 always with those in it. Linux before 5.9 has one
# count of what was read again, later ones two: of files and of swap, which the engine has none of.
if [ -f memory.usage_in_bytes ]; then
  usage=memory.usage_in_bytes limit=memory.limit_in_bytes prefix=total_
else
  usage=memory.current limit=memory.max prefix=
fi

# Whether all but a little of a group's memory is full of what can't be let go of.
is_full() {
  local most used name value cached=0 kept=0
  { read -r most <"$1/$limit" && read -r used <"$1/$usage"; } 2>/dev/null || return
  [ "$most" != max ] && [ "$used" -ge $((most / 100 * 98)) ] || return
  while read -r name value; do
    case $name in
      "${prefix}cache" | "${prefix}file") cached=$value ;;
      "${prefix}shmem") kept=$value ;;
    esac
  done <"$1/memory.stat"
  [ $((cached - kept)) -lt "$few" ]
}

# How many pages had to be read again so far.
count_again() {
  local name value
  again=0
  while read -r name value; do
    case $name in "${prefix}workingset_refault"*) again=$((again + value)) ;; esac
  done <memory.stat
}

# As the kernel does: the program of a container with the most memory of its own.
end_largest() {
  local own group process pages shared most=0 largest=
  read -r -d '' own <"$proc/self/cgroup"
  for process in "$proc"/[0-9]*; do
    read -r -d '' group 2>/dev/null <"$process/cgroup"
    [ -n "$group" ] && [ "$group" != "$own" ] && read -r _ pages shared _ 2>/dev/null <"$process/statm" || continue
    [ $((pages - shared)) -le "$most" ] || { most=$((pages - shared)) largest=${process##*/}; }
  done
  [ -n "$largest" ] && kill -KILL "$largest" 2>/dev/null || return
  echo "$((${EPOCHREALTIME/[.,]/} / 1000))" >>"$notes"
}

# Waits without a program: nobody writes to this pipe.
exec {never}<> <(:)
seen=0 since=0 again=0
while :; do
  read -r -t "$pause" -u "$never" _
  is_full . || is_full docker || { seen=0; continue; }
  count_again
  [ "$seen" -gt 0 ] || since=$again
  seen=$((seen + 1))
  [ "$seen" -gt "$patience" ] && [ $((again - since)) -ge "$often" ] || continue
  end_largest
  seen=0
done
