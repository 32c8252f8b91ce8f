// Two minutes before a session ends for want of use, its page asks whether somebody is there; one press goes on (WCAG 2.2.1).
// Windows of one browser tell each other. When the time is over, what was typed into a draft is sent to be kept, what was typed
// elsewhere is sent to be given back, and the page gives way to the one for signing in: nobody reads it over an empty chair.
// Without this script the server does the same with what is sent too late.
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
  // The clock of the device may be wrong: only how long it runs counts.
  const tell = (seconds, end) => {
    const told = { ends: Date.now() + seconds * 1000, last: end };
    set(told);
    // Where nothing may be stored, each window counts for itself.
    try { localStorage.setItem(OTHERS, JSON.stringify(told)); } catch { }
  };
  // The last form that somebody typed into, unless it has kept everything itself (editor.js).
  const unsent = () => typed?.isConnected && !('saved' in typed.dataset);
  // What was typed comes back: to a client from every form, to staff from those of the workplace. None is carried out.
  const returned = () => unsent() && typed.getAttribute('action')?.startsWith(box.dataset.givesBack) && typed;
  const send = (form) => HTMLFormElement.prototype.submit.call(form);
  const leave = () => {
    over = true;
    const form = returned();
    if (keep) send(keep);
    else if (form) {
      form.insertAdjacentHTML('beforeend', '<input type="hidden" name="late-by-itself" value="yes">');
      send(form);
      // Who comes back to this page by the browser's history sends the form themselves.
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
      // Another window may have gone on unheard; whether the session is over is for the server to say, asked every second.
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
