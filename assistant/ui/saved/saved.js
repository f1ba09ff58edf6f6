// Saved work: packs that are edited are saved by themselves, and the page of saved work.
window.plansSaved = (() => {
  const { copy, on, onEscape, send, spoken } = window.plansPage;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // --- times in the reader's own zone

  function times(within = document) {
    for (const time of all("time[datetime]", within)) {
      const at = new Date(time.dateTime);
      if (Number.isNaN(at.getTime())) continue;
      time.textContent = at.toLocaleString(spoken() === "en" ? "en-GB" : "zh-CN", { dateStyle: "medium", timeStyle: "short" });
    }
  }

  // --- what is open on a page

  // Python has saved or opened something: its address is the page's from now on.
  function placed(at) {
    times();
    if (!at) return;
    const told = JSON.parse(at);
    if (told.page) window.plansPage.place?.(told.page, told.id);
    window.plansEdits.placed(told);
  }

  on("[data-go-back]", (el) => {
    window.plansEdits.keep();
    send("version", { page: el.closest("[data-saved]").dataset.saved, version: el.dataset.goBack, language: spoken() });
  });
  on("[data-work-link]", (el) => copy(`${location.origin}${location.pathname}#${el.dataset.workLink}`, el));

  // --- answers and conversations

  on("[data-pin]", (el) => send("pin", { turn: el.closest(".turn").dataset.turn }));

  // The log is put anew with every answer: what was pinned is known by its text.
  const pins = new Set();
  const said = (button) => one("[data-copy]", button.closest(".turn"))?.dataset.copy;

  function pinned(turn) {
    const button = one(`.turn[data-turn="${CSS.escape(turn)}"] [data-pin]`);
    if (!pins.size) new MutationObserver(markPins).observe(one("#conversation"), { childList: true, subtree: true });
    if (button) pins.add(said(button));
    markPins();
  }

  function markPins() {
    for (const button of all("#conversation [data-pin]:not([disabled])")) {
      if (!pins.has(said(button))) continue;
      one("span", button).textContent = button.dataset.done;
      button.disabled = true;
    }
  }

  function conversation(kept) {
    window.plansAsk.restart();
    send("open", { kept });
  }

  // --- the list

  const act = (name, element, more = {}) => send("shelf", { act: name, id: element.closest("[data-id]")?.dataset.id || "", ...more });

  function unfold(row, selector) {
    for (const other of [".retitling", ".deleting"]) one(other, row).hidden = other !== selector;
    one(selector ? `${selector} :is(input, button)` : "[data-rename]", row).focus();
  }

  on("[data-work]", (el) => act(el.dataset.work, el, { form: el.dataset.form || "" }));
  on("[data-rename]", (el) => { unfold(el.closest("li"), ".retitling"); one(".retitling input", el.closest("li")).select(); });
  on("[data-remove-work]", (el) => unfold(el.closest("li"), ".deleting"));
  on("[data-settle]", (el) => unfold(el.closest("li"), ""));
  onEscape((event) => {
    const row = event.target.closest?.(".shelf > li");
    if (!row || all(".retitling, .deleting", row).every((part) => part.hidden)) return false;
    unfold(row, "");
    return true;
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches?.("[data-work-rename], [data-work-note], [data-write-note]")) return;
    event.preventDefault();
    if (form.matches("[data-work-rename]")) act("rename", form, { text: one("input", form).value });
    else window.plansNotes.save(form);
  });

  // The list is put anew with each event: the keyboard stays at what was opened.
  function shown() {
    times();
    const notice = one("#saved-rows .told");
    if (notice) notice.scrollIntoView({ block: "nearest" });
    one("#saved-rows [data-work=put_back]")?.focus(); // the row that had the keyboard is gone
  }

  // Others may have saved something meanwhile: the list is read whenever the page is come to.
  new MutationObserver(() => { if (document.body.dataset.page === "saved" && document.body.dataset.ready !== undefined) send("shelf", { act: "look" }); })
    .observe(document.body, { attributeFilter: ["data-page", "data-ready"] });

  return { placed, pinned, conversation, shown };
})();
