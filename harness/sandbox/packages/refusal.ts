import { fillText, type Text } from '../../text.ts';

/** Why the gateway did not pass something on: what tests tell refusals apart by. */
export type RefusalId = keyof typeof kinds;

interface Kind {
  /** Whose it is: what the submission asked for, or what the machine's names and networks gave. */
  fault: 'submission' | 'machine';
  status: number;
  text: Text;
}

const kinds = {
  form: {
    fault: 'submission',
    status: 400,
    text: {
      ko: '패키지 게이트웨이가 알아볼 수 없는 요청을 막았습니다: `{asked}`.',
      en: 'The package gateway refused a request that is not in a form it takes: `{asked}`.',
    },
  },
  method: {
    fault: 'submission',
    status: 405,
    text: {
      ko: '패키지 게이트웨이는 GET, HEAD, CONNECT 요청만 받습니다. 막은 요청: `{asked}`.',
      en: 'The package gateway takes GET, HEAD and CONNECT alone and refused `{asked}`.',
    },
  },
  body: {
    fault: 'submission',
    status: 400,
    text: {
      ko: '패키지 게이트웨이는 본문이 있는 요청을 받지 않습니다. 막은 요청: `{asked}`.',
      en: 'The package gateway takes no request with a body and refused `{asked}`.',
    },
  },
  host: {
    fault: 'submission',
    status: 403,
    text: {
      ko: '`{host}` 서버는 허용된 패키지 미러가 아니어서 연결을 막았습니다. 허용된 미러: {names}.',
      en: '`{host}` is not an allowed package mirror, so the connection was refused. Allowed: {names}.',
    },
  },
  port: {
    fault: 'submission',
    status: 403,
    text: {
      ko: '패키지 미러 `{host}` 서버의 {port}번 포트는 허용되지 않아 연결을 막았습니다.',
      en: 'Port {port} of the package mirror `{host}` is not allowed, so the connection was refused.',
    },
  },
  tls: {
    fault: 'submission',
    status: 403,
    text: {
      ko: '`{host}` 서버로 가는 연결이 서버 이름을 밝히는 TLS로 시작하지 않아 끊었습니다.',
      en: 'The connection to `{host}` did not begin with TLS that names its server, so it was cut.',
    },
  },
  serverName: {
    fault: 'submission',
    status: 403,
    text: {
      ko: '`{host}` 서버로 연결해 놓고 TLS에서는 `{name}` 서버를 요청해 연결을 끊었습니다.',
      en: 'The connection to `{host}` asked for `{name}` inside TLS, so it was cut.',
    },
  },
  download: {
    fault: 'submission',
    status: 403,
    text: {
      ko: '패키지를 내려받은 양이 한도인 {bytes} 바이트를 넘어 `{host}` 연결을 끊었습니다.',
      en: 'More than the limit of {bytes} bytes was downloaded, so the connection to `{host}` was cut.',
    },
  },
  upload: {
    fault: 'submission',
    status: 403,
    text: {
      ko: '패키지 미러로 보낸 양이 한도인 {bytes} 바이트를 넘어 `{host}` 연결을 끊었습니다.',
      en: 'More than the limit of {bytes} bytes was sent to mirrors, so the connection to `{host}` was cut.',
    },
  },
  busy: {
    fault: 'submission',
    status: 503,
    text: {
      ko: '패키지 미러로 가는 연결이 한도인 {count}개를 넘어 `{host}` 연결을 막았습니다.',
      en: 'More than {count} connections to mirrors were open, so the one to `{host}` was refused.',
    },
  },
  name: {
    fault: 'machine',
    status: 502,
    text: {
      ko: '패키지 미러 `{host}` 서버의 주소를 알아내지 못했습니다: {why}.',
      en: 'The address of the package mirror `{host}` could not be found: {why}.',
    },
  },
  address: {
    fault: 'machine',
    status: 502,
    text: {
      ko: '패키지 미러 `{host}` 서버의 주소 {address} 는 공개된 인터넷의 주소가 아니어서 연결하지 않았습니다.',
      en: 'The package mirror `{host}` has the address {address}, which is not on the open Internet; it was not contacted.',
    },
  },
  connect: {
    fault: 'machine',
    status: 502,
    text: {
      ko: '패키지 미러 `{host}` 서버(주소 {address})에 연결하지 못했습니다: {why}.',
      en: 'The package mirror `{host}` (address {address}) could not be reached: {why}.',
    },
  },
  answer: {
    fault: 'machine',
    status: 502,
    text: {
      ko: '패키지 미러 `{host}` 서버가 제대로 답하지 않았습니다: {why}.',
      en: 'The package mirror `{host}` did not answer properly: {why}.',
    },
  },
} satisfies Record<string, Kind>;

/** Something the gateway did not pass on. */
export interface Refusal {
  id: RefusalId;
  fault: Kind['fault'];
  /** The HTTP status that the client gets. */
  status: number;
  text: Text;
  /** The mirror's name, for failures of the machine; else empty. */
  host: string;
}

const longestValue = 120;

/** A refusal in words; values that student code chose are cut short and lose what is not printable. */
export function refusal(id: RefusalId, values: Readonly<Record<string, string | number>>): Refusal {
  const { fault, status, text }: Kind = kinds[id];
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    name === 'names' ? value : shownOf(value),
  ]);
  return {
    id,
    fault,
    status,
    text: fillText(text, Object.fromEntries(shown)),
    host: String(values.host ?? ''),
  };
}

/** What a package manager shows: the first line is the reason phrase, which apt prints, so it has to be short ASCII. */
export function reasonPhrase({ id }: Refusal): string {
  return `drydock package gateway: ${phrases[id]}`;
}

const phrases: Record<RefusalId, string> = {
  form: 'not a proxy request',
  method: 'method not allowed',
  body: 'no request bodies',
  host: 'not an allowed package mirror',
  port: 'port not allowed',
  tls: 'not TLS with a server name',
  serverName: 'other server name inside TLS',
  download: 'download limit reached',
  upload: 'upload limit reached',
  busy: 'too many connections',
  name: 'mirror name not found',
  address: 'mirror address not public',
  connect: 'mirror not reachable',
  answer: 'mirror did not answer',
};

function shownOf(value: string | number): string {
  const text = String(value)
    .replace(/[^\x20-\x7e]/g, '?')
    .replaceAll('`', "'");
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
