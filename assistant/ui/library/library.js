// The library page: what was corrected in the forms of chosen files, and what is to be done with a document of the list.
window.plansLibrary = (() => {
  const { on, onEscape, place, send } = window.plansPage;
  // Only what differs from what was read: the rest is left to the file.
  const changed = (field) => (field.value.trim() === field.dataset.was ? "" : field.value.trim());

  function edits() {
    const made = {};
    document.querySelectorAll("[data-proposal]").forEach((form) => {
      const field = (name) => form.querySelector(`[name=${name}]`);
      const years = [field("first"), field("last")];
      const asRead = years.every((year) => changed(year) === "");
      made[form.dataset.proposal] = {
        title: changed(field("title")),
        place: changed(field("place")),
        first: asRead ? "" : years[0].value.trim(),
        last: asRead ? "" : years[1].value.trim(),
        kind: changed(field("kind")),
        way: form.querySelector("[type=radio]:checked")?.value || "",
      };
    });
    return JSON.stringify(made);
  }

  // --- the tabs, each with its address; the first is the page's own

  const tabs = () => [...document.querySelectorAll("#library-tabs .tab-container:not(.visually-hidden) [role=tab]")];
  const nameOf = (tab) => (tab.id.endsWith("-button") ? tab.id.slice("library-".length, -"-button".length) : "");

  on("#library-tabs [role=tab]", (el) => {
    const name = nameOf(el);
    place("library", name === "plans" ? "" : name);
  });

  function toTab(name) {
    const tab = tabs().find((one) => nameOf(one) === (name || "plans"));
    if (tab?.getAttribute("aria-selected") !== "true") tab?.click();
  }

  // --- the list

  let begun = null; // the button that opened what stands above the list: the keyboard goes back to it
  const begin = (name, el, document) => { begun = el; send(name, { document }); };
  const LEAVE = "#remove-no, #translation-close, #edit-cancel";

  on("[data-remove]", (el) => begin("remove", el, el.dataset.remove));
  on("[data-translate]", (el) => begin("translate", el, el.dataset.translate));
  on("[data-edit-document]", (el) => begin("edit", el, el.dataset.editDocument));
  on(LEAVE, () => begun?.focus());
  onEscape(({ target }) => {
    const leave = target.closest?.("#page-library .task")?.querySelector(LEAVE);
    if (leave && target.getAttribute("role") !== "listbox") leave.click(); // a list that is open is left first
    return Boolean(leave);
  });

  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  // What is asked about a document stands above the list: the reader is led there, and the keyboard with them.
  // The panel is drawn after its event has come back, so it is looked for a few times.
  function toPanel(tries = 20) {
    const panel = [...document.querySelectorAll("#page-library .task")].find((one) => one.offsetParent !== null);
    if (!panel) { if (tries) setTimeout(() => toPanel(tries - 1), 50); return; }
    panel.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    panel.querySelector("input, textarea, button")?.focus({ preventScroll: true });
  }

  const toTop = () => document.querySelector("#library-rows")?.scrollIntoView({ block: "start" });

  // Rows that the server sent: the keyboard stays with what turns them.
  function toRows() {
    const table = document.querySelector("#library-facts .fact-table");
    table?.querySelector(".table").scrollTo({ top: 0 });
    table?.querySelector("[data-rows-turn]:not([disabled])")?.focus({ preventScroll: true });
  }

  return { edits, toPanel, toRows, toTab, toTop };
})();
