// Conversations kept in this browser: remembered, listed, opened, renamed, removed, exported.
window.plansChats = (() => {
  const MAX_KEPT = 20;
  const MAX_TITLE_CHARS = 80;
  const KEPT = "plans-conversations";
  const { copy, keep, kept, on, onEscape, send, save, spoken } = window.plansPage;
  const one = (selector, from = document) => from.querySelector(selector);
  const list = () => one("#chat-list");
  // Each tab has its own: the one that its address names.
  const current = () => window.plansPlace.id("ask");

  function all() {
    try {
      const read = JSON.parse(kept(KEPT));
      return Array.isArray(read) ? read.filter((chat) => chat?.id && Array.isArray(chat.answers) && chat.answers.length) : [];
    } catch { return []; }
  }

  // Newest first; where the browser's storage is full, the oldest go.
  function write(chats) {
    const fits = chats.sort((a, b) => b.at - a.at).slice(0, MAX_KEPT);
    for (; fits.length; fits.pop()) {
      try { localStorage.setItem(KEPT, JSON.stringify(fits)); return; }
      catch (error) { if (error.name !== "QuotaExceededError") return; }
    }
    keep(KEPT, "[]");
  }

  function remember(text) {
    let chat;
    try { chat = JSON.parse(text); } catch { return; }
    if (chat.id && chat.answers.length) {
      const before = all();
      const same = before.find((other) => other.id === chat.id);
      if (!same && chat.id !== current()) window.plansPlace.named(chat.id);
      const unchanged = same && JSON.stringify(same.answers) === JSON.stringify(chat.answers);
      if (!unchanged) write([{ title: "", ...same, ...chat, at: Date.now() }, ...before.filter((other) => other !== same)]);
    }
    listed();
    window.plansPlace.titled();
  }

  const held = (id) => all().find((chat) => chat.id === id);
  const holds = (id) => Boolean(held(id));
  const titleOf = (id) => { const chat = held(id); return chat ? title(chat) : ""; };

  // Shows the conversation that is the page's place: one that this browser holds, a new one, or one on file with the server.
  function come(id) {
    window.plansAsk.restart();
    send("open", { kept: holds(id) ? JSON.stringify(held(id)) : "{}" });
    if (id && !holds(id)) send("work", { page: "ask", id, language: spoken() });
    listed();
  }

  // --- the list

  const title = (chat) => chat.title || chat.answers[0].question || one("template", list()).dataset.untitled;
  const find = (element) => all().find((chat) => chat.id === element.closest("li").dataset.id);

  function listed() {
    const panel = list();
    if (!panel) return;
    const chats = all();
    panel.hidden = document.body.dataset.chats !== "open";
    one("#past")?.setAttribute("aria-expanded", String(!panel.hidden));
    one(".empty", panel).hidden = chats.length > 0;
    one(".chats-foot", panel).classList.toggle("bare", !chats.some((chat) => chat.id === current()));
    const pattern = Object.assign(document.createElement("template"), { innerHTML: one("template", panel).dataset.row });
    one("ol", panel).replaceChildren(...chats.map((chat) => {
      const row = pattern.content.firstElementChild.cloneNode(true);
      row.dataset.id = chat.id;
      one(".to-chat span", row).textContent = title(chat);
      const when = new Date(chat.at).toLocaleString(spoken() === "en" ? "en-GB" : "zh-CN", { dateStyle: "medium", timeStyle: "short" });
      one(".to-chat small", row).textContent = `${when} · ${chat.answers.length}`;
      if (chat.id === current()) one(".to-chat", row).setAttribute("aria-current", "true");
      for (const button of row.querySelectorAll(".chat-tools button")) {
        button.setAttribute("aria-label", `${button.title}: ${title(chat)}`);
      }
      return row;
    }));
  }

  function toggle(open = document.body.dataset.chats !== "open") {
    if (open) document.body.dataset.chats = "open";
    else delete document.body.dataset.chats;
    listed();
    one(open ? "[data-chats-close]" : "#past", open ? list() : document)?.focus();
  }

  // Whether Escape was meant for the list: a name being typed, a question, or the list itself.
  function escaped() {
    const panel = list();
    if (!panel || panel.hidden || !panel.contains(document.activeElement)) return false;
    const row = document.activeElement.closest("li");
    if (row && !(one("form", row).hidden && one(".deleting", row).hidden)) settle(row);
    else toggle(false);
    return true;
  }

  function settle(row) {
    one("form", row).hidden = true;
    one(".deleting", row).hidden = true;
    one(".to-chat", row).focus();
  }

  function remove(chat) {
    write(all().filter((other) => other.id !== chat.id));
    if (chat.id === current()) fresh(true);
    listed();
    one("[data-chats-close]", list()).focus();
  }

  function fresh(over = false) {
    window.plansPlace.anew(over);
    come("");
  }

  function exported(form) {
    const chat = held(current());
    if (!chat) return;
    const name = title(chat).replace(/[\\/:*?"<>|\s]+/g, " ").trim().slice(0, 40) || "answers";
    if (form === "md") { send("export", { kept: JSON.stringify(chat), name, language: spoken() }); return; }
    const bytes = new TextEncoder().encode(JSON.stringify({ title: title(chat), answers: chat.answers }, null, 2));
    save(JSON.stringify({ name: `${name}.json`, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) }));
  }

  on("#fresh", () => window.plansPlace.anew()); // the rest is done by its own event
  // A link leads others to what the server keeps: it is sent there first, and tells under which id.
  let linking = null;
  const shared = (id) => { if (id && linking) copy(`${location.origin}${location.pathname}#ask/${encodeURIComponent(id)}`, linking); };

  on("[data-chat-link]", (el) => {
    linking = el;
    send("publish", { kept: JSON.stringify(held(current())), language: spoken() });
  });
  on("[data-chats-close]", () => toggle(false));
  on("[data-chat-new]", () => { fresh(); listed(); one("#question-box textarea")?.focus(); });
  on("[data-chat-open]", (el) => {
    const chat = find(el);
    if (!chat) return;
    window.plansPlace.go("ask", chat.id);
    if (window.matchMedia("(max-width: 1199px)").matches) toggle(false);
    else listed();
  });
  on("[data-chat-rename]", (el) => {
    const row = el.closest("li");
    const field = one("input", row);
    one("form", row).hidden = false;
    field.value = title(find(el));
    field.select();
  });
  on("[data-chat-delete]", (el) => {
    const row = el.closest("li");
    one(".deleting", row).hidden = false;
    one("[data-chat-delete-no]", row).focus();
  });
  on("[data-chat-delete-yes]", (el) => remove(find(el)));
  on("[data-chat-delete-no]", (el) => settle(el.closest("li")));
  on("[data-chat-export]", (el) => exported(el.dataset.chatExport));
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".renaming")) return;
    event.preventDefault();
    const chat = find(event.target);
    const name = one("input", event.target).value.trim().slice(0, MAX_TITLE_CHARS);
    write(all().map((other) => (other.id === chat.id ? { ...other, title: name } : other)));
    listed();
    one(`li[data-id="${CSS.escape(chat.id)}"] .to-chat`, list())?.focus();
  });
  // Another tab of the same browser remembered or removed one.
  window.addEventListener("storage", (event) => { if (event.key === KEPT) listed(); });

  onEscape(escaped);

  return { come, fresh, holds, listed, remember, shared, titleOf, toggle };
})();
