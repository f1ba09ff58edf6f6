// Keyboard shortcuts, and the list of them. Single keys, so they hold only where nothing is typed, and can be switched off.
window.plansShortcuts = (() => {
  const { go, keep, kept, on, onEscape } = window.plansPage;
  const SECOND_KEY_MS = 1500;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const FIELDS = "textarea, input:not([type=radio], [type=checkbox], [type=hidden], [type=file])";
  const TYPED = `${FIELDS}, select, [contenteditable]:not([contenteditable=false]), [role=textbox]`;
  let first = 0; // when "g" was pressed, whose second key names a page

  // --- the list

  function list() {
    const dialog = one("#shortcuts") || document.body.appendChild(Object.assign(document.createElement("dialog"), { id: "shortcuts" }));
    if (dialog.open) return;
    const from = document.activeElement;
    dialog.lang = document.documentElement.lang;
    dialog.innerHTML = one("#shortcut-list").dataset.list;
    dialog.setAttribute("aria-label", one("h2", dialog).textContent);
    one("[data-keys-on]", dialog).checked = held();
    dialog.addEventListener("close", () => back(from), { once: true });
    dialog.showModal();
    one("h2", dialog).focus();
  }

  function back(from) {
    if (from !== document.body && from.isConnected && seen(from)) from.focus({ preventScroll: true });
    else window.plansPlace.head();
  }

  const held = () => kept("plans-keys") !== "off";

  on("[data-keys]", list);
  on("[data-keys-close]", () => one("#shortcuts").close());
  on("#shortcuts", (el, event) => { if (event.target === el) el.close(); }); // beside the list
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("[data-keys-on]")) keep("plans-keys", event.target.checked ? "on" : "off");
  });

  // --- what the keys do

  // The search within an open paper, the page's own field, else the question box.
  function field() {
    const reader = one("#reader");
    const within = reader.contains(document.activeElement) || document.body.dataset.focus === "reader";
    const shown = all(within ? "#reader [data-find]" : `#page-${CSS.escape(document.body.dataset.page)} :is(${FIELDS})`).find(seen);
    const own = document.body.dataset.page === "ask" && !within ? null : shown;
    if (!own) go("ask");
    (own || one("#question-box textarea"))?.focus();
  }

  function anew() {
    go("ask");
    if (one("#page-ask .turn")) window.plansChats.fresh();
    one("#question-box textarea")?.focus();
  }

  // The sources of the last answer one after the other, beginning with the one that is open.
  function source(by) {
    const turn = all("#conversation .turn").findLast((each) => one(".sources", each));
    if (!turn) return;
    const sources = all(".sources [data-doc][data-start]", turn);
    const passage = window.plansPlace.read().passage;
    const at = sources.findIndex(({ dataset }) => ["doc", "start", "end"].every((part) => dataset[part] === passage?.[part]));
    const next = at < 0 ? (by > 0 ? 0 : sources.length - 1) : at + by;
    if (!sources[next]) return;
    const fold = sources[next].closest("details");
    if (fold) fold.open = true;
    if (document.body.dataset.page !== "ask") go("ask");
    sources[next].click();
  }

  function toPage(key) {
    const link = all("#header .pages a").find((each) => each.getAttribute("href")[1] === key);
    if (link) go(link.dataset.page);
  }

  const keys = {
    "?": list,
    "？": list,
    "/": field,
    n: anew,
    "[": () => source(-1),
    "]": () => source(1),
    t: () => one("[data-theme-switch]").click(),
    g: () => { first = Date.now(); },
  };

  function pressed(event) {
    const free = held() && "ready" in document.body.dataset && !one("dialog[open]");
    const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.keyCode === 229 || event.repeat);
    if (!free || !plain || event.defaultPrevented || event.target.closest?.(TYPED)) return;
    const second = Date.now() - first < SECOND_KEY_MS;
    const act = second ? () => toPage(event.key) : keys[event.key];
    if (event.key !== "Shift") first = 0;
    if (!act) return;
    event.preventDefault();
    act();
  }

  // Escape leaves the question box, where keys are letters.
  onEscape(({ target }) => {
    if (!target.matches?.("#question-box textarea") || document.body.dataset.reader === "open") return false;
    window.plansPlace.heading()?.focus({ preventScroll: true });
    return true;
  });
  document.addEventListener("keydown", pressed);
  return { list };
})();
