import { noSuchObject } from './no-such-object.ts';
import { quoted, type Refusal, type RefusalId } from './refusal.ts';
import { refusedRoutes } from './refused-routes.ts';
import { type Route, routes } from './routes.ts';

/** A request line that the policy allows, in the one form in which it is passed on. */
export interface RequestTarget {
  route: Route;
  /** Without the version prefix. */
  path: string;
  query: URLSearchParams;
  /** Path and query as the engine gets them: written anew from what was checked. */
  target: string;
}

export type TargetReading = { target: RequestTarget; refusal: null } | { target: null; refusal: Refusal };

/** Node's own header limit is counted in bytes with the headers; this one keeps matching cheap. */
const targetCap = 65_536;
const oldestVersion = 24;
/** Nothing that two readers could resolve differently: no escapes, backslashes, empty or dot segments, controls. */
const ambiguousPath = /[%\\;#\0-\x20\x7f-\uffff]|\/\/|\/\.\.?(\/|$)/;

const segment = '[a-zA-Z0-9][a-zA-Z0-9_.:@-]*';
const matchers = routes.map((route) => ({ route, pattern: patternOf(route.path) }));

function patternOf(path: string): RegExp {
  const pattern = path.replace('{name}', segment).replace('{ref}', `${segment}(?:/${segment})*`);
  return new RegExp(`^${pattern}$`);
}

const refused = (id: RefusalId, what: string, instead?: string): TargetReading => ({
  target: null,
  refusal: { id, what, instead },
});

/** Reads method and request-target of a request and checks route, query keys and query values. */
export function readTarget(method: string, url: string): TargetReading {
  const mark = url.indexOf('?');
  const rawPath = mark < 0 ? url : url.slice(0, mark);
  const rawQuery = mark < 0 ? '' : url.slice(mark + 1);
  if (url.length > targetCap) return refused('target-length', 'a request line longer than 64 KiB');
  if (!rawPath.startsWith('/') || ambiguousPath.test(rawPath)) {
    const what = `the path ${quoted(rawPath)}, which is not in canonical form,`;
    return refusedOrMissing(method, rawPath, { id: 'path-form', what });
  }
  // Go treats `;` as an error or, in old versions, as a separator.
  if (rawQuery.includes(';')) return refused('query-form', 'a semicolon in a query');
  const [, prefix = '', version, path = '/'] = /^(\/v1\.(\d{1,3}))?(\/.*)$/.exec(rawPath) ?? [];
  if (version !== undefined && Number(version) < oldestVersion) {
    return refused('api-version', `Docker API version 1.${version}`, 'Use a Docker client of this decade.');
  }
  const route = routeOf(method, path);
  if (!route) return notOffered(method, path);
  const reading = readQuery(route, new URLSearchParams(rawQuery));
  if (reading.refusal) return { target: null, refusal: reading.refusal };
  const { query } = reading;
  const text = query.toString();
  const target = `${prefix}${path}${text === '' ? '' : `?${text}`}`;
  return { target: { route, path, query, target }, refusal: null };
}

function routeOf(method: string, path: string): Route | undefined {
  return matchers.find(({ route, pattern }) => route.methods.includes(method) && pattern.test(path))?.route;
}

/** A slip in a name gets the answer that Docker gives; everything else is refused. */
function refusedOrMissing(method: string, rawPath: string, refusal: Refusal): TargetReading {
  const path = rawPath.replace(/^\/v1\.\d{1,3}(?=\/)/, '');
  const missing = noSuchObject(path, (plain) => routeOf(method, plain) !== undefined);
  return { target: null, refusal: missing ? { ...refusal, missing } : refusal };
}

function notOffered(method: string, path: string): TargetReading {
  const known = refusedRoutes.find((entry) => entry.path.test(path));
  if (known) return refused('route-refused', known.what, known.instead);
  const what = `the request ${method} ${quoted(path)}`;
  return refusedOrMissing(method, path, { id: 'route-unknown', what });
}

type QueryReading = { query: URLSearchParams; refusal: null } | { query: null; refusal: Refusal };

function readQuery(route: Route, given: URLSearchParams): QueryReading {
  const query = new URLSearchParams();
  for (const [key, value] of given) {
    const rule = Object.hasOwn(route.query, key) ? route.query[key] : undefined;
    const what = `the query key ${quoted(key)}`;
    if (!rule) return unreadable({ id: 'query-key', what });
    if (query.has(key) && !rule.repeats)
      return unreadable({ id: 'query-repeated', what: `${what} given twice` });
    const refusal = rule.check(value, `query ${key}`);
    if (refusal) return unreadable(refusal);
    query.append(key, rule.rewrite?.(value) ?? value);
  }
  return { query, refusal: null };
}

const unreadable = (refusal: Refusal): QueryReading => ({ query: null, refusal });
