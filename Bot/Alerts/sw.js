// Shows an alert, and opens the console when it is pressed. It keeps nothing, fetches nothing and answers for no page.
self.addEventListener("push", event => {
  let text = "ReportBot: something urgent waits. Sign in.";
  try { text = event.data.json().text ?? text; } catch { /* Shown all the same: a push that shows nothing costs the permission. */ }
  event.waitUntil(self.registration.showNotification(text, { tag: "reportbot-alert", renotify: true, requireInteraction: true }));
});

self.addEventListener("notificationclick", event => {
  event.notification.close();
  event.waitUntil((async () => {
    const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const console = open.find(page => new URL(page.url).pathname.startsWith("/staff"));
    await (console ? console.focus() : self.clients.openWindow("/staff"));
  })());
});
