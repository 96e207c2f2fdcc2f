#!/bin/sh
# write-image.sh REFERENCE ARCHITECTURE CONFIG LAYER…: writes image.tar for `docker load`. CONFIG is a file with the
# image's configuration as JSON; layers are tar files of this folder, base first.
set -eu
reference=$1 arch=$2 config=$3
shift 3
diff_ids='' history='' layers=''
for layer do
  diff_ids="$diff_ids,\"sha256:$(sha256sum "$layer" | cut -d' ' -f1)\""
  history="$history,{\"created\":\"2023-11-01T00:00:00Z\",\"created_by\":\"drydock offline kit: ${layer%.tar}\",\"comment\":\"stand-in\"}"
  layers="$layers,\"$layer\""
done
printf '{"architecture":"%s","os":"linux","created":"2023-11-01T00:00:00Z","config":%s,"history":[%s],"rootfs":{"type":"layers","diff_ids":[%s]}}\n' \
  "$arch" "$(sed "s|@REFERENCE@|$reference|g" "$config")" "${history#,}" "${diff_ids#,}" >config.json
case $reference in *:*) ;; *) reference=$reference:latest ;; esac
printf '[{"Config":"config.json","RepoTags":["%s"],"Layers":[%s]}]\n' "$reference" "${layers#,}" >manifest.json
tar -cf image.tar manifest.json config.json "$@"
rm "$@"
