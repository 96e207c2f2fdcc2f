import { expect, test } from 'vitest';
import { changesPrompt } from './habits.ts';

test.each<[string, boolean]>([
  ["PS1='$ '", true],
  ['unset PROMPT_COMMAND; docker ps', true],
  ['source ~/.bashrc', true],
  ["docker exec -it -e PS1='mine> ' box sh", false],
  ['vi ~/.bashrc', false],
  ['sudo nano /etc/profile', false],
  ['cat > ~/.profile', false],
])('whether the shell’s prompt may be another one afterwards: %s', (text, may) => {
  expect(changesPrompt(text)).toBe(may);
});
