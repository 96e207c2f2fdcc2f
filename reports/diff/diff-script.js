// The page's own script: search, language and theme. Runs in the reader's browser.
const root = document.documentElement;
const search = document.getElementById('search');
const changes = [...document.querySelectorAll('.change')];

search.addEventListener('input', () => {
  const typed = search.value.trim().toLowerCase();
  for (const change of changes) change.hidden = !change.dataset.name.includes(typed);
});

function speak() {
  root.lang = root.dataset.language === 'ko' ? 'en' : 'ko';
  root.dataset.language = root.lang;
}

function turn() {
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

document.getElementById('language').addEventListener('click', speak);
document.getElementById('theme').addEventListener('click', turn);
