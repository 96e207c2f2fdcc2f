#!/usr/bin/env bash
# Gets a runner ready to grade: Node's packages, the engine, and the course's images. Images of an earlier run are taken
# from the folder DRYDOCK_IMAGES; where there are none, what was prepared is left there for the next.
#
# Exit codes: 0 ready · 2 a mistake in the inputs · 3 the machine failed.
set -euo pipefail

root=$(cd -- "${DRYDOCK:?}" && pwd -P)
common=(--course "$root" --lang "${INPUT_LANG:-ko}" --no-color)

echo "::group::Drydock"
trap 'echo "::endgroup::"' EXIT
"$root/script/bootstrap"
if [ -e "${DRYDOCK_IMAGES:?}/store.json" ]; then
  "$root/script/drydock" prepare "${common[@]}" --load "$DRYDOCK_IMAGES"
else
  "$root/script/drydock" prepare "${common[@]}" --save "$DRYDOCK_IMAGES"
fi
