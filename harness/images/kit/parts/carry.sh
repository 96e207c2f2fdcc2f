# Shell functions to copy programs of the engine image into a root. Sourced by the recipes.

# The libraries that programs load, as paths.
libraries() { ldd "$@" 2>/dev/null | grep -o '/[^ ]*' | grep -v ':$' | sort -u; }

# carry FILE INTO [BASE]: copies a file of the engine, or of unpacked packages, to its place in INTO, unless BASE or INTO
# has it already.
carry() {
  place=${1#"$PWD/packages"}
  # A folder in a layer would hide the link of that name in the layer below.
  case $place in /lib*) [ ! -L "${3:-$2}/lib" ] || place=/usr$place ;; esac
  if [ -e "$2$place" ] || { [ -n "${3-}" ] && [ -e "$3$place" ]; }; then return 0; fi
  mkdir -p "$2$(dirname "$place")"
  cp -L "$1" "$2$place"
}

# layer ROOT FILE.tar: the same contents give the same bytes, and so the same layer in every image.
layer() { tar -C "$1" --sort=name --mtime=@1698796800 --numeric-owner --format=gnu -cf "$2" .; }
