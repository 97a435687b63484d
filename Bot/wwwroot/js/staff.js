// The console works without this. It adds single keys, sends a form once, and takes exact words out of a page that is left.
(() => {
  const off = "staff-keys-off";
  const lines = () => [...document.querySelectorAll("#queue-lines .open, .beside li a")];
  const keysOn = () => localStorage.getItem(off) === null;

  const keys = document.getElementById("keys");
  if (keys) {
    keys.hidden = false;
    const box = document.getElementById("keys-on");
    box.checked = keysOn();
    box.addEventListener("change", () => box.checked ? localStorage.removeItem(off) : localStorage.setItem(off, ""));
  }

  // Filters stand open where there is room. Newer browsers need no help with that.
  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 60rem)").matches)
    document.querySelector("details.folded")?.setAttribute("open", "");

  const move = by => {
    bringHeld(); // Whoever goes by keys is not about to press the mouse.
    const all = lines();
    const focused = all.findIndex(line => line.closest("li").contains(document.activeElement));
    // Beside a case, the place is the case itself until another is focused.
    const at = focused < 0 ? all.findIndex(line => line.getAttribute("aria-current") === "page") : focused;
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };

  const take = () => {
    const line = document.activeElement?.closest("#queue-lines li");
    (line ? line.querySelector(".take form") : document.getElementById("claim"))?.requestSubmit();
  };

  const reply = () => {
    const line = document.activeElement?.closest("#queue-lines li")?.querySelector(".open");
    if (line) location.href = `${line.getAttribute("href")}/talk#reply`;
    else (document.getElementById("reply-words") ?? document.querySelector(".talk-door a.button"))?.[document.getElementById("reply-words") ? "focus" : "click"]();
  };

  const does = {
    j: () => move(1),
    k: () => move(-1),
    c: take,
    r: reply,
    "/": () => { const box = document.getElementById("find"); box ? box.focus() : location.href = "/staff#find"; },
    "?": () => keys?.querySelector("input").focus(),
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !keysOn() || event.target.closest("input:not([type=checkbox]), textarea, select"))
      return;
    if (Object.hasOwn(does, event.key)) {
      event.preventDefault();
      does[event.key]();
    }
  });

  // The server does a command once however often it is sent; this only spares the second wait.
  document.addEventListener("submit", event => {
    const button = event.target.querySelector("button");
    if (event.target.method !== "post" || !button)
      return;
    if (button.getAttribute("aria-disabled") === "true")
      event.preventDefault();
    button.setAttribute("aria-disabled", "true");
    // A file that was saved, or a page that was stopped, leaves the form where it is: it can be pressed again.
    setTimeout(() => button.removeAttribute("aria-disabled"), 3000);
  });

  // The queue reads itself anew when a case changes, and now and then because clocks go on. What has focus keeps it.
  const live = document.querySelector("#live.watched");
  const news = document.getElementById("news");
  let source;
  let looking = false;
  let again = false;

  const references = () => lines().map(line => line.textContent);

  // A row never moves from under a mouse that may be about to press it: a list in another order waits, and says so.
  const fresher = document.getElementById("fresher");
  const underMouse = () => live.matches(":hover") && matchMedia("(hover: hover)").matches;
  let held;
  const bringHeld = () => { if (held) bringIn(held, true); };
  live?.addEventListener("mouseleave", bringHeld);

  function bringIn(page, anyway) {
    const fresh = page.getElementById("live");
    held = null;
    fresher.hidden = true;
    if (!fresh || fresh.textContent.replace(/\s+/g, " ") === live.textContent.replace(/\s+/g, " "))
      return;
    const before = references();
    const after = [...fresh.querySelectorAll("#queue-lines .open")].map(line => line.textContent);
    if (!anyway && underMouse() && before.join() !== after.join()) {
      held = page;
      fresher.hidden = false;
      return;
    }
    const focused = live.contains(document.activeElement) ? document.activeElement.closest("li")?.querySelector(".open")?.getAttribute("href") : null;
    const onButton = document.activeElement?.matches("button");
    live.replaceChildren(...fresh.childNodes);
    page.querySelectorAll("#filters .number").forEach((number, i) => {
      const shown = document.querySelectorAll("#filters .number")[i];
      if (shown) shown.textContent = number.textContent;
    });
    page.querySelectorAll("#filters option").forEach(option => {
      const shown = [...document.querySelectorAll(`#${option.closest("select").id} option`)].find(one => one.value === option.value);
      if (shown) shown.textContent = option.textContent;
    });
    if (focused) {
      const line = lines().find(line => line.getAttribute("href") === focused);
      ((onButton ? line?.closest("li").querySelector("button") : null) ?? line ?? lines()[0])?.focus({ preventScroll: true });
    }
    const come = references().filter(reference => !before.includes(reference)).length;
    if (come) news.textContent = come === 1 ? "One more case is in the list." : `${come} more cases are in the list.`;
  }

  async function look() {
    if (looking) { again = true; return; }
    looking = true;
    try {
      const answer = await fetch(location.href);
      if (answer.redirected) { location.reload(); return; }
      if (answer.ok) bringIn(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch { /* The next nudge looks again. */ }
    looking = false;
    if (again) { again = false; look(); }
  }

  function watch() {
    if (!live || document.hidden || source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource("/staff/events");
    source.addEventListener("changed", look);
    source.addEventListener("closed", () => { source.close(); location.reload(); });
  }
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) { source?.close(); source = null; } else watch();
  });
  watch();

  // What is typed into the form of a report is kept a moment after each pause, so that a page that is left or closed loses nothing.
  const entry = document.getElementById("entry");
  if (entry) {
    const kept = document.getElementById("kept");
    let pause;
    const keep = async () => {
      try {
        const answer = await fetch(entry.dataset.keep, { method: "POST", body: new URLSearchParams(new FormData(entry)) });
        if (answer.redirected) kept.textContent = "You are signed out. What you typed is kept. Sign in again to go on.";
        else if (answer.ok) { entry.elements.version.value = await answer.text(); kept.textContent = "What you typed is kept."; }
        else if (answer.status === 409) kept.textContent = "This form was changed in another tab since. Press Keep it for later to choose.";
      } catch { kept.textContent = "What you typed could not be kept just now."; }
    };
    entry.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(keep, 1500); });
    entry.addEventListener("submit", () => clearTimeout(pause));
  }

  // A page kept for the back button must not keep the words.
  addEventListener("pagehide", () => {
    if (document.getElementById("words-shown"))
      document.querySelectorAll(".words").forEach(words => words.remove());
  });
  addEventListener("pageshow", event => {
    if (event.persisted)
      location.replace(location.href.replace(/[?&]handler=\w+/, ""));
  });
})();
