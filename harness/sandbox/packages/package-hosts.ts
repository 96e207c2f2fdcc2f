import { UsageError } from '../../errors.ts';

/** How a mirror is asked: plain HTTP, or TLS (a tunnel or a request that the gateway encrypts). */
export type Transport = 'plain' | 'tls';

/** One mirror of the allow-list. */
export interface PackageHost {
  /** A DNS name in lower case. */
  host: string;
  /** Undefined: 80 for plain HTTP and 443 for TLS. */
  port: number | undefined;
  /** The operator says that it may lie in a private network or on this machine. */
  private: boolean;
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const entryForm = new RegExp(`^((?:${label}\\.)*(${label}))(?::(\\d{1,5}))?(!private)?$`);
/** A name that ends so is an address to some resolvers: `2130706433`, `0x7f.1`. */
const numeric = /^(\d+|0x[0-9a-f]*)$/;
const longestName = 253;

/** An allow-list of package mirrors. */
export class PackageHosts {
  readonly #hosts: readonly PackageHost[];

  constructor(hosts: readonly PackageHost[]) {
    this.#hosts = hosts;
  }

  /** Whether the name is on the list at all, whatever the port. */
  has(host: string): boolean {
    return this.#hosts.some((entry) => entry.host === host.toLowerCase());
  }

  /** The entry that allows this name with this port over this transport; the last one, so that lists can be refined. */
  find(host: string, port: number, transport: Transport): PackageHost | undefined {
    const usual = transport === 'plain' ? 80 : 443;
    return this.#hosts.findLast(
      (entry) => entry.host === host.toLowerCase() && port === (entry.port ?? usual),
    );
  }

  /** The names, each once. */
  get names(): string[] {
    return [...new Set(this.#hosts.map(({ host }) => host))];
  }
}

/**
 * Reads an operator's allow-list: names parted by commas or spaces, each `host`, `host:port` or either with `!private`;
 * the word `default` stands for the base images' `own` mirrors. Left out or empty, it is those alone.
 * @throws UsageError `PACKAGE_HOSTS` for an entry that is no DNS name
 */
export function packageHosts(text: string | undefined, own: readonly string[] = []): PackageHosts {
  const words = (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const chosen = words.length === 0 ? ['default'] : words;
  const entries = chosen.flatMap((word) => (word === 'default' ? own : [word]));
  return new PackageHosts(entries.map(entryOf));
}

function entryOf(word: string): PackageHost {
  const [, host, last = '', port, isPrivate] = entryForm.exec(word.toLowerCase()) ?? [];
  const number = port === undefined ? undefined : Number(port);
  const fits = number === undefined || (number > 0 && number <= 65_535);
  if (host === undefined || host.length > longestName || numeric.test(last) || !fits) throw notAHost(word);
  return { host, port: number, private: isPrivate !== undefined };
}

function notAHost(word: string): UsageError {
  return new UsageError({
    code: 'PACKAGE_HOSTS',
    message: {
      ko: `\`DRYDOCK_PACKAGE_HOSTS\` 값의 \`${word}\` 항목은 미러의 도메인 이름이 아닙니다. IP 주소나 URL은 쓸 수 없습니다.`,
      en: `\`${word}\` in \`DRYDOCK_PACKAGE_HOSTS\` is not the domain name of a mirror; addresses and URLs cannot be used.`,
    },
    hint: {
      ko: '`DRYDOCK_PACKAGE_HOSTS="default mirror.example.org"` 처럼 쓰고, 사설망에 있는 미러에는 `!private` 를 붙이세요.',
      en: 'Write it like `DRYDOCK_PACKAGE_HOSTS="default mirror.example.org"`; add `!private` to a mirror in a private network.',
    },
  });
}
