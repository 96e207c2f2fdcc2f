import { isIP } from 'node:net';
import { UsageError } from '../../errors.ts';

/** How the client is told to get in. */
export interface Entry {
  host: string;
  port: number;
  db: number;
  username?: string;
  password?: string;
  tls?: { servername?: string };
}

/** Where Redis is and how to get in. The password can be used, but not printed: no JSON and no inspection shows it. */
export class RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly user: string | undefined;
  readonly tls: boolean;
  readonly #password: string | undefined;

  private constructor(url: URL, db: number) {
    this.host = url.hostname.replace(/^\[|\]$/g, '');
    this.port = url.port === '' ? 6379 : Number(url.port);
    this.db = db;
    this.user = url.username === '' ? undefined : decodeURIComponent(url.username);
    this.tls = url.protocol === 'rediss:';
    this.#password = url.password === '' ? undefined : decodeURIComponent(url.password);
  }

  /** Reads `redis[s]://[user][:password@]host[:port][/db]`. Throws UsageError `QUEUE_URL`, which shows no password. */
  static parse(text: string): RedisAddress {
    let url: URL;
    try {
      url = new URL(text);
      decodeURIComponent(url.username + url.password);
    } catch {
      throw notAnAddress(text);
    }
    const db = url.pathname.replace(/^\//, '');
    const sound =
      ['redis:', 'rediss:'].includes(url.protocol) &&
      url.hostname !== '' &&
      /^\d{0,4}$/.test(db) &&
      url.search + url.hash === '';
    if (!sound) throw notAnAddress(text);
    return new RedisAddress(url, Number(db));
  }

  /** For people: without user and password. */
  get shown(): string {
    const host = this.host.includes(':') ? `[${this.host}]` : this.host;
    return `${this.tls ? 'rediss' : 'redis'}://${host}:${this.port}${this.db === 0 ? '' : `/${this.db}`}`;
  }

  /** What the client needs to get in; holds the password. */
  get entry(): Entry {
    return {
      host: this.host,
      port: this.port,
      db: this.db,
      ...(this.user === undefined ? {} : { username: this.user }),
      ...(this.#password === undefined ? {} : { password: this.#password }),
      // Of an IP address there is no server name (RFC 6066); the certificate is compared with the address itself.
      ...(this.tls ? { tls: isIP(this.host) === 0 ? { servername: this.host } : {} } : {}),
    };
  }
}

function notAnAddress(text: string): UsageError {
  const shown = withoutSecrets(text);
  return new UsageError({
    code: 'QUEUE_URL',
    message: {
      ko: `\`${shown}\` 값은 Redis 주소가 아닙니다.`,
      en: `\`${shown}\` is not the address of a Redis.`,
    },
    hint: {
      ko: '`redis://호스트:6379` 처럼 쓰세요. TLS는 `rediss://` 이고, 비밀번호에 든 특수 문자는 퍼센트 인코딩합니다. 비밀번호가 있으면 `--queue` 대신 `DRYDOCK_QUEUE` 환경 변수에 넣으세요.',
      en: 'Write `redis://HOST:6379`, with `rediss://` for TLS and special characters of a password percent-encoded. With a password, put it into the environment variable `DRYDOCK_QUEUE` rather than after `--queue`.',
    },
  });
}

/** What may be shown of something that is no address: a password may lie before its `@`, in its query, or where a port should. */
function withoutSecrets(text: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/)?(.*)$/is.exec(text) ?? [];
  if (/[?#].*@/s.test(rest)) return `${scheme}***`;
  const at = rest.lastIndexOf('@');
  const place = rest.slice(Math.max(at, 0)).replace(/[?#].*$/s, '?***');
  if (at >= 0) return `${scheme}:***${place}`;
  return scheme + (place.startsWith('[') ? place : place.replace(/:(?!\d+(?:\D|$)).*$/s, ':***'));
}
