// Leaving a page at once. Without script the link does the same, one page load later.
(() => {
  const link = document.querySelector('.exit');
  const told = document.getElementById('exit-told');
  let presses = 0;
  let first = 0;

  async function leave() {
    document.documentElement.classList.add('left');
    document.title = ' ';
    try { sessionStorage.clear(); } catch { /* storage is switched off: nothing was kept */ }
    // The session is ended on the way out, but a slow or lost network does not hold anyone here.
    const ended = fetch(link.href, { redirect: 'manual', keepalive: true, cache: 'no-store' }).catch(() => {});
    await Promise.race([ended, new Promise(done => setTimeout(done, 800))]);
    location.replace(link.dataset.to);
  }

  document.addEventListener('click', event => {
    const pressed = event.target.closest('a');
    if (pressed && pressed.pathname === '/exit' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      leave();
    }
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Shift') { presses = 0; return; }
    if (event.repeat) return;
    if (presses === 0 || event.timeStamp - first > 5000) { presses = 0; first = event.timeStamp; }
    presses += 1;
    if (presses === 3) { leave(); return; }
    if (told) told.textContent = presses === 2 ? 'Press Shift once more to exit.' : 'Press Shift twice more to exit.';
  });

  // A page the browser kept in memory may show what somebody else left: load it anew.
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
})();
