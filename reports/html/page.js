// The page's own script: search, filter, sort, language, theme, keys, and unfolding. Runs in the reader's browser.
const root = document.documentElement;
const list = document.getElementById('list');
const search = document.getElementById('search');
const filter = document.getElementById('filter');
const sort = document.getElementById('sort');
const students = [...list.children];

/** What is packed was escaped when the page was made, so it may become a part of it. */
async function unpack(place) {
  const packed = place?.dataset.gzip;
  if (packed === undefined) return;
  delete place.dataset.gzip;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  place.innerHTML = await new Response(stream).text();
}

function show() {
  const typed = search.value.trim().toLowerCase();
  for (const student of students) {
    const { name, state } = student.dataset;
    const chosen =
      filter.value === 'all' || state === filter.value || (filter.value === 'some' && state === 'broken');
    student.hidden = !(chosen && name.includes(typed));
  }
}

function order() {
  const by = {
    name: (one, other) => one.dataset.name.localeCompare(other.dataset.name),
    lowest: (one, other) => one.dataset.score - other.dataset.score,
    highest: (one, other) => other.dataset.score - one.dataset.score,
  }[sort.value];
  list.append(...students.toSorted(by));
}

function speak(language) {
  root.dataset.language = language;
  root.lang = language;
  for (const option of document.querySelectorAll('option')) option.textContent = option.dataset[language];
}

function turn() {
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

function step(by) {
  const visible = [...list.children].filter(({ hidden }) => !hidden);
  const now = visible.indexOf(document.activeElement?.closest('.student'));
  const next = visible[Math.max(0, Math.min(visible.length - 1, now + by))];
  next?.querySelector('summary').focus();
}

const keys = {
  '/': () => search.focus(),
  j: () => step(1),
  k: () => step(-1),
  l: () => speak(root.dataset.language === 'ko' ? 'en' : 'ko'),
  d: turn,
};

search.addEventListener('input', show);
filter.addEventListener('change', show);
sort.addEventListener('change', order);
document.getElementById('language').addEventListener('click', keys.l);
document.getElementById('theme').addEventListener('click', turn);
list.addEventListener('toggle', ({ target }) => target.open && unpack(target.querySelector('.packed')), true);
document.addEventListener('keydown', (event) => {
  const typing = event.target.matches('input, select');
  if (typing && event.key === 'Escape') event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
for (const link of document.querySelectorAll('.heat a'))
  link.addEventListener('click', () => {
    document.getElementById(link.hash.slice(1)).open = true;
  });
