#!/usr/bin/env bash
# The key under which prepared images are cached: it changes with what they are made of.
set -euo pipefail
root=${DRYDOCK:?}
recipes=$(cd -- "$root" && find harness/images assignments -type f \( -path 'harness/images/*' -o -name assignment.json \) \
  ! -name '*.test.ts' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-24)
echo "key=drydock-images-$(uname -m)-$recipes"
