// What the page does by itself: opens sources, keeps language and theme, finds in a plan, copies, saves.
// Everything that needs the plans goes to Python through `trigger`.
window.plansPage = (() => {
  let trigger = () => {};
  let opened = null; // what the reader shows: {doc, start, end} or {doc}
  let opener = null; // the element that opened it, which gets the focus back
  let turns = 0;
  let begun = false;
  let after = ""; // what gets the focus when the paper has been put anew
  const root = document.documentElement;
  const page = document.body;
  const one = (selector, from = document) => from.querySelector(selector);
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* storage is switched off */ } };
  const kept = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const phone = () => window.matchMedia("(max-width: 899px)").matches;
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const reader = () => one("#reader");

  function connect(sender) {
    trigger = sender;
    const theme = kept("plans-theme");
    if (theme) page.classList.toggle("dark", theme === "dark");
    page.dataset.page = hashed();
    markPage();
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    document.addEventListener("submit", submitted);
    for (const name of ["keydown", "keypress"]) document.addEventListener(name, composing, true);
    document.addEventListener("input", (event) => { if (event.target.matches("[data-find]")) find(event.target.value); });
    for (const name of ["mouseover", "focusin"]) document.addEventListener(name, hint);
    for (const name of ["mouseout", "focusout"]) document.addEventListener(name, unhint);
    window.addEventListener("hashchange", () => show(hashed()));
    // Plans may have been added or removed meanwhile, in another tab or by another program.
    document.addEventListener("visibilitychange", () => { if (!document.hidden && begun) trigger("look", {}); });
  }

  // --- pages, language, theme

  function hashed() {
    const name = location.hash.slice(1);
    return one(`#header a[data-page="${CSS.escape(name)}"]`) ? name : "ask";
  }

  function show(name) {
    page.dataset.page = name;
    delete page.dataset.focus;
    markPage();
    if (begun) trigger("look", {});
  }

  function markPage() {
    document.querySelectorAll("[data-page]").forEach((link) => {
      if (link === page) return;
      if (link.dataset.page === page.dataset.page) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }

  // A turn that has come to its end is read out once; the log itself is put anew with every frame.
  let spokenOf = "";
  function announce(last) {
    const text = last && one("footer, [role=alert]", last) ? one(".said, [role=alert]", last)?.textContent || "" : "";
    const mark = text && `${last.dataset.turn} ${text}`;
    if (!text || mark === spokenOf) return;
    spokenOf = mark;
    const line = one("#announce") || page.appendChild(Object.assign(document.createElement("div"), { id: "announce" }));
    line.setAttribute("role", "status");
    line.textContent = text;
  }

  function answered() {
    root.lang = spoken() === "en" ? "en" : "zh-CN";
    document.title = one("#header .brand strong")?.textContent || document.title;
    markPage();
    page.dataset.ready = "";
    const all = document.querySelectorAll("#conversation .turn");
    if (all.length > turns) all[all.length - 1].scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
    turns = all.length;
    announce(all[all.length - 1]);
    if (!begun) { begun = true; followLink(); }
  }

  function followLink() {
    const asked = new URLSearchParams(location.search);
    if (!asked.get("doc")) return;
    page.dataset.focus = "reader";
    const start = asked.get("start");
    open(start === null ? { doc: asked.get("doc") } : { doc: asked.get("doc"), start, end: asked.get("end") || start });
  }

  // --- asking

  function reword(turn, open) {
    one(".asked", turn).hidden = open;
    const form = one(".rewording", turn);
    form.hidden = !open;
    if (!open) { one("[data-edit]", turn).focus(); return; }
    const field = one("textarea", form);
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  function askAgain(turn, text) {
    if (!text.trim()) return;
    turns = 0;
    trigger("again", { turn: turn.dataset.turn, question: text });
  }

  function submitted(event) {
    if (!event.target.matches(".rewording")) return;
    event.preventDefault();
    askAgain(event.target.closest(".turn"), one("textarea", event.target).value);
  }

  function print(turn) {
    turn.querySelectorAll("details.more").forEach((fold) => { fold.open = true; });
    turn.classList.add("printed");
    page.dataset.print = "turn";
    window.addEventListener("afterprint", () => { turn.classList.remove("printed"); delete page.dataset.print; }, { once: true });
    window.print();
  }

  // --- the reader

  function open(target, from = null) {
    opener = from || opener;
    opened = target;
    page.dataset.reader = "open";
    const address = new URL(location.href);
    address.search = new URLSearchParams(target).toString();
    history.replaceState(null, "", address);
    const paper = one(".paper", reader());
    if (paper && paper.dataset.key === key(target) && paper.dataset.view === "text" && view() === "text") shown();
    else fetchPaper(target, spoken());
  }

  const view = () => (kept("plans-view") === "image" ? "image" : "text");

  function fetchPaper(target, language, number = 0) {
    reader().setAttribute("aria-busy", "true");
    trigger("read", { start: 0, end: 0, ...target, language, view: view(), page: number });
  }

  function spoken() {
    return one("[data-language][aria-pressed=true]")?.dataset.language || "zh";
  }

  function key(target) {
    return target.start === undefined ? target.doc : `${target.doc}:${target.start}:${target.end}`;
  }

  function shown() {
    const paper = one(".paper", reader());
    reader().removeAttribute("aria-busy");
    clearMarks();
    if (!paper || page.dataset.reader !== "open") return;
    if (phone()) reader().scrollIntoView({ block: "start" });
    // Where a button of the reader itself put the paper anew, the focus goes back to its like.
    const again = after && one(after, paper);
    after = "";
    (again && !again.disabled ? again : one("h2", paper))?.focus({ preventScroll: true });
    goto(opened && opened.start !== undefined ? "passage" : null);
  }

  function goto(id) {
    const place = id && document.getElementById(id);
    if (!place) { if (!phone()) reader().scrollTop = 0; return; }
    const fold = place.closest("details");
    if (fold) fold.open = true;
    place.scrollIntoView({ block: id === "passage" ? "center" : "start", behavior: "auto" });
    // The whole of a table's window comes into sight, so that the heads of the columns stand above the marked row.
    if (id === "passage") place.closest(".table")?.scrollIntoView({ block: "center", behavior: "auto" });
    if (id !== "passage") { place.classList.add("flash"); setTimeout(() => place.classList.remove("flash"), 1200); }
  }

  function fold() {
    const tree = one(".contents", reader());
    if (tree) tree.hidden = true;
    one("[data-contents]", reader())?.setAttribute("aria-expanded", "false");
  }

  function close() {
    delete page.dataset.reader;
    delete page.dataset.focus;
    opened = null;
    history.replaceState(null, "", location.pathname + location.hash);
    if (opener && opener.isConnected) { opener.focus({ preventScroll: !phone() }); if (phone()) opener.scrollIntoView({ block: "center" }); }
    opener = null;
  }

  // --- find in the open plan (the browser's own highlights: the text itself is not touched)

  let found = [];
  let at = -1;

  function clearMarks() {
    found = [];
    at = -1;
    if (window.CSS && CSS.highlights) { CSS.highlights.delete("found"); CSS.highlights.delete("found-now"); }
    const out = one(".finder output");
    if (out) out.textContent = "";
  }

  function find(wanted) {
    clearMarks();
    fold();
    const words = wanted.trim().toLowerCase();
    if (!words || !window.CSS || !CSS.highlights) return;
    const walker = document.createTreeWalker(one(".paper .text"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("details")) continue;
      const text = node.data.toLowerCase();
      for (let i = text.indexOf(words); i >= 0; i = text.indexOf(words, i + words.length)) {
        const range = new Range();
        range.setStart(node, i);
        range.setEnd(node, i + words.length);
        found.push(range);
      }
    }
    CSS.highlights.set("found", new Highlight(...found));
    step(1);
  }

  function step(by) {
    const out = one(".finder output");
    if (!found.length) { if (out) out.textContent = "0"; return; }
    at = (at + by + found.length) % found.length;
    CSS.highlights.set("found-now", new Highlight(found[at]));
    found[at].startContainer.parentElement.scrollIntoView({ block: "center" });
    if (out) out.textContent = `${at + 1}/${found.length}`;
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

  const actions = [
    ["[data-doc][data-start]", (el) => open({ doc: el.dataset.doc, start: el.dataset.start, end: el.dataset.end }, el)],
    ["[data-read]", (el) => open({ doc: el.dataset.read }, el)],
    ["a[data-page]", (el, event) => {
      // Not left to the browser: the page has a base address, against which "#library" would load it anew.
      event.preventDefault();
      history.replaceState(null, "", `${location.pathname}${location.search}#${el.dataset.page}`);
      show(el.dataset.page);
    }],
    ["[data-ask]", (el) => { show("ask"); trigger("ask", { question: el.dataset.ask }); }],
    ["[data-edit]", (el) => reword(el.closest(".turn"), true)],
    ["[data-edit-cancel]", (el) => reword(el.closest(".turn"), false)],
    ["[data-again]", (el) => askAgain(el.closest(".turn"), el.dataset.again)],
    ["[data-print]", (el) => print(el.closest(".turn"))],
    ["button[data-view]", (el) => {
      keep("plans-view", el.dataset.view);
      after = `button[data-view=${el.dataset.view}]`;
      fetchPaper(opened, spoken());
    }],
    ["[data-to-page]", (el) => {
      const forward = el.matches(".turning > :last-child");
      after = el.closest(".turning") ? `.turning > :${forward ? "last" : "first"}-child` : "";
      fold();
      fetchPaper(opened, spoken(), Number(el.dataset.toPage));
    }],
    ["[data-copy]", (el) => copy(el.dataset.copy, el)],
    ["[data-vote]", (el) => {
      el.parentElement.querySelectorAll("[data-vote]").forEach((vote) => vote.setAttribute("aria-pressed", String(vote === el)));
      trigger("vote", { turn: el.closest(".turn").dataset.turn, vote: el.dataset.vote, comment: "" });
      const comment = one(".comment", el.parentElement);
      comment.hidden = false;
      one("input", comment).focus();
    }],
    ["[data-vote-send]", (el) => {
      const votes = el.closest(".votes");
      trigger("vote", {
        turn: el.closest(".turn").dataset.turn,
        vote: one("[aria-pressed=true]", votes).dataset.vote,
        comment: one("input", votes).value,
      });
      votes.textContent = votes.dataset.done;
    }],
    ["[data-link]", (el) => copy(location.href.split("#")[0], el)],
    ["[data-close]", () => close()],
    ["[data-goto]", (el) => { fold(); goto(el.dataset.goto); }],
    ["[data-find-step]", (el) => step(Number(el.dataset.findStep))],
    ["[data-contents]", (el) => {
      const tree = one(".contents", reader());
      tree.hidden = !tree.hidden;
      el.setAttribute("aria-expanded", String(!tree.hidden));
    }],
    ["[data-language]", (el) => {
      keep("plans-language", el.dataset.language);
      trigger("language", { language: el.dataset.language });
      if (opened) fetchPaper(opened, el.dataset.language);
    }],
    ["[data-theme-switch]", () => { page.classList.toggle("dark"); keep("plans-theme", page.classList.contains("dark") ? "dark" : "light"); }],
    [".skip", (el, event) => { event.preventDefault(); show("ask"); one("#question-box textarea")?.focus(); }],
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
    const form = event.target.closest?.(".rewording");
    if (event.key === "Escape") {
      if (form) reword(form.closest(".turn"), false);
      else if (!window.plansChats.escaped() && page.dataset.reader === "open") close();
    }
    if (form && event.key === "Enter" && !event.shiftKey && event.target.matches("textarea")) {
      event.preventDefault();
      form.requestSubmit();
    }
    if (event.key === "Enter" && event.target.matches?.("[data-find]")) { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
    if (event.key === "Enter" && event.target.matches?.(".comment input")) one("[data-vote-send]", event.target.parentElement).click();
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

  // For the scripts of single pages: a click on what matches a selector, an event for Python, the next scroll anew.
  const on = (selector, act) => actions.push([selector, act]);
  const send = (name, data) => trigger(name, data);
  const restart = () => { turns = 0; };

  return { connect, answered, shown, save, on, send, restart, keep, kept, spoken };
})();
