/** The Docker Engine API that the sandbox offers, as data: what is not here is refused. */
import type { BodyRule } from './body-rules.ts';
import { buildQuery, type QueryRules, query } from './query-rules.ts';
import { matching, oneOf } from './rule.ts';

/** What kind of stream a call is, for whoever has to end it. `other` answers once and ends by itself. */
export type StreamKind =
  | 'attach'
  | 'exec'
  | 'logs'
  | 'events'
  | 'stats'
  | 'wait'
  | 'build'
  | 'transfer'
  | 'other';

export interface Route {
  methods: readonly string[];
  /** Docker's own notation; `{name}` is one path segment, `{ref}` may hold slashes as image references do. */
  path: string;
  query: QueryRules;
  /** A JSON body by its rule, or `bytes` for an archive that is passed on as a stream. */
  body: BodyRule | 'bytes';
  /** The protocol that the connection may be upgraded to. */
  upgrade: 'tcp' | 'h2c' | null;
  kind: StreamKind;
}

type Extra = Partial<Pick<Route, 'query' | 'body' | 'upgrade' | 'kind'>>;

const route = (methods: string, path: string, extra: Extra = {}): Route => ({
  methods: methods.split(' '),
  path,
  query: {},
  body: 'none',
  upgrade: null,
  kind: 'other',
  ...extra,
});
const { line, word, whole, list, document } = query;
const listed = { filters: document };
const transfer = { kind: 'transfer' } as const;
const upload = { kind: 'transfer', body: 'bytes' } as const;
const keys = { detachKeys: line };
const importSource = oneOf(['-'], 'import-url', 'Import a file of yours: `docker import FILE NAME`.');
const processArguments = matching('arguments of ps', /^[\w ,.:=+%-]{0,200}$/, 'query-value');

const container = '/containers/{name}';
const containers: Route[] = [
  route('GET', '/containers/json', {
    query: { all: word, limit: whole, size: word, before: line, since: line, ...listed },
  }),
  route('POST', '/containers/create', { query: { name: line, platform: line }, body: 'containerCreate' }),
  route('POST', '/containers/prune', { query: listed }),
  route('GET', '/containers/{ref}/json', { query: { size: word } }),
  route('GET', `${container}/top`, { query: { ps_args: processArguments } }),
  route('GET', `${container}/logs`, {
    query: {
      follow: word,
      stdout: word,
      stderr: word,
      since: word,
      until: word,
      timestamps: word,
      tail: word,
      details: word,
    },
    kind: 'logs',
  }),
  route('GET', `${container}/changes`),
  route('GET', `${container}/export`, transfer),
  route('GET', `${container}/stats`, { query: { stream: word, 'one-shot': word }, kind: 'stats' }),
  route('GET HEAD', `${container}/archive`, { query: { path: line }, ...transfer }),
  route('PUT', `${container}/archive`, {
    query: { path: line, noOverwriteDirNonDir: word, copyUIDGID: word },
    ...upload,
  }),
  route('POST', `${container}/start`, { query: keys }),
  route('POST', `${container}/stop`, { query: { t: whole, signal: word } }),
  route('POST', `${container}/restart`, { query: { t: whole, signal: word } }),
  route('POST', `${container}/kill`, { query: { signal: word } }),
  route('POST', `${container}/pause`),
  route('POST', `${container}/unpause`),
  route('POST', `${container}/rename`, { query: { name: line } }),
  route('POST', `${container}/resize`, { query: { h: whole, w: whole } }),
  route('POST', `${container}/wait`, { query: { condition: word }, kind: 'wait' }),
  route('POST', `${container}/update`, { body: 'containerUpdate' }),
  route('POST', `${container}/attach`, {
    query: { logs: word, stream: word, stdin: word, stdout: word, stderr: word, ...keys },
    upgrade: 'tcp',
    kind: 'attach',
  }),
  route('POST', `${container}/exec`, { body: 'execCreate' }),
  route('DELETE', '/containers/{name}', { query: { v: word, force: word, link: word } }),
  route('POST', '/exec/{name}/start', { body: 'execStart', upgrade: 'tcp', kind: 'exec' }),
  route('POST', '/exec/{name}/resize', { query: { h: whole, w: whole } }),
  route('GET', '/exec/{name}/json'),
];

const images: Route[] = [
  route('GET', '/images/json', {
    query: { all: word, digests: word, 'shared-size': word, manifests: word, filter: line, ...listed },
  }),
  route('GET', '/images/get', { query: { names: list, platform: line }, ...transfer }),
  route('GET', '/images/{ref}/get', { query: { platform: line }, ...transfer }),
  route('GET', '/images/{ref}/json', { query: { manifests: word, platform: line } }),
  route('GET', '/images/{ref}/history', { query: { platform: line } }),
  route('POST', '/images/create', {
    query: {
      fromImage: line,
      fromSrc: importSource,
      repo: line,
      tag: line,
      platform: line,
      message: line,
      changes: list,
    },
    ...upload,
  }),
  route('POST', '/images/load', { query: { quiet: word, platform: line }, ...upload }),
  route('POST', '/images/{ref}/tag', { query: { repo: line, tag: line } }),
  route('DELETE', '/images/{ref}', { query: { force: word, noprune: word, platforms: list } }),
  route('POST', '/images/prune', { query: listed }),
  route('POST', '/commit', {
    query: {
      container: line,
      repo: line,
      tag: line,
      comment: line,
      author: line,
      pause: word,
      changes: list,
    },
    body: 'commit',
  }),
  route('POST', '/build', { query: buildQuery, body: 'bytes', kind: 'build' }),
  route('POST', '/build/prune', {
    query: {
      all: word,
      'keep-storage': whole,
      'reserved-space': whole,
      'max-used-space': whole,
      'min-free-space': whole,
      ...listed,
    },
  }),
  route('POST', '/build/cancel', { query: { id: word } }),
  route('POST', '/session', { upgrade: 'h2c', kind: 'build' }),
  route('POST', '/grpc', { upgrade: 'h2c', kind: 'build' }),
];

const others: Route[] = [
  route('GET HEAD', '/_ping'),
  route('GET', '/version'),
  route('GET', '/info'),
  route('GET', '/events', { query: { since: word, until: word, ...listed }, kind: 'events' }),
  route('GET', '/system/df', { query: { type: list, verbose: word } }),
  route('GET', '/networks', { query: listed }),
  route('GET', '/networks/{ref}', { query: { verbose: word, scope: word } }),
  route('POST', '/networks/create', { body: 'networkCreate' }),
  route('POST', '/networks/prune', { query: listed }),
  route('POST', '/networks/{name}/connect', { body: 'networkConnect' }),
  route('POST', '/networks/{name}/disconnect', { body: 'networkDisconnect' }),
  route('DELETE', '/networks/{name}'),
  route('GET', '/volumes', { query: listed }),
  route('GET', '/volumes/{ref}', {}),
  route('POST', '/volumes/create', { body: 'volumeCreate' }),
  route('POST', '/volumes/prune', { query: listed }),
  route('DELETE', '/volumes/{name}', { query: { force: word } }),
  // `docker inspect NAME` asks for a plugin last of all; only the engine's own 404 makes it say "No such object".
  route('GET', '/plugins/{ref}/json'),
];

export const routes: readonly Route[] = [...others, ...containers, ...images];
