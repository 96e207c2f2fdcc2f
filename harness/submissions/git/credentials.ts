/** Who an address says may read it. Never a word of a command: those are shown to every user of the machine. */
export interface Credentials {
  /** The only server that is told them: `https://example.org:8443`. */
  readonly origin: string;
  readonly user: string;
  readonly password: string;
}

const variables = { user: 'DRYDOCK_GIT_USER', password: 'DRYDOCK_GIT_PASSWORD' } as const;
/** A helper as gitcredentials(7) has it: it answers git from its own environment, which is for nobody else. */
const helper = `!printf 'username=%s\\npassword=%s\\n' "$${variables.user}" "$${variables.password}"; :`;

/**
 * Parts user and password from an address that people wrote; undefined where it has none. A token alone is a user with
 * an empty password. Null for what git's line-wise protocol could not carry.
 */
export function credentialsIn({ origin, username, password }: URL): Credentials | undefined | null {
  if (username === '' && password === '') return undefined;
  try {
    const [user, secret] = [username, password].map(decodeURIComponent) as [string, string];
    return /\p{Cc}/u.test(user + secret) ? null : { origin, user, password: secret };
  } catch {
    return null;
  }
}

/** The setting with which git asks for them, and the environment that holds them. */
export function offered(credentials: Credentials | undefined): {
  settings: string[];
  environment: NodeJS.ProcessEnv;
} {
  if (credentials === undefined) return { settings: [], environment: {} };
  const { origin, user, password } = credentials;
  return {
    settings: [`credential.${origin}.helper=${helper}`],
    environment: { [variables.user]: user, [variables.password]: password },
  };
}
