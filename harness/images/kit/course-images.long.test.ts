import { beforeAll, expect, test } from 'vitest';
import { defaultReplayLimits } from '../../sandbox/index.ts';
import { type GoldenStore, prepareImages } from '../index.ts';
import { outer, sandboxOf } from '../store-for-test.test-support.ts';

const ubuntus = ['ubuntu:14.04', 'ubuntu:16.04', 'ubuntu:22.04'];
const images = [...ubuntus, 'alpine', 'centos', 'nginx:1.25.0-alpine', 'mysql:5.7-debian'];
let store: GoldenStore;

beforeAll(async () => {
  store = await prepareImages({ docker: outer, images, progress: () => undefined });
}, 240_000);

/** What each line of a script showed, in an engine that has these images. */
async function shown(references: readonly string[], script: string): Promise<string[]> {
  await using sandbox = await sandboxOf(store, references);
  const signal = AbortSignal.timeout(100_000);
  const { evidence } = await sandbox.replay(script, defaultReplayLimits, signal, () => undefined);
  return evidence.commands.map(({ output }) => output.replaceAll('\r', ''));
}

test('every Ubuntu has what the course types into it, from one layer', async () => {
  const look =
    'ls -d /bin /etc /usr; ps -ef; df -h; hostname; adduser --disabled-password --gecos "" kevin; id kevin; . /etc/os-release; echo "$PRETTY_NAME"';
  const said = await shown(
    ubuntus,
    `${ubuntus.map((ubuntu) => `docker run --rm -h here ${ubuntu} bash -c '${look}'\n`).join('')}
docker run --rm ubuntu:14.04 ifconfig eth0
docker run -d --name top ubuntu:22.04 /usr/bin/top -b; sleep 0.5; docker logs top | head -n 1
docker image inspect -f '{{index .RootFS.Layers 0}}' ${ubuntus.join(' ')} | sort -u | wc -l
printf 'exit\\n' | docker run -i ubuntu:16.04
`,
  );
  for (const [index, name] of ['14.04.6', '16.04.7', '22.04.5'].entries()) {
    expect(said[index]).toMatch(/^\/bin\n\/etc\n\/usr\nUID +PID +PPID +C STIME TTY +TIME CMD\nroot +1 +0 /);
    expect(said[index]).toMatch(/overlay +\d.* \/\n(.|\n)*\/etc\/hosts\n(.|\n)*\nhere\n/);
    expect(said[index]).toContain(`uid=1000(kevin) gid=1000(kevin) groups=1000(kevin)`);
    expect(said[index]).toContain(`Ubuntu ${name} LTS`);
  }
  expect(said[3]).toMatch(/^eth0 +Link encap:Ethernet {2}HWaddr (.|\n)*inet addr:172\./);
  expect(said[4]).toMatch(/\ntop - \d/);
  expect(said[5]).toBe('1\n');
});

test('Alpine and CentOS are told apart by their shells and files', async () => {
  const said = await shown(
    ['alpine', 'centos'],
    `docker run -itd --name my_container alpine sh
docker exec my_container sh -c 'cat /etc/alpine-release; adduser -D kevin; id kevin; which bash || echo no bash'
docker run -itd --name old centos
docker exec old bash -c 'cat /etc/redhat-release; ls /var/log; head -n 1 /etc/passwd'
docker inspect -f '{{.Config.Cmd}} {{.State.Running}}' my_container old
`,
  );
  expect(said[1]).toMatch(/^3\.\d+\.\d+\nuid=1000\(kevin\)(.|\n)*no bash\n$/);
  expect(said[3]).toMatch(/^CentOS Linux release 8(.|\n)*\bwtmp\b(.|\n)*root:x:0:0:/);
  expect(said[4]).toBe('[sh] true\n[/bin/bash] true\n');
});

test('nginx serves its page, takes another configuration and stops on SIGQUIT', async () => {
  const said = await shown(
    ['nginx:1.25.0-alpine'],
    `docker run -d -p 7777:80 --name=webserver nginx:1.25.0-alpine
curl -s localhost:7777
docker cp webserver:/etc/nginx/nginx.conf nginx.conf; sed -i 's/include .*conf.d.*/server { listen 80; return 418; }/' nginx.conf
docker cp nginx.conf webserver:/etc/nginx/nginx.conf; docker restart webserver
curl -s -o /dev/null -w '%{http_code}\\n' localhost:7777
docker stop webserver; docker inspect -f '{{.State.ExitCode}} {{.Config.ExposedPorts}}' webserver
docker logs webserver
`,
  );
  expect(said[1]).toContain('Welcome to nginx!');
  expect(said.at(-3)).toBe('418\n');
  expect(said.at(-2)).toContain('0 map[80/tcp:{}]');
  expect(said.at(-1)).toMatch(/ready for start up(.|\n)*"GET \/ HTTP\/1\.1" 200/);
});

test('mysql asks for a root password once, and then serves with it', async () => {
  const said = await shown(
    ['mysql:5.7-debian'],
    `docker run -itd --name=mydb mysql:5.7-debian; docker wait mydb
docker logs mydb
docker run -d --name=db -e MYSQL_ROOT_PASSWORD=it\\'s -e MYSQL_DATABASE=course mysql:5.7-debian
until docker logs db 2>&1 | grep -q 'Ready for start up'; do sleep 0.2; done
until docker exec db mysql -uroot "-pit's" -h127.0.0.1 -N -e 'show databases'; do sleep 0.2; done
docker exec db mysql -uroot -pwrong -e 'select 1'
docker stop db; docker inspect -f '{{.State.ExitCode}}' db
`,
  );
  expect(said[0]).toMatch(/\n1\n$/);
  expect(said[1]).toContain('Database is uninitialized and password option is not specified');
  for (const name of ['ROOT_PASSWORD', 'ALLOW_EMPTY_PASSWORD', 'RANDOM_ROOT_PASSWORD']) {
    expect(said[1]).toContain(`MYSQL_${name}\n`);
  }
  expect(said[4]).toMatch(/^course$/m);
  expect(said[5]).toContain('Access denied');
  expect(said[6]).toBe('db\n0\n');
});
