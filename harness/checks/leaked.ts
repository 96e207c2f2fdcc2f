import { basename } from 'node:path/posix';
import type { LayerEntry } from '../docker/index.ts';

/** What a `COPY . .` took along that does not belong into an image; absolute paths, a folder for all that is in it. */
export interface Leaked {
  /** Passwords and keys: whoever has the image can read them. */
  secrets: string[];
  /** What the app does not need, or what a build makes anew: the repository, packages, the exercise's own script. */
  ballast: string[];
}

const secret = /^(\.env(\..+)?|.+\.(pem|key|p12|pfx)|id_(rsa|dsa|ecdsa|ed25519)|\.npmrc|\.netrc|\.pgpass)$/i;
/** `.env.example` is there to be shared, and a certificate or a public key is no secret. */
const harmless = /\.(example|sample|template|dist|pub)$|^(cert|ca|fullchain|chain|public).*\.pem$/i;
const ballast = /^(\.git|node_modules|solution\.sh)$/;

/** Looks for what should have stayed out among the things that a copy put into a layer. */
export function leakedAmong(entries: readonly LayerEntry[]): Leaked {
  const found: Leaked = { secrets: [], ballast: [] };
  const files = entries.filter(({ kind }) => kind === 'file');
  for (const { path, kind } of entries.filter(({ kind }) => kind === 'file' || kind === 'folder')) {
    const inside = found.ballast.some((folder) => path.startsWith(`${folder}/`));
    const name = basename(path);
    if (inside) continue;
    // A folder that holds no file of this layer was only passed through.
    if (ballast.test(name) && files.some((file) => file.path === path || file.path.startsWith(`${path}/`)))
      found.ballast.push(path);
    else if (kind === 'file' && secret.test(name) && !harmless.test(name)) found.secrets.push(path);
  }
  return found;
}
