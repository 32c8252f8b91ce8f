(() => {
'use strict';
const box = document.querySelector('[data-session]');
if (!box?.showModal) return;
const WARNING = 120;
const part = (name) => box.querySelector(`[data-session-${name}]`);
const words = [...part('words').children];
const keep = document.querySelector('form[data-keep]');
const OTHERS = 'durvis-session';
let ends = 0, last, aside, asking, over, typed = document.querySelector('form[data-typed]');
const left = () => Math.ceil((ends - Date.now()) / 1000);
const set = (told) => {
({ ends, last } = told);
aside = false;
if (box.open && left() > WARNING) box.close();
};
const tell = (seconds, end) => {
const told = { ends: Date.now() + seconds * 1000, last: end };
set(told);
try { localStorage.setItem(OTHERS, JSON.stringify(told)); } catch { }
};
const unsent = () => typed?.isConnected && !('saved' in typed.dataset);
const returned = () => unsent() && typed.getAttribute('action')?.startsWith(box.dataset.givesBack) && typed;
const send = (form) => HTMLFormElement.prototype.submit.call(form);
const leave = () => {
over = true;
const form = returned();
if (keep) send(keep);
else if (form) {
form.insertAdjacentHTML('beforeend', '<input type="hidden" name="late-by-itself" value="yes">');
send(form);
form.lastElementChild.remove();
} else {
const { over: address, return: back } = box.dataset;
location.assign(`${address}?return=${encodeURIComponent(back)}&ended=${unsent() ? 'unsent' : 'yes'}`);
}
};
const ask = async () => {
const answer = await fetch(box.dataset.session, { headers: { accept: 'application/json' } });
if (answer.status === 401) return leave();
if (!answer.ok) throw Error(answer.status);
const now = await answer.json();
tell(now.seconds, now.last);
};
const stay = async () => {
try {
if (!last) await ask();
aside = left() <= WARNING;
box.close();
} catch { part('failed').hidden = false; }
};
const show = () => {
const back = !keep && returned();
const shown = { kept: keep, lost: !keep && unsent() && !back, returned: back, more: !last, last };
for (const name in shown) part(name).hidden = !shown[name];
part('failed').hidden = true;
box.showModal();
};
const look = async () => {
const seconds = left();
if (over || asking) return;
if (seconds < 0) {
asking = true;
await ask().catch(() => {});
asking = false;
return;
}
if (seconds > WARNING || aside) return;
const line = words.filter((one) => one.dataset.seconds >= seconds).pop()?.textContent;
if (line && part('left').textContent !== line) part('left').textContent = line;
if (!box.open) show();
};
document.addEventListener('input', (event) => { typed = event.target.closest('form[method=post]') ?? typed; });
part('stay').addEventListener('click', stay);
box.addEventListener('cancel', (event) => { event.preventDefault(); stay(); });
document.addEventListener('visibilitychange', look);
window.addEventListener('storage', ({ key, newValue }) => {
const told = key === OTHERS && JSON.parse(newValue);
if (told?.ends > ends) set(told);
});
tell(Number(box.dataset.seconds), 'last' in box.dataset);
setInterval(look, 1000);
})();
