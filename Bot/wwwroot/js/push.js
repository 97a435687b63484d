// Asks for notifications when the button on the account page is pressed, and never by itself.
(() => {
  const form = document.getElementById("push");
  if (!form || !("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return;
  form.hidden = false;
  const said = document.getElementById("push-said");
  const button = form.querySelector("button");

  async function subscribe() {
    await navigator.serviceWorker.register("/staff/sw.js", { scope: "/staff" });
    const worker = await navigator.serviceWorker.ready;
    await (await worker.pushManager.getSubscription())?.unsubscribe();
    return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.key });
  }

  form.addEventListener("submit", async event => {
    event.preventDefault();
    said.textContent = "";
    try {
      if (await Notification.requestPermission() === "granted") {
        const { endpoint, keys } = (await subscribe()).toJSON();
        form.elements.endpoint.value = endpoint;
        form.elements.key.value = keys.p256dh;
        form.elements.secret.value = keys.auth;
        form.submit();
        return;
      }
      said.textContent = "Not turned on: this browser does not allow notifications from this site. Change that in its settings, then press again.";
    } catch {
      said.textContent = "Not turned on: this browser could not reach its notification service. Try again later, or give an e-mail address.";
    }
    button.removeAttribute("aria-disabled");
  });
})();
