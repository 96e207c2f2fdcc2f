import type { Text } from '../text.ts';
import { limitKinds, limitText } from './aftermath/index.ts';
import { downFailure } from './host/index.ts';
import { defaultLimits } from './limits.ts';

/** What the sandbox says to students by itself, as said of line 3: of limits reached, and of a daemon left down. */
export function sandboxTexts(): { limits: [id: string, text: Text][]; down: [id: string, text: Text][] } {
  const words = 'unable to configure the Docker daemon with file /etc/docker/daemon.json: invalid character';
  const down = (['stopped', 'failed'] as const).map((how) => downFailure({ how, line: 3, words }).said);
  return {
    limits: limitKinds.map((kind) => [kind, limitText(kind, defaultLimits, 3)]),
    down: down.map(({ id, text }) => [id, text]),
  };
}
