// A pack that is edited is saved by itself. What is not acknowledged stays with the browser and is sent again: after a
// while, and after the page was loaded anew.
window.plansEdits = (() => {
  const { send, spoken } = window.plansPage;
  const one = (selector, from = document) => from.querySelector(selector);
  const SETTLED_MS = 1200; // after the last change
  const AGAIN_MS = 15000; // without an answer
  const UNSENT = "plans-edits";
  const sheet = () => one("#courses-sheet .pack");
  const now = () => (sheet() ? window.plansCourses.edits() : "");

  let shown = null; // the pack that stands on the page
  let id = ""; // what it is saved as; "" until that is told
  let saved = ""; // the pack as it was last acknowledged, or shown
  let waiting = null;
  let touchedAt = 0;
  const flying = new Map(); // what was sent, by its receipt
  const key = () => one(".quiz", sheet())?.dataset.quiz || "";

  // --- what the browser holds until it is acknowledged

  function unsent() {
    try { return JSON.parse(sessionStorage.getItem(UNSENT)) || {}; } catch { return {}; }
  }

  function hold(held) {
    try { sessionStorage.setItem(UNSENT, JSON.stringify(held)); } catch { /* storage is switched off */ }
  }

  // `anew`: of before the page was loaded anew, and not on it yet.
  function post(of, held, anew = false) {
    const receipt = Math.random().toString(36).slice(2);
    flying.set(receipt, { of, edits: held.edits, anew });
    send("edited", { id: of, ...held, receipt });
    setTimeout(() => { if (flying.delete(receipt) && unsent()[of]?.edits === held.edits) post(of, held, anew); }, AGAIN_MS);
  }

  function stash() {
    const edits = now();
    if (!edits || !id || edits === saved) return null;
    const held = { edits, key: key() };
    hold({ ...unsent(), [id]: held });
    return held;
  }

  function keep() {
    clearTimeout(waiting);
    waiting = null;
    const held = stash();
    if (held && ![...flying.values()].some((sent) => sent.of === id && sent.edits === held.edits)) post(id, held);
  }

  function acknowledged(receipt) {
    const sent = flying.get(receipt);
    if (!sent) return;
    flying.delete(receipt);
    if (sent.of === id) saved = sent.edits;
    const held = unsent();
    if (held[sent.of]?.edits !== sent.edits) return; // newer ones are on their way
    delete held[sent.of];
    hold(held);
    if (sent.anew && !waiting && sent.of === window.plansPlace.id("courses")) send("work", { page: "training", id: sent.of, language: spoken() });
  }

  // Python has saved or opened something; what was changed before it had an id is saved now.
  function placed({ page, id: told, receipt }) {
    if (page === "training") {
      look();
      id = told;
    }
    if (receipt) acknowledged(receipt);
    else if (page === "training" && now() !== saved) later();
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(keep, SETTLED_MS);
  }

  // Another pack stands there: as it came, nothing is to be saved of it.
  function look() {
    if (sheet() === shown) return;
    shown = sheet();
    id = "";
    saved = now();
  }

  // Looked at after anything that may have changed the pack; what has not changed it is not sent.
  function touched(event) {
    if (!event.target.closest?.("#courses-sheet")) return;
    touchedAt = Date.now();
    later();
  }

  // Whether the page may be loaded anew: nobody is writing, and what was written is held.
  function settled() {
    if (Date.now() - touchedAt < AGAIN_MS / 3) return false;
    window.plansQuizEditor.finish();
    stash();
    return ![...document.querySelectorAll("#courses-sheet .quiz-editor")].some((editor) => editor.checkVisibility());
  }

  for (const name of ["input", "click", "drop"]) document.addEventListener(name, touched);
  // What is open is left behind: its last change is not waited for.
  document.addEventListener("click", (event) => { if (waiting && event.target.closest?.("#courses-make, #courses-cancel")) keep(); }, true);
  document.addEventListener("visibilitychange", () => { if (document.hidden && waiting) keep(); });
  addEventListener("pagehide", stash);
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  const ready = new MutationObserver(() => {
    if (document.body.dataset.ready === undefined) return;
    ready.disconnect();
    for (const [of, held] of Object.entries(unsent())) post(of, held, true);
  });
  ready.observe(document.body, { attributeFilter: ["data-ready"] });

  return { keep, placed, settled };
})();
