// What the page does by itself: goes from page to page, keeps language and theme, hints at sources, copies, saves.
// Everything that needs the plans goes to Python through `trigger`.
window.plansPage = (() => {
  let trigger = () => {};
  let begun = false;
  const root = document.documentElement;
  const page = document.body;
  const one = (selector, from = document) => from.querySelector(selector);
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* storage is switched off */ } };
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };

  function connect(sender) {
    trigger = sender;
    const theme = kept("plans-theme");
    if (theme) page.classList.toggle("dark", theme === "dark");
    page.dataset.page = window.plansPlace.read().page;
    markPage();
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    for (const name of ["keydown", "keypress"]) document.addEventListener(name, composing, true);
    for (const name of ["mouseover", "focusin"]) document.addEventListener(name, hint);
    for (const name of ["mouseout", "focusout"]) document.addEventListener(name, unhint);
    document.addEventListener("pointerdown", () => { focused = null; }, true);
    document.addEventListener("focusin", (event) => { focused = event.target; });
    // The header is put anew with the language, and buttons rest while they are at work: both lose the focus.
    new MutationObserver(() => { markPage(); refocus(); }).observe(one("#header"), { childList: true, subtree: true });
    new MutationObserver(refocus).observe(page, { attributeFilter: ["disabled"], subtree: true });
    // Plans may have been added or removed meanwhile, in another tab or by another program.
    document.addEventListener("visibilitychange", () => { if (!document.hidden && begun) trigger("look", {}); });
  }

  // --- pages, language, theme

  // Shows a page, or the reader alone; the address is the matter of `plansPlace`.
  function turnTo(name, alone) {
    page.dataset.page = name;
    if (alone) page.dataset.focus = "reader";
    else delete page.dataset.focus;
    markPage();
    if (begun) trigger("look", {});
  }

  function markPage() {
    document.querySelectorAll("[data-page]").forEach((link) => {
      if (link === page) return;
      if (link.dataset.page !== page.dataset.page) { link.removeAttribute("aria-current"); return; }
      link.setAttribute("aria-current", "page");
      // On a phone not all fit; the one that is seen is to be in sight.
      const row = link.parentElement;
      row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
    });
  }

  function spoken() {
    return one("[data-language][aria-pressed=true]")?.dataset.language || "zh";
  }

  // The page stands in its language: it can be seen, and a link into a plan is followed.
  function ready() {
    root.lang = spoken() === "en" ? "en" : "zh-CN";
    markPage();
    page.dataset.ready = "";
    if (!begun) { begun = true; window.plansPlace.begin(); }
    window.plansPlace.titled();
    refocus();
  }

  // --- focus: what is put anew gives it back to its like

  let focused = null;

  function refocus() {
    if (document.activeElement !== page || !focused || focused.disabled) return;
    const like = focused.checkVisibility?.() ? focused : likeOf(focused);
    if (like?.checkVisibility()) like.focus({ preventScroll: true });
    else if (begun) window.plansPlace.head();
  }

  function likeOf(element) {
    const named = [...element.attributes].filter(({ name }) => name === "id" || name.startsWith("data-"));
    const said = named.map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`).join("");
    return said ? one(element.tagName.toLowerCase() + said) : null;
  }

  // --- hints on citations

  function hint(event) {
    const cite = event.target.closest?.(".cite[data-quote]");
    if (!cite) return;
    const card = one("#hint") || page.appendChild(Object.assign(document.createElement("div"), { id: "hint" }));
    card.setAttribute("role", "tooltip");
    card.replaceChildren(
      Object.assign(document.createElement("small"), { textContent: cite.dataset.where }),
      Object.assign(document.createElement("q"), { textContent: cite.dataset.quote, lang: "zh" }),
    );
    card.hidden = false;
    cite.setAttribute("aria-describedby", "hint");
    const box = cite.getBoundingClientRect();
    const left = Math.min(Math.max(8, box.left - 24), window.innerWidth - card.offsetWidth - 8);
    const below = box.bottom + 8;
    const fits = below + card.offsetHeight < window.innerHeight - 8;
    card.style.left = `${left}px`;
    card.style.top = `${fits ? below : box.top - card.offsetHeight - 8}px`;
  }

  function unhint(event) {
    const cite = event.target.closest?.(".cite[data-quote]");
    if (!cite) return;
    cite.removeAttribute("aria-describedby");
    const card = one("#hint");
    if (card) card.hidden = true;
  }

  // --- clicks and keys

  const escapes = [];
  const actions = [
    [".skip", (el, event) => { event.preventDefault(); window.plansPlace.go("ask"); one("#question-box textarea")?.focus(); }],
    ["a[href^='#']", (el, event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      // Not left to the browser: the page has a base address, against which "#library" would load it anew.
      event.preventDefault();
      window.plansPlace.follow(el.getAttribute("href"));
    }],
    ["[data-copy]", (el) => copy(el.dataset.copy, el)],
    ["[data-language]", (el) => {
      keep("plans-language", el.dataset.language);
      // Seen at once; the words follow from the server.
      for (const other of document.querySelectorAll("[data-language]")) other.setAttribute("aria-pressed", String(other === el));
      trigger("language", { language: el.dataset.language });
      window.plansReader.retell(el.dataset.language);
    }],
    ["[data-theme-switch]", () => { page.classList.toggle("dark"); keep("plans-theme", page.classList.contains("dark") ? "dark" : "light"); }],
  ];

  function clicked(event) {
    for (const [selector, act] of actions) {
      const element = event.target.closest?.(selector);
      if (!element) continue;
      const card = one("#hint");
      if (card) card.hidden = true;
      act(element, event);
      return;
    }
  }

  // The Enter that picks a word in a Chinese input method is no Enter for the page.
  function composing(event) {
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.stopImmediatePropagation();
  }

  function pressed(event) {
    if (event.key !== "Escape") return;
    if (!escapes.some((leave) => leave(event)) && page.dataset.reader === "open") window.plansReader.close();
  }

  async function copy(text, button) {
    try { await navigator.clipboard.writeText(text); }
    catch { // outside 127.0.0.1 and https browsers give no clipboard
      const area = Object.assign(document.createElement("textarea"), { value: text });
      page.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const label = one("span", button);
    const before = label.textContent;
    label.textContent = button.dataset.done;
    setTimeout(() => { label.textContent = before; }, 1500);
  }

  function save(made) {
    const { name, base64 } = JSON.parse(made);
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([bytes])), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  // For the scripts of single pages: a click on what matches a selector, what Escape leaves first (true where it left
  // something), an event for Python.
  const on = (selector, act) => actions.push([selector, act]);
  const onEscape = (leave) => escapes.push(leave);
  const send = (name, data) => trigger(name, data);
  const show = (name) => window.plansPlace.go(name);

  return { connect, ready, show, turnTo, refocus, save, copy, on, onEscape, send, keep, kept, spoken };
})();
