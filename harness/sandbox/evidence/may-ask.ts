/** Programs and words of the shell that ask nothing of a daemon. A name that is not here may be an alias or a script. */
const silent = new Set(
  (
    'curl sleep wait echo printf cat tee ls cd pwd mkdir touch rm cp mv grep egrep awk sed cut tr sort uniq head tail wc ' +
    'date seq read kill jobs fg bg true false test [ [[ : export unset set ping nc hostname whoami exit break continue'
  ).split(' '),
);
/** What may stand before a command. */
const keywords = new Set('while until for if then elif else do done fi time ! {'.split(' '));
const quotes = /'[^']*'|"(?:\\.|[^"\\])*"/g;

/** Whether a command may ask something of the Docker daemon, directly or by what it runs. */
export function mayAsk(text: string): boolean {
  if (/docker|unix-socket/.test(text)) return true;
  const typed = text.includes('<<') ? (text.split('\n', 1)[0] ?? '') : text;
  const parts = typed
    .replaceAll('\\\n', ' ')
    .replace(quotes, 'x')
    .split(/[|;&\n(){}`]+|\$\(/);
  return parts.some((part) => {
    const words = part
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '' && !/^[A-Za-z_]\w*=/.test(word));
    if (words[0] === 'for') return false;
    const name = words.find((word) => !keywords.has(word));
    return name !== undefined && !silent.has(name) && !/^\d*[<>]/.test(name);
  });
}
