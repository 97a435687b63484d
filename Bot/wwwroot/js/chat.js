// The conversation without page loads. Everything here adds to a page that works by itself: htmx posts the form and puts the new
// messages in; this keeps what is typed, reads new messages out once, and tries again when the network is lost.
(() => {
  const at = id => document.getElementById(id);
  const form = at('say');
  if (!form || !window.htmx) return;

  const [talk, words, file, notice, offline, state] = ['talk', 'words', 'file', 'notice', 'offline', 'state'].map(at);
  const largest = Number(file.dataset.largest);
  const known = new Set([...talk.children].map(item => item.dataset.m));
  let sent = null;
  let pressed = null;
  let atEnd = true;
  let busy = false;
  let newer = false;
  let fetching = false;
  let tries = 0;
  let retry;
  let source;
  let hide;

  const after = () => Number(form.elements.after.value);
  const show = (place, text) => { place.hidden = !text; place.textContent = text; };

  // Where the style cannot, this lets the box grow with what is in it.
  const grow = CSS.supports('field-sizing', 'content') ? () => {} : () => {
    words.style.height = '';
    if (words.value) words.style.height = `${words.scrollHeight + words.offsetHeight - words.clientHeight}px`;
  };

  // What is typed survives a reload in this tab, and nothing else. Exit clears it.
  const keep = text => { try { sessionStorage.setItem('words', text); } catch { /* switched off */ } };
  try { words.value ||= sessionStorage.getItem('words') || ''; } catch { /* switched off */ }
  grow();
  words.addEventListener('input', () => { keep(words.value); grow(); });
  // Whoever holds the conversation sees that the person is typing; nobody else is told.
  let signed = 0;
  words.addEventListener('input', () => {
    if (form.elements.question?.value !== 'talk' || Date.now() - signed < 3000) return;
    signed = Date.now();
    fetch('/chat/typing', { method: 'POST' }).catch(() => { /* only a sign */ });
  });
  words.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });

  // Files need the longer form of a request; words alone do not.
  const encode = () => form.setAttribute('enctype', file.files.length ? 'multipart/form-data' : 'application/x-www-form-urlencoded');
  file.addEventListener('change', () => {
    if ([...file.files].some(one => one.size > largest)) {
      file.value = '';
      say('A file is larger than we can take. Choose a smaller copy, or part of it.');
    }
    encode();
  });
  encode();

  function say(text) {
    notice.replaceChildren();
    const line = notice.appendChild(document.createElement('p'));
    line.className = 'notice';
    line.setAttribute('role', 'alert');
    line.textContent = text;
  }

  form.addEventListener('submit', event => {
    pressed = event.submitter;
    if (!words.value.trim() && !file.files.length && !pressed?.name && !form.querySelector('[name=choice]:checked')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const main = form.querySelector('#asked .main');
      say(main ? `Your report is not sent yet. To send it, press “${main.textContent}”.` : 'Write something, or choose an answer. Then press Send.');
      (main || words).focus();
    }
  }, true);

  form.addEventListener('htmx:configRequest', event => {
    const button = event.detail.triggeringEvent?.submitter;
    const data = event.detail.formData;
    if (button?.name && !data.getAll(button.name).includes(button.value)) data.append(button.name, button.value);
  });

  form.addEventListener('htmx:beforeRequest', () => {
    busy = true;
    sent = words.value;
    clearTimeout(retry);
    notice.replaceChildren();
    form.setAttribute('aria-busy', 'true');
    state.textContent = 'Sending…';
  });

  form.addEventListener('htmx:xhr:progress', event => {
    const { loaded, total } = event.detail;
    if (file.files.length && total > 0 && loaded < total) state.textContent = `Sending… ${Math.floor(100 * loaded / total)}%`;
  });

  form.addEventListener('htmx:afterRequest', event => {
    busy = false;
    form.removeAttribute('aria-busy');
    state.textContent = '';
    if (!event.detail.successful) return;
    tries = 0;
    show(offline, '');
    if (words.value === sent) words.value = '';
    keep(words.value);
    grow();
    file.value = '';
    encode();
    watch();
    if (newer) fetchNewer();
  });

  // The network, or something between us, failed: nothing is lost, and the same message is sent again. Sent twice it counts once.
  function wait() {
    tries += 1;
    show(offline, navigator.onLine === false
      ? 'You are offline. What you wrote is kept here. We send it when you are back.'
      : 'We cannot be reached just now. What you wrote is kept here. We are trying again.');
    clearTimeout(retry);
    retry = setTimeout(again, Math.min(30000, 1000 * 2 ** tries));
  }
  function again() {
    if (words.value !== sent) show(offline, 'That was not sent. Press Send when you are ready.');
    else if (!busy) form.requestSubmit(pressed?.isConnected ? pressed : null);
  }
  form.addEventListener('htmx:sendError', wait);
  form.addEventListener('htmx:timeout', wait);
  addEventListener('online', () => { if (!offline.hidden) again(); });

  document.body.addEventListener('htmx:beforeSwap', event => {
    const { xhr } = event.detail;
    atEnd = innerHeight + scrollY > document.documentElement.scrollHeight - 240;
    // Only our own reasons are shown; a proxy's error page is not.
    if (xhr.status >= 400 && !xhr.responseText.startsWith('<p class="notice"')) {
      event.detail.shouldSwap = false;
      if (event.detail.requestConfig.verb === 'post') wait();
    }
  });

  document.body.addEventListener('htmx:afterSettle', event => settle(event.detail.requestConfig?.verb === 'post'));

  function settle(isOwn) {
    const fresh = [];
    const seen = new Set();
    for (const item of [...talk.children]) {
      const mark = item.dataset.m;
      if (seen.has(mark)) { item.remove(); continue; }
      seen.add(mark);
      if (!known.has(mark)) { known.add(mark); fresh.push(item); }
    }
    reveal();
    if (!fresh.length) return;
    show(at('typing'), '');
    readOut(fresh);
    const asksForFiles = at('asked').hasAttribute('data-files');
    if (asksForFiles || isOwn) at('add').open = asksForFiles;
    if (isOwn) refocus();
    if (isOwn || atEnd) fresh[0].scrollIntoView({ block: 'start' });
  }

  // Each message is read out once; danger does not wait its turn.
  function readOut(items) {
    const speak = (place, some) => {
      place.textContent = some.map(item => [...item.querySelectorAll(':scope > p, .paper p, .paper .code')].map(part => part.textContent).join(' ')).join(' ');
      setTimeout(() => { place.textContent = ''; }, 15000);
    };
    const heard = items.filter(item => !item.classList.contains('you'));
    const urgent = heard.filter(item => item.classList.contains('urgent'));
    if (urgent.length) speak(at('urgent'), urgent);
    const rest = heard.filter(item => !urgent.includes(item));
    if (rest.length) speak(at('heard'), rest);
  }

  // Someone typing stays in the box. Whoever pressed a button that is gone goes to what is asked now, without a keyboard jumping up.
  function refocus() {
    const lost = !document.activeElement || document.activeElement === document.body;
    if (!lost && document.activeElement !== form.querySelector('.send button')) return;
    (pressed?.name || matchMedia('(pointer: coarse)').matches ? at('asked') : words).focus({ preventScroll: true });
  }

  function reveal() {
    document.querySelectorAll('[data-copy][hidden], [data-print][hidden]').forEach(button => { button.hidden = false; });
  }

  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy], [data-print]');
    if (!button) return;
    if (button.hasAttribute('data-print')) { print(); return; }
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(button.closest('.paper').querySelector(`[data-code="${button.dataset.copy}"]`));
      button.textContent = 'Selected: copy it now';
    }
  });

  // The server only nudges; the page fetches what it lacks. No connection is held by a page nobody looks at.
  async function fetchNewer() {
    // One at a time, and while a message waits to be sent again its form stays as it is, so that it counts once.
    newer = busy || fetching || !offline.hidden;
    if (newer) return;
    fetching = true;
    try {
      await htmx.ajax('GET', `/chat/after?sequence=${after()}`, { target: '#talk', swap: 'beforeend show:none' });
    } catch { /* cut off: the stream opens again by itself, and its first nudge fetches it */ }
    fetching = false;
    if (newer) fetchNewer();
  }
  function watch() {
    if (source && source.readyState !== EventSource.CLOSED || document.hidden || after() === 0) return;
    source = new EventSource('/chat/events');
    source.addEventListener('nudge', event => { if (Number(event.data) > after()) fetchNewer(); });
    source.addEventListener('typing', event => {
      show(at('typing'), `${event.data} is writing.`);
      clearTimeout(hide);
      hide = setTimeout(() => show(at('typing'), ''), 6000);
    });
    source.addEventListener('closed', () => { source.close(); location.replace('/chat/closed'); });
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) { source?.close(); source = null; } else watch();
  });

  if (/[?&](start|started|about|topic)=/.test(location.search)) history.replaceState(null, '', '/chat' + location.hash);
  reveal();
  watch();
})();
