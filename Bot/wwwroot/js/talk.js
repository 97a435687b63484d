// The conversation page of the console works without this. It brings new messages in by itself, shows who is typing, and puts a reply that
// is written already into the box without losing what is there.
(() => {
  const page = document.getElementById("talking");
  const box = document.getElementById("reply-words");
  if (!page) return;

  const { talk, report } = page.dataset;
  let at = Number(page.dataset.at);
  let busy = false;
  let again = false;
  let hide;
  let signed = 0;
  let source;

  // Only what changed is touched: a list that is replaced would be read out from the start.
  function take(html) {
    const now = new DOMParser().parseFromString(html, "text/html");
    const [old, fresh] = [document.getElementById("talk-lines"), now.getElementById("talk-lines")];
    [...fresh.children].forEach((line, index) => {
      const known = old.children[index];
      if (!known) old.append(line);
      else if (known.innerHTML !== line.innerHTML) known.replaceChildren(...line.childNodes);
    });
    if (fresh.children.length) document.getElementById("talk-empty")?.remove();
    const hands = document.getElementById("talk-hands");
    if (!hands.contains(document.activeElement)) hands.replaceChildren(...now.getElementById("talk-hands").childNodes);
  }

  // Signed out, or no longer theirs to see. What was typed and not sent is not thrown away for it.
  function gone() {
    if (!box?.value.trim()) { location.reload(); return; }
    source?.close();
    const line = document.getElementById("gone");
    line.hidden = false;
    line.textContent = "You are signed out, or this conversation is no longer open to you. What you typed below is still there: copy it before you load the page again.";
  }

  async function look(count) {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(`${talk}?handler=Lines&report=${report}`);
      if (answer.redirected || answer.status === 403 || answer.status === 404) gone();
      else if (answer.ok) {
        take(await answer.text());
        at = count;
      }
    } catch { /* The next nudge looks again. */ }
    busy = false;
    if (again) { again = false; look(count); }
  }

  function watch() {
    if (source && source.readyState !== EventSource.CLOSED || document.hidden) return;
    source = new EventSource(`${talk}/events?report=${report}`);
    source.addEventListener("nudge", event => { if (Number(event.data) !== at) look(Number(event.data)); });
    source.addEventListener("typing", () => {
      const line = document.getElementById("typing");
      line.hidden = false;
      clearTimeout(hide);
      hide = setTimeout(() => { line.hidden = true; }, 6000);
    });
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { source?.close(); source = null; } else watch();
  });

  box?.addEventListener("input", () => {
    if (Date.now() - signed < 3000) return;
    signed = Date.now();
    const form = new FormData(box.form);
    form.set("Words", "");
    fetch(`${talk}?handler=Typing`, { method: "POST", body: form }).catch(() => { /* Only a sign. */ });
  });

  document.querySelectorAll(".canned a").forEach(link => link.addEventListener("click", event => {
    event.preventDefault();
    box.value = box.value.trim() ? `${box.value.trim()}\n\n${link.dataset.words}` : link.dataset.words;
    box.focus();
  }));

  document.getElementById("look").hidden = true;
  watch();
})();
