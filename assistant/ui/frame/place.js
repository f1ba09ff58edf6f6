// Where the page stands. Each page, opened passage, conversation, pack and comparison has its address, and the browser's
// history holds the way through them. Who opens something tells it here; what is come to by Back, Forward, a reload or a
// link is put back. The address: `?doc=…&start=…&end=…` for a passage, `#page/id` for the page and what is open on it;
// what is looked for in the library stands as `?kind=…&words=…`.
window.plansPlace = (() => {
  const { refocus, send, spoken, turnTo } = window.plansPage;
  const one = (selector, from = document) => from.querySelector(selector);
  const random = () => Math.random().toString(36).slice(2);
  let here = { page: "ask", id: "", passage: null, alone: false, sought: {} }; // what is shown
  let beginning = random(); // marks the conversation that has no answer yet, and so no id
  const begun = {}; // the ids that such conversations got
  const open = {}; // what is open on each page: the id of a conversation, pack or comparison, or the name of a tab
  const SOUGHT = ["find", "in", "at", "query", "kind", "words", "of"];
  let sought = {}; // what is looked for in the library
  let seeking = false; // while what an address tells is looked for
  const asks = ["courses", "compare"]; // pages whose things are on file with the server

  // --- addresses; the links of the header tell which name stands for which page

  const linkOf = (name) => one(`#header .pages a:is([data-page="${CSS.escape(name)}"], [href="#${CSS.escape(name)}"])`);
  const nameOf = (page) => linkOf(page)?.getAttribute("href").slice(1) || page;
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return ""; } };

  function read(hash = location.hash, search = location.search) {
    const [name, id = ""] = hash.slice(1).split("/");
    const link = linkOf(name);
    const told = Object.fromEntries(new URLSearchParams(search));
    const { doc, start, end } = told;
    const passage = doc ? (start === undefined ? { doc } : { doc, start, end: end || start }) : null;
    const page = link?.dataset.page || "ask";
    const looked = page === "library" ? some(told) : {};
    return { page, id: link ? decoded(id) : "", passage, alone: Boolean(passage && !hash), sought: looked };
  }

  function address({ page, id, passage, alone, sought: looked }) {
    const hash = alone ? "" : `#${nameOf(page)}${id ? `/${encodeURIComponent(id)}` : ""}`;
    const told = new URLSearchParams({ ...passage, ...(page === "library" ? looked : {}) }).toString();
    return location.pathname + (told ? `?${told}` : "") + hash;
  }

  // What is said of what may be looked for, always in one order.
  const some = (told) => Object.fromEntries(SOUGHT.filter((name) => told[name]).map((name) => [name, told[name]]));

  // --- the browser's history

  let going = null; // while the browser goes back: what is to be written afterwards

  function write(next, over = false) {
    here = next;
    titled();
    if (going) { going.push([next, over]); return; }
    const from = address(read());
    const state = { key: random(), beneath: from, beginning };
    if (over) history.replaceState({ ...marked(), beginning }, "", address(next));
    else if (from !== address(next)) history.pushState(state, "", address(next));
  }

  // An address that was typed, or of the start, has no state of ours yet.
  function marked() {
    if (!history.state?.key) history.replaceState({ ...history.state, key: random(), beginning }, "");
    return history.state;
  }

  function came() {
    const waiting = going;
    going = null;
    if (waiting?.length) { waiting.forEach(([next, over]) => write(next, over)); return; }
    const state = marked();
    const next = read();
    // The conversation that began here has got its id meanwhile.
    if (next.page === "ask" && !next.id && begun[state.beginning]) {
      next.id = begun[state.beginning];
      history.replaceState(state, "", address(next));
    }
    const other = next.page === "ask" && !next.id && state.beginning !== beginning;
    if (other) beginning = state.beginning;
    // A passage that is closed beside an answer leaves that where it is; below one, it takes the place away.
    if (!waiting || window.matchMedia("(max-width: 899px)").matches) window.plansScroll.recall(state.key);
    put(next, other);
  }

  // Shows what an address names, as far as it is not shown.
  function put(next, other = false, before = here) {
    here = next;
    if (next.page !== before.page || next.alone !== before.alone) turnTo(next.page, next.alone);
    const fetched = next.id !== (open[next.page] || "");
    if (next.page === "ask" && (fetched || other)) { open.ask = next.id; window.plansChats.come(next.id); }
    if (asks.includes(next.page) && next.id && fetched) fetchWork(next.page, next.id);
    if (next.page === "library" && fetched) window.plansLibrary.toTab(open.library = next.id);
    if (next.page === "library" && JSON.stringify(next.sought) !== JSON.stringify(sought)) {
      sought = next.sought;
      seeking = true;
      send("seek", sought);
    }
    if (JSON.stringify(next.passage) !== JSON.stringify(before.passage)) {
      if (next.passage) window.plansReader.put(next.passage);
      else window.plansReader.leave();
    }
    if (next.page !== before.page) window.scrollTo(0, 0);
    if (next.page !== before.page && !next.passage) head();
    refocus();
    titled();
    window.plansScroll.settle();
  }

  function fetchWork(page, id) {
    window.plansEdits.keep(); // what is left behind
    open[page] = id;
    send("work", { page: nameOf(page), id, language: spoken() });
  }

  // The page stands: what the address names is put into it. A conversation that this browser holds is there already.
  function begin() {
    history.scrollRestoration = "manual";
    const state = marked();
    beginning = state.beginning;
    const next = read();
    here = { ...next, passage: null, alone: false };
    if (next.page === "ask") {
      open.ask = next.id;
      if (next.id && !window.plansChats.holds(next.id)) {
        fetchWork("ask", next.id);
        // Somebody else's address: the passage is what was meant to be seen.
        next.alone = Boolean(next.passage);
      }
    }
    window.plansScroll.recall(state.key);
    put(next);
    window.addEventListener("popstate", came);
    window.addEventListener("hashchange", came);
  }

  // --- what others tell

  // Goes to a page, with what is open on it or with `id`; a passage beside it stays.
  function go(name, id) {
    const page = linkOf(name)?.dataset.page;
    if (!page) return;
    const before = here;
    write({ ...here, page, id: id ?? open[page] ?? "", alone: false, sought: page === "library" ? sought : {} });
    put(here, false, before);
    if (page === before.page || here.passage) head();
  }

  function follow(hash) {
    const { page, id } = read(hash, "");
    go(page, id || undefined);
  }

  // What was made or opened on a page is what its address names from now on. Who has gone to another page meanwhile is
  // left there. What was empty is no place of its own.
  function place(name, id) {
    const page = linkOf(name)?.dataset.page;
    if (!page) return;
    const empty = asks.includes(page) && !open[page];
    open[page] = id;
    if (here.page === page) write({ ...here, id }, empty);
  }

  // A conversation has its first answer, and with it an id.
  function named(id) {
    begun[beginning] = id;
    open.ask = id;
    if (here.page === "ask") write({ ...here, id }, true);
  }

  // A new conversation; in the place of the one before where that is gone.
  function anew(over = false) {
    beginning = random();
    open.ask = "";
    if (here.page === "ask") write({ ...here, id: "" }, over);
  }

  function opened(passage) {
    write({ ...here, passage });
  }

  // Closing is going back where the passage was opened from; otherwise a place of its own.
  function closed() {
    const next = { ...here, passage: null, alone: false };
    if (going || history.state?.beneath !== address(next)) { write(next); return; }
    here = next;
    titled();
    going = [];
    history.back();
  }

  // What is looked for in the library is a place that its next letters take; while it is looked for it is not told yet.
  function lookedFor(told) {
    if (seeking) return;
    sought = some(told);
    if (here.page === "library") write({ ...here, sought }, true);
  }

  const found = () => { seeking = false; };

  // --- title and focus

  function titled() {
    const what = here.passage ? one("#reader .paper h2")?.textContent : titleOf(here);
    const page = here.alone ? "" : linkOf(here.page)?.textContent;
    const product = one("#header .brand strong")?.textContent;
    document.title = [what, page, product].filter(Boolean).join(" · ") || document.title;
  }

  function titleOf({ page, id }) {
    if (page === "ask") return window.plansChats.titleOf(id);
    return id && one(`#page-${page} [data-title]`)?.dataset.title;
  }

  function heading() {
    const found = one(`#page-${here.page} h1`);
    found?.setAttribute("tabindex", "-1");
    return found;
  }

  // The question box where there is a keyboard, else the heading of the page.
  function head() {
    const box = here.page === "ask" && window.matchMedia("(min-width: 900px)").matches && one("#question-box textarea");
    (box || heading())?.focus({ preventScroll: true });
  }

  Object.assign(window.plansPage, { place, go });
  return { anew, begin, closed, follow, found, go, head, heading, id: (page) => open[page] || "", lookedFor, named, opened, place, read, titled };
})();
