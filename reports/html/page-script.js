// The page's own script: search, filter, sort, language, theme, keys, and unfolding. Runs in the reader's browser.
const root = document.documentElement;
const list = document.getElementById('list');
const search = document.getElementById('search');
const filter = document.getElementById('filter');
const sort = document.getElementById('sort');
const count = document.getElementById('count');
const students = [...list.children];

/** What is packed was escaped when the page was made, so it may become a part of it. */
async function unpack(place) {
  const packed = place?.dataset.gzip;
  if (packed === undefined) return;
  place.ariaBusy = 'true';
  delete place.dataset.gzip;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  place.innerHTML = await new Response(stream).text();
  place.removeAttribute('aria-busy');
}

function show() {
  const typed = search.value.trim().toLowerCase();
  for (const student of students) {
    const { name, state } = student.dataset;
    const chosen = filter.value === 'all' || state.split(' ').includes(filter.value);
    student.hidden = !(chosen && name.includes(typed));
  }
  const shown = students.filter(({ hidden }) => !hidden).length;
  count.textContent = shown === students.length ? String(shown) : `${shown} / ${students.length}`;
}

/** The marks of a timeline as a list, for those who cannot point at them. */
function spell(log) {
  if (log.querySelector('ol')) return;
  const marks = [...log.previousElementSibling.querySelectorAll('rect, circle')];
  const place = (mark) => Number.parseFloat(mark.getAttribute('x') ?? mark.getAttribute('cx'));
  const ordered = marks.toSorted((one, other) => place(one) - place(other));
  const items = ordered.map((mark) => {
    const item = document.createElement('li');
    item.textContent = mark.textContent;
    item.className = mark.getAttribute('class');
    return item;
  });
  const all = document.createElement('ol');
  all.append(...items);
  log.append(all);
}

function unfold() {
  const visible = students.filter(({ hidden }) => !hidden);
  const open = visible.some((student) => !student.open);
  for (const student of visible) student.open = open;
}

/** A link leads to a student, who is unfolded then. */
function follow() {
  const student = document.getElementById(location.hash.slice(1));
  if (!student?.matches('.student')) return;
  student.open = true;
  student.scrollIntoView();
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
list.addEventListener(
  'toggle',
  ({ target }) => {
    if (!target.open) return;
    if (target.matches('.log')) spell(target);
    else unpack(target.querySelector('.packed'));
  },
  true,
);
document.getElementById('unfold').addEventListener('click', unfold);
addEventListener('hashchange', follow);
document.addEventListener('keydown', (event) => {
  const typing = event.target.matches('input, select');
  if (typing && event.key === 'Escape') event.target.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
show();
follow();
