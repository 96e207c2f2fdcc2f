/** What query values may say. Each key of a route has one of these. */
import { networkName } from './host-config.ts';
import { parseJson } from './json-body.ts';
import { name } from './mounts.ts';
import { ulimits } from './resources.ts';
import { listOf, mapOf, matching, objectOf, oneOf, type Rule, rule, text, unset } from './rule.ts';

/** A rule for the values of one query key. */
export interface QueryRule extends Rule {
  /** True when the key may stand in the query more than once; Docker reads the first or all, never a mixture. */
  repeats?: boolean;
  /** The value as it is passed on, where that is not the student's own spelling. */
  rewrite?: (value: string) => string;
}
export type QueryRules = Readonly<Record<string, QueryRule>>;

const valueCap = 16_384;
/** Free text for the engine to judge: its own error is the better lesson. No NUL, no line breaks. */
const line: QueryRule = rule(
  'one line of text',
  'query-value',
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  (value) => typeof value === 'string' && value.length <= valueCap && !/[\0-\x08\x0a-\x1f\x7f]/.test(value),
);
const word: QueryRule = matching(
  'letters, digits, `.`, `_`, `:`, `+`, `-`',
  /^[\w.:+-]{1,256}$/,
  'query-value',
);
const whole: QueryRule = matching('a whole number', /^-?\d{1,15}$/, 'query-value');
const document: QueryRule = { ...text, about: 'text' };
const list: QueryRule = { ...line, repeats: true };

/** Text that holds JSON: read as strictly as a body, and judged by the same rules. */
function json(inner: Rule): QueryRule {
  return {
    about: `JSON: ${inner.about}`,
    check(value, at) {
      if (value === '' || typeof value !== 'string') return null;
      const { value: parsed, refusal } = parseJson(value);
      return refusal ?? inner.check(parsed, at);
    },
    rewrite: (value) => (value === '' ? value : JSON.stringify(JSON.parse(value))),
  };
}

const exporter = objectOf({
  Type: oneOf(
    ['local', 'tar', 'moby'],
    'build-output',
    'Use `--load`, which is the default, or `--output DIR`.',
  ),
  Attrs: mapOf(text),
});
const network = matching(
  'a network by name, not `host`, or `container:<name>`',
  new RegExp(`^(?!host$)(container:)?${name}$`, 'i'),
  'build-network',
  'Build without `--network host`.',
);

export const query = { line, word, whole, list, document, network: networkName as QueryRule };

/** The query of `POST /build`: most of what a build may do stands here, not in a body. */
export const buildQuery: QueryRules = {
  t: list,
  dockerfile: line,
  target: line,
  platform: line,
  q: word,
  nocache: word,
  rm: word,
  forcerm: word,
  pull: word,
  squash: word,
  version: oneOf(['1', '2'], 'build-version'),
  buildid: word,
  session: word,
  remote: oneOf(
    // The second is BuildKit's word for an archive in stdin, in clients before 23.0; it comes as a request of its own.
    ['client-session', 'upload-request'],
    'build-remote',
    'Download the build context into a folder and build that.',
  ),
  networkmode: network,
  cgroupparent: unset('cgroup-parent'),
  securityopt: unset('security-option'),
  isolation: oneOf(['default'], 'runtime'),
  extrahosts: list,
  memory: whole,
  memswap: whole,
  cpushares: whole,
  cpuperiod: whole,
  cpuquota: whole,
  cpusetcpus: line,
  cpusetmems: line,
  shmsize: matching('a whole number up to 268435456 (256 MiB)', /^0*([12]?\d{0,8})$/, 'shm-size'),
  ulimits: json(ulimits),
  buildargs: json(mapOf(text)),
  labels: json(mapOf(text)),
  cachefrom: json(listOf(text)),
  outputs: json(listOf(exporter)),
};
