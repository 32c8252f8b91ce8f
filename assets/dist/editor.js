(() => {
'use strict';
const editor = document.querySelector('[data-autosave]');
if (!editor) return;
const line = document.querySelector('[data-autosave-status]');
let timer, busy, dirty, stopped, pressed;
const say = (text, trouble, href) => {
line.textContent = text + ' ';
line.parentNode.toggleAttribute('data-trouble', trouble);
if (!href) return;
const link = document.createElement('a');
link.href = href;
link.textContent = editor.dataset.choose;
line.append(link);
};
const tell = (notes) => document.querySelectorAll('[data-finding]').forEach((place) => {
const note = notes[place.dataset.finding];
if (note && place.hidden) place.closest('details')?.setAttribute('open', '');
place.hidden = !note;
place.textContent = note ? note.text : '';
place.dataset.severity = note ? note.severity : '';
});
const save = async (leaving) => {
clearTimeout(timer);
if (busy || stopped || !dirty) return;
busy = true;
dirty = false;
let pause = 1000;
try {
const body = new URLSearchParams(new FormData(editor));
const answer = await fetch(editor.dataset.autosave, { method: 'POST', body, keepalive: leaving === true });
const told = await answer.json();
if (!told.text) throw told;
stopped = told.refused;
say(told.text, !!stopped, stopped);
if (!stopped) {
editor.elements.revision.value = told.revision;
tell(told.notes);
if (!dirty) editor.dataset.saved = '';
}
} catch {
dirty = true;
say(editor.dataset.failed, true);
pause = 5000;
}
busy = false;
if (pressed) editor.requestSubmit(pressed.button);
else if (dirty) timer = setTimeout(save, pause);
};
editor.addEventListener('input', () => { dirty = true; delete editor.dataset.saved; clearTimeout(timer); timer = setTimeout(save, 1000); });
editor.addEventListener('submit', (event) => {
clearTimeout(timer);
if (!busy) { dirty = false; return; }
pressed = { button: event.submitter };
event.preventDefault();
event.stopPropagation();
});
document.addEventListener('visibilitychange', () => { if (document.hidden) save(true); });
addEventListener('beforeunload', (event) => { if (dirty || busy) event.preventDefault(); });
})();
