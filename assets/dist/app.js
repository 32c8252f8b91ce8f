(() => {
'use strict';
const all = (selector) => [...document.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
one('[data-error-summary], [data-attention]')?.focus();
document.addEventListener('submit', (event) => {
const form = event.target;
if (form.dataset.sent) { event.preventDefault(); return; }
if (form.method === 'post') form.dataset.sent = 'yes';
});
addEventListener('pageshow', () => all('form[data-sent]').forEach((form) => delete form.dataset.sent));
document.addEventListener('keydown', (event) => {
if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
const form = event.target.closest('form');
if (form) { event.preventDefault(); form.requestSubmit(); }
}
});
all('[data-suggest]').forEach((box) => {
const list = document.createElement('ul');
let active = -1, asked = 0, timer;
list.id = `${box.id}-list`; list.className = 'dv-suggest'; list.hidden = true;
const set = (values) => Object.entries(values).forEach(([name, value]) => box.setAttribute(name, value));
list.setAttribute('role', 'listbox'); list.setAttribute('aria-label', box.dataset.suggestLabel);
set({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id });
box.form.append(list);
const close = () => { list.hidden = true; active = -1; set({ 'aria-expanded': 'false' }); box.removeAttribute('aria-activedescendant'); };
const mark = (next) => {
const lines = [...list.children];
active = (next + lines.length) % lines.length;
lines.forEach((line, place) => line.setAttribute('aria-selected', String(place === active)));
set({ 'aria-activedescendant': lines[active].id });
};
const ask = async () => {
const turn = ++asked;
if (box.value.trim().length < 2) { close(); return; }
try {
const found = await (await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(box.value)}`)).json();
if (turn !== asked) return;
close();
list.replaceChildren(...found.map(({ title, href }, place) => {
const line = document.createElement('li');
line.id = `${list.id}-${place}`; line.setAttribute('role', 'option'); line.textContent = title; line.dataset.href = href;
return line;
}));
if (found.length && document.activeElement === box) { list.hidden = false; set({ 'aria-expanded': 'true' }); }
} catch { close(); }
};
box.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
box.addEventListener('blur', () => { asked++; close(); });
list.addEventListener('pointerdown', (event) => event.preventDefault());
list.addEventListener('click', (event) => { const line = event.target.closest('li'); if (line) location.assign(line.dataset.href); });
box.addEventListener('keydown', (event) => {
if (list.hidden) return;
if (event.key === 'ArrowDown') mark(active + 1);
else if (event.key === 'ArrowUp') mark(active < 0 ? -1 : active - 1);
else if (event.key === 'Escape') close();
else if (event.key === 'Enter' && active >= 0) location.assign(list.children[active].dataset.href);
else return;
event.preventDefault();
});
});
const opened = one('[data-opened]');
if (opened) {
const fill = () => { try { opened.value = sessionStorage.getItem(location.search) || ''; } catch { /* then it is not told */ } };
document.addEventListener('click', (event) => {
const line = event.target.closest('[data-code]');
if (line) try { sessionStorage.setItem(location.search, line.dataset.code); } catch { /* then it is not told */ }
});
addEventListener('pageshow', fill);
}
const locate = one('[data-locate]');
if (locate && navigator.geolocation) {
locate.hidden = false;
locate.addEventListener('submit', (event) => {
if (locate.elements.latitude.value) return;
event.preventDefault();
navigator.geolocation.getCurrentPosition(({ coords }) => {
locate.elements.latitude.value = coords.latitude.toFixed(3);
locate.elements.longitude.value = coords.longitude.toFixed(3);
delete locate.dataset.sent;
locate.requestSubmit();
}, () => { delete locate.dataset.sent; locate.querySelector('[data-refused]').hidden = false; });
});
}
const more = one('.dv-more');
if (more) {
addEventListener('click', ({ target }) => { more.open &&= more.contains(target); });
more.addEventListener('keydown', ({ key }) => { if (key === 'Escape') { more.open = false; more.firstChild.focus(); } });
}
const workplace = one('[data-shortcuts]');
if (!workplace) return;
const KEY = 'durvis-shortcuts';
let off = false;
try { off = localStorage.getItem(KEY) === 'off'; } catch { /* storage may be refused */ }
const switcher = one('[data-shortcuts-switch]');
const show = () => { if (switcher) { switcher.hidden = false; switcher.setAttribute('aria-pressed', String(!off)); } };
switcher?.addEventListener('click', () => {
off = !off;
try { localStorage.setItem(KEY, off ? 'off' : 'on'); } catch { /* lasts for this page then */ }
show();
});
show();
const rows = () => all('[data-row]');
const link = (row) => row && row.querySelector('a[href]');
const move = (step) => {
const list = rows();
if (!list.length) return;
const current = list.findIndex((row) => row.contains(document.activeElement));
const next = current < 0 ? (step > 0 ? 0 : list.length - 1) : Math.max(0, Math.min(list.length - 1, current + step));
const target = link(list[next]);
target?.focus();
};
const press = (name) => {
const target = one(`[data-key="${name}"]`);
if (!target) return;
if (target.matches('input, select, textarea')) target.focus();
else if (target.matches('details, form')) {
if (target.matches('details')) target.open = true;
target.querySelector('input:not([type=hidden]), select, textarea, button')?.focus();
} else target.click();
};
document.addEventListener('keydown', (event) => {
if (off || one('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) return;
if (event.target.closest('input, textarea, select, [contenteditable]')) return;
const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
if (key === 'j') move(1);
else if (key === 'k') move(-1);
else if (['g', 'r', 'i', 't', 'd', 'a', 'n', '/', '?'].includes(key)) press(key);
else return;
event.preventDefault();
});
})();
