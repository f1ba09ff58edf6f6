// Saved work: packs that are edited are saved by themselves, and the page of saved work.
window.plansSaved = (() => {
  const { copy, on, onEscape, send, spoken } = window.plansPage;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const SETTLED_MS = 1200; // after the last change

  // --- times in the reader's own zone

  function times(within = document) {
    for (const time of all("time[datetime]", within)) {
      const at = new Date(time.dateTime);
      if (Number.isNaN(at.getTime())) continue;
      time.textContent = at.toLocaleString(spoken() === "en" ? "en-GB" : "zh-CN", { dateStyle: "medium", timeStyle: "short" });
    }
  }

  // --- what is open on a page

  let saved = ""; // the pack as it was last saved, or shown
  let waiting = null;

  const edits = () => (one("#courses-sheet .pack") ? window.plansCourses.edits() : "");

  // Python has saved or opened something: its address is the page's from now on.
  function placed(at) {
    times();
    if (!at) return;
    const { page, id } = JSON.parse(at);
    window.plansPage.place?.(page, id);
    if (page === "training" && !waiting) saved = edits();
  }

  function keep() {
    clearTimeout(waiting);
    waiting = null;
    const now = edits();
    if (!now || now === saved || !one("#courses-saved .saved-strip")) return;
    saved = now;
    send("edited", { edits: now });
  }

  // Looked at after anything that may have changed the pack; what has not changed it is not sent.
  function touched(event) {
    if (!event.target.closest?.("#courses-sheet")) return;
    clearTimeout(waiting);
    waiting = setTimeout(keep, SETTLED_MS);
  }

  for (const name of ["input", "click", "drop"]) document.addEventListener(name, touched);
  document.addEventListener("visibilitychange", () => { if (document.hidden && waiting) keep(); });

  on("[data-go-back]", (el) => {
    if (waiting) keep();
    send("version", { page: el.closest("[data-saved]").dataset.saved, version: el.dataset.goBack, language: spoken() });
  });
  on("[data-work-link]", (el) => copy(`${location.origin}${location.pathname}#${el.dataset.workLink}`, el));

  // --- answers and conversations

  on("[data-pin]", (el) => send("pin", { turn: el.closest(".turn").dataset.turn }));

  function pinned(turn) {
    const button = one(`.turn[data-turn="${CSS.escape(turn)}"] [data-pin]`);
    if (!button) return;
    one("span", button).textContent = button.dataset.done;
    button.disabled = true;
  }

  function conversation(kept) {
    window.plansAsk.restart();
    send("open", { kept });
  }

  // --- the list

  const act = (name, element, more = {}) => send("shelf", { act: name, id: element.closest("[data-id]")?.dataset.id || "", ...more });

  function unfold(row, selector) {
    for (const other of [".renaming", ".deleting"]) one(other, row).hidden = other !== selector;
    one(selector ? `${selector} :is(input, button)` : "[data-rename]", row).focus();
  }

  on("[data-work]", (el) => act(el.dataset.work, el, { form: el.dataset.form || "" }));
  on("[data-rename]", (el) => { unfold(el.closest("li"), ".renaming"); one(".renaming input", el.closest("li")).select(); });
  on("[data-remove-work]", (el) => unfold(el.closest("li"), ".deleting"));
  on("[data-settle]", (el) => unfold(el.closest("li"), ""));
  onEscape((event) => {
    const row = event.target.closest?.(".shelf > li");
    if (!row || all(".renaming, .deleting", row).every((part) => part.hidden)) return false;
    unfold(row, "");
    return true;
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches?.("[data-work-rename], [data-work-note], [data-write-note]")) return;
    event.preventDefault();
    const text = one("textarea, input", form).value;
    if (form.matches("[data-work-rename]")) act("rename", form, { text });
    if (form.matches("[data-work-note]")) act("note", form, { text: one("textarea", form).value });
    if (form.matches("[data-write-note]")) write(form);
  });

  function write(form) {
    const [title, text] = [one("input", form), one("textarea", form)];
    send("shelf", { act: "write", id: "", title: title.value, text: text.value });
    if (!text.value.trim()) return;
    form.reset();
    form.closest("details").open = false;
  }

  // The list is put anew with each event: the keyboard stays at what was opened.
  function shown() {
    times();
    const notice = one("#saved-rows .told");
    if (notice) notice.scrollIntoView({ block: "nearest" });
  }

  // Others may have saved something meanwhile: the list is read whenever the page is come to.
  new MutationObserver(() => { if (document.body.dataset.page === "saved" && document.body.dataset.ready !== undefined) send("shelf", { act: "look" }); })
    .observe(document.body, { attributeFilter: ["data-page", "data-ready"] });

  return { placed, pinned, conversation, shown };
})();
