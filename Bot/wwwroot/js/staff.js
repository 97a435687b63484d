// The console works without this. It adds single keys, sends a form once, and takes exact words out of a page that is left.
(() => {
  const off = "staff-keys-off";
  const lines = () => [...document.querySelectorAll("#queue-lines .open")];
  const keysOn = () => localStorage.getItem(off) === null;

  const keys = document.getElementById("keys");
  if (keys) {
    keys.hidden = false;
    const box = document.getElementById("keys-on");
    box.checked = keysOn();
    box.addEventListener("change", () => box.checked ? localStorage.removeItem(off) : localStorage.setItem(off, ""));
  }

  const move = by => {
    const all = lines();
    const at = all.findIndex(line => line.closest("li").contains(document.activeElement));
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };

  const take = () => {
    const line = document.activeElement?.closest("#queue-lines li");
    (line ? line.querySelector(".take form") : document.getElementById("claim"))?.requestSubmit();
  };

  const does = {
    j: () => move(1),
    k: () => move(-1),
    c: take,
    "/": () => document.getElementById("reference")?.focus(),
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
  });

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
