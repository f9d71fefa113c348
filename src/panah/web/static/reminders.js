// Notifications of the desktop, where the browser allows them. Neutral words only; nothing is kept in the browser.
"use strict";
(function () {
  const EVERY = 60000;
  const MOST = 3;
  if (!("Notification" in window)) return;

  function cookie() {
    const form = document.querySelector("input[name=csrfmiddlewaretoken]");
    return form ? form.value : "";
  }

  async function look() {
    if (Notification.permission !== "granted") return;
    const answer = await fetch("/reminders.json", { redirect: "error", cache: "no-store" });
    if (!answer.ok) return;
    const told = await answer.json();
    if (!told.reminders.length) return;
    const few = told.reminders.length <= MOST;
    for (const one of few ? told.reminders : [{ mark: "many", text: told.many }]) {
      const note = new Notification("Panah", { body: one.text, tag: one.mark });
      note.onclick = () => window.focus();
    }
    await fetch("/reminders/shown", {
      method: "POST",
      redirect: "error",
      headers: { "X-CSRFToken": cookie(), "Content-Type": "application/json" },
      body: JSON.stringify(told.reminders.map((one) => one.mark)),
    });
  }

  // a sealed register answers nothing, and that is no error
  const round = () => look().catch(() => {});

  const button = document.getElementById("desktop");
  function tell() {
    if (!button) return;
    button.hidden = Notification.permission !== "default";
    document.getElementById("desktop-refused").hidden = Notification.permission !== "denied";
    document.getElementById("desktop-allowed").hidden = Notification.permission !== "granted";
  }
  if (button) {
    button.addEventListener("click", async () => {
      await Notification.requestPermission();
      tell();
      round();
    });
  }
  tell();
  round();
  setInterval(round, EVERY);
})();
