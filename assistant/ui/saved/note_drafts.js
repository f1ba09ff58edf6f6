// Notes that are being written: kept by the browser until they are saved, and put back whenever their form is put anew.
window.plansNotes = (() => {
  const { send } = window.plansPage;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const DRAFTS = "plans-notes";
  const FORMS = ":is([data-work-note], [data-write-note])";
  const sent = {}; // what was sent to be saved, by the id of what it is written on

  const nameOf = (form) => form.dataset.workNote || form.dataset.writeNote;
  const text = (form) => one("textarea", form);
  const title = (form) => one("input", form);

  function drafts() {
    try { return JSON.parse(sessionStorage.getItem(DRAFTS)) || {}; } catch { return {}; }
  }

  function hold(held) {
    try { sessionStorage.setItem(DRAFTS, JSON.stringify(held)); } catch { /* storage is switched off */ }
  }

  const now = (form) => ({ text: text(form).value, title: title(form)?.value || "", version: form.dataset.version || "" });

  document.addEventListener("input", (event) => {
    const form = event.target.closest?.(FORMS);
    if (form) hold({ ...drafts(), [nameOf(form)]: now(form) });
  });

  // A draft goes on from the version that it was begun on, whatever was saved since.
  function put(form) {
    form.dataset.drafted = "";
    const draft = drafts()[nameOf(form)];
    if (!draft) return;
    text(form).value = draft.text;
    if (title(form)) { title(form).value = draft.title; form.closest("details").open = true; }
    else form.dataset.version = draft.version;
  }

  function save(form) {
    const name = nameOf(form);
    sent[name] = now(form);
    const act = form.matches("[data-write-note]") ? { act: "write", id: "" } : { act: "note", id: name };
    send("shelf", { ...act, ...sent[name] });
  }

  // What is saved is no draft any more; what was written on since goes on from what is saved.
  function settled() {
    const notice = one("#saved-rows [data-settled]");
    const name = notice?.dataset.settled;
    notice?.removeAttribute("data-settled");
    if (!name || !sent[name]) return;
    const held = drafts();
    const form = all(FORMS).find((one) => nameOf(one) === name);
    const more = held[name] && (held[name].text !== sent[name].text || held[name].title !== sent[name].title);
    if (form && name !== "new") form.dataset.version = form.dataset.told;
    if (!more) delete held[name];
    else held[name].version = form?.dataset.version || held[name].version;
    delete sent[name];
    hold(held);
    if (name === "new" && form && !more) { form.reset(); form.closest("details").open = false; }
  }

  new MutationObserver(() => {
    for (const form of all(`${FORMS}:not([data-drafted])`)) {
      form.dataset.told = form.dataset.version || "";
      put(form);
    }
    settled();
  }).observe(document.documentElement, { childList: true, subtree: true });

  return { save };
})();
