// The reader beside every page: opens sources and plans, goes about in them, finds in the open plan.
window.plansReader = (() => {
  const { copy, on, send, keep, kept, spoken } = window.plansPage;
  let opened = null; // what is shown: {doc, start, end} or {doc}
  let opener = null; // the element that opened it, which gets the focus back
  let after = ""; // what gets the focus when the paper has been put anew
  const page = document.body;
  const one = (selector, from = document) => from.querySelector(selector);
  const phone = () => window.matchMedia("(max-width: 899px)").matches;
  const reader = () => one("#reader");

  function open(target, from = null) {
    opener = from || opener;
    window.plansPlace.opened(target);
    put(target);
  }

  // Shows a passage that is the page's place already.
  function put(target) {
    opened = target;
    page.dataset.reader = "open";
    const paper = one(".paper", reader());
    const same = paper?.dataset.key === key(target) && paper.lang === spoken();
    if (same && paper.dataset.view === "text" && view() === "text") shown();
    else fetchPaper(target, spoken());
  }

  const view = () => (kept("plans-view") === "image" ? "image" : "text");

  // English stands beside the text where the page speaks English, until the reader says otherwise.
  const beside = (language) => (kept("plans-beside") || (language === "en" ? "on" : "off")) === "on";

  function fetchPaper(target, language, number = 0) {
    reader().setAttribute("aria-busy", "true");
    send("read", { start: 0, end: 0, ...target, language, view: view(), page: number, beside: beside(language) });
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
    window.plansPlace.titled();
    window.plansScroll.settle();
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
    window.plansPlace.closed();
    leave();
  }

  // Hides what is no longer the page's place.
  function leave() {
    delete page.dataset.reader;
    delete page.dataset.focus;
    opened = null;
    if (opener?.checkVisibility()) {
      opener.focus({ preventScroll: !phone() });
      if (phone()) opener.scrollIntoView({ block: "center" });
    } else if (document.activeElement === page || reader().contains(document.activeElement)) window.plansPlace.head();
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

  // --- clicks and keys

  on("[data-doc][data-start]", (el) => open({ doc: el.dataset.doc, start: el.dataset.start, end: el.dataset.end }, el));
  on("[data-read]", (el) => open({ doc: el.dataset.read }, el));
  on("button[data-view]", (el) => {
    keep("plans-view", el.dataset.view);
    after = `button[data-view=${el.dataset.view}]`;
    fetchPaper(opened, spoken());
  });
  on("button[data-beside]", (el) => {
    keep("plans-beside", el.getAttribute("aria-pressed") === "true" ? "off" : "on");
    after = "button[data-beside]";
    fetchPaper(opened, spoken());
  });
  on("[data-to-page]", (el) => {
    const forward = el.matches(".turning > :last-child");
    after = el.closest(".turning") ? `.turning > :${forward ? "last" : "first"}-child` : "";
    fold();
    fetchPaper(opened, spoken(), Number(el.dataset.toPage));
  });
  on("[data-link]", (el) => copy(`${location.origin}${location.pathname}?${new URLSearchParams(window.plansPlace.read().passage)}`, el));
  on("[data-close]", () => close());
  on("[data-goto]", (el) => { fold(); goto(el.dataset.goto); });
  on("[data-find-step]", (el) => step(Number(el.dataset.findStep)));
  on("[data-contents]", (el) => {
    const tree = one(".contents", reader());
    tree.hidden = !tree.hidden;
    el.setAttribute("aria-expanded", String(!tree.hidden));
  });
  document.addEventListener("input", (event) => { if (event.target.matches("[data-find]")) find(event.target.value); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches?.("[data-find]")) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  });

  // The same in another language.
  const retell = (language) => { if (opened) fetchPaper(opened, language); };

  return { close, leave, put, retell, shown };
})();
