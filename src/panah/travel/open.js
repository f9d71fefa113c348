"use strict";
(function () {
  const told = JSON.parse(document.getElementById("sealed").textContent);
  const door = document.getElementById("door");
  const shown = document.getElementById("case");
  const hide = document.getElementById("hide");
  const field = document.getElementById("passphrase");
  const fault = document.getElementById("fault");
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

  async function unsealed(passphrase) {
    const signs = passphrase.toUpperCase().replace(/[^2-9A-HJ-NP-Z]/g, "");
    const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(signs), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(told.salt), iterations: told.rounds };
    const key = await crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
    const box = { name: "AES-GCM", iv: bytes(told.nonce), additionalData: new TextEncoder().encode(told.bound) };
    return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(box, key, bytes(told.box))));
  }

  // only ever text: nothing that a case holds can become a part of the page
  function put(parent, kind, text, name) {
    const made = document.createElement(kind);
    made.textContent = text;
    if (name) made.className = name;
    parent.append(made);
    return made;
  }

  // days are counted from 1 January of the year 1, as the file has them
  function today() {
    const now = new Date();
    return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000) + 719163;
  }

  function show(content) {
    put(shown, "h1", content.title);
    if (today() > content.until) put(shown, "p", content.expired, "expired");
    put(shown, "p", content.sentence);
    put(shown, "p", content.made, "more");
    for (const section of content.sections) {
      if (section.title) put(shown, "h2", section.title);
      const list = put(shown, "ul", "");
      for (const line of section.lines) {
        const item = put(list, "li", "");
        if (line.lead) put(item, "div", line.lead, "lead");
        put(item, "div", line.text);
        for (const more of line.more) put(item, "div", more, "more");
      }
    }
    for (const remark of content.remarks) put(shown, "p", remark, "more");
    door.hidden = true;
    shown.hidden = hide.hidden = false;
    shown.focus();
  }

  function close() {
    shown.replaceChildren();
    field.value = fault.textContent = "";
    door.hidden = false;
    shown.hidden = hide.hidden = true;
  }

  door.addEventListener("submit", async function (event) {
    event.preventDefault();
    if (!window.crypto || !crypto.subtle) {
      fault.textContent = told.words.cannot;
      return;
    }
    fault.textContent = told.words.opening;
    let content;
    try {
      content = await unsealed(field.value);
    } catch {
      fault.textContent = told.words.wrong;
      return;
    }
    close();
    show(content);
  });
  hide.addEventListener("click", close);
  window.addEventListener("pagehide", close);
})();
