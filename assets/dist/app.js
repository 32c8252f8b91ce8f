(() => {
'use strict';
const all = (selector) => [...document.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const summary = one('[data-error-summary]');
if (summary) summary.focus();
document.addEventListener('submit', (event) => {
const form = event.target;
if (form.dataset.sent) { event.preventDefault(); return; }
if (form.method === 'post') form.dataset.sent = 'yes';
});
addEventListener('pageshow', () => all('form[data-sent]').forEach((form) => delete form.dataset.sent));
const typing = (element) => element.closest('input, textarea, select, [contenteditable]');
document.addEventListener('keydown', (event) => {
if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
const form = event.target.closest('form');
if (form) { event.preventDefault(); form.requestSubmit(); }
}
});
const workplace = one('[data-shortcuts]');
if (!workplace) return;
const KEY = 'durvis-shortcuts';
let off = false;
try { off = localStorage.getItem(KEY) === 'off'; } catch { /* storage may be refused */ }
const switcher = one('[data-shortcuts-switch]');
const show = () => { if (switcher) { switcher.hidden = false; switcher.setAttribute('aria-pressed', String(!off)); } };
if (switcher) switcher.addEventListener('click', () => {
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
if (target) target.focus();
};
const press = (name) => {
const target = one(`[data-key="${name}"]`);
if (!target) return;
if (target.matches('input, select, textarea')) target.focus();
else if (target.matches('details')) { target.open = !target.open; target.querySelector('summary').focus(); }
else if (target.matches('fieldset, section')) { const field = target.querySelector('input, select, textarea'); if (field) field.focus(); }
else target.click();
};
document.addEventListener('keydown', (event) => {
if (off || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
if (key === 'j') move(1);
else if (key === 'k') move(-1);
else if (['g', 'r', 'n', '/', '?'].includes(key)) press(key);
else return;
event.preventDefault();
});
})();
