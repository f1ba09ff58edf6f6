// Whether the server is there: told in the page's language while it is gone, what was written is kept, what was asked is
// sent when it is back. A server that was started anew knows nothing of this page, which is then loaded anew itself.
(() => {
  const { send, show } = window.plansPage;
  const LOOK_MS = 4000;
  const GONE_MS = 1000;
  const SILENT_MS = 8000;
  const RESTORE_MS = 250;
  const DRAFT = "plans-draft";
  const PENDING = "plans-pending";
  // What Gradio says of itself, in English, where it reaches its server no more.
  const LOST = ["Connection to the server was lost", "Connection errored out", "Failed to fetch", "NetworkError"];
  const page = document.body;
  const one = (selector, from = document) => from.querySelector(selector);
  const box = () => one("#question-box textarea");
  const kept = (key) => { try { return sessionStorage.getItem(key) || ""; } catch { return ""; } };
  const keep = (key, value) => { try { sessionStorage.setItem(key, value); } catch { /* storage is switched off */ } };
  let run = "";
  let timer = 0;
  let begun = false;
  let flight = ""; // the question whose answer is awaited
  let above = -1; // how many turns stood above it when it was sent; -1 once it is shown itself
  let broken = false; // whether Gradio has noticed, too

  const gone = () => page.dataset.server === "gone";

  function pending() {
    try { const read = JSON.parse(kept(PENDING)); return Array.isArray(read) ? read.map(String) : []; } catch { return []; }
  }

  function postpone(question) {
    if (question) keep(PENDING, JSON.stringify([...pending(), question]));
    page.toggleAttribute("data-postponed", pending().length > 0);
  }

  function write(text) {
    box().value = text;
    box().dispatchEvent(new Event("input", { bubbles: true }));
  }

  // --- the server

  async function look() {
    clearTimeout(timer);
    let standing = null;
    try {
      const reply = await fetch("status", { cache: "no-store", signal: AbortSignal.timeout(SILENT_MS) });
      standing = await reply.json();
    } catch { /* told below */ }
    if (standing?.page) cameBack(standing.run);
    else lose();
    timer = setTimeout(look, gone() ? GONE_MS : LOOK_MS);
  }

  function lose() {
    if (gone()) return;
    page.dataset.server = "gone";
    postpone(flight);
    flight = "";
  }

  function cameBack(found) {
    if ((run && found !== run) || (gone() && (broken || pending().length))) {
      if (window.plansEdits.settled()) location.reload();
      else lose(); // looked at again
      return;
    }
    run = found;
    delete page.dataset.server;
  }

  // --- what is written and asked

  // To be seen at once, before the server has said anything.
  function fly(question) {
    flight = question;
    above = document.querySelectorAll("#conversation .turn").length;
    page.dataset.asking = String(above);
  }

  // True where the question cannot be sent now: it waits until the server is back.
  function asked(question) {
    if (!question) return false;
    if (!gone()) { fly(question); look(); return false; }
    if (question === kept(DRAFT).trim()) keep(DRAFT, "");
    postpone(question);
    return true;
  }

  function sending(event) {
    const typed = event.type === "keydown"
      ? event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229 && event.target === box()
      : event.target.closest?.("#question-box .submit-button");
    const chip = event.type === "click" && event.target.closest?.("[data-ask]");
    if (!typed && !chip) return;
    // While an answer is awaited, Gradio drops what is sent: it stays in its box.
    const dropped = typed && one("#question-box .stop-button");
    if (!dropped && !asked((chip ? chip.dataset.ask : box().value).trim())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (typed && !dropped) write("");
  }

  function sendNext() {
    const [next, ...others] = pending();
    if (!next || flight || gone()) return;
    keep(PENDING, JSON.stringify(others));
    postpone("");
    fly(next);
    show("ask");
    send("ask", { question: next });
  }

  // --- what the page tells

  function begin() {
    begun = true;
    if (kept(DRAFT) && box()) write(kept(DRAFT));
    sendNext();
  }

  // A question that is sent empties the box, whatever was written there meanwhile, and nothing tells of it. What was sent
  // itself is kept until a turn shows it: then it has arrived.
  function restore() {
    if (begun && box() && !box().value && kept(DRAFT) && kept(DRAFT).trim() !== flight) write(kept(DRAFT));
  }

  function arrived(turn) {
    above = -1;
    const draft = kept(DRAFT).trim();
    if (draft && draft === one(".rewording textarea", turn)?.defaultValue) keep(DRAFT, "");
  }

  function changed() {
    if (!begun && "ready" in page.dataset) begin();
    const turns = document.querySelectorAll("#conversation .turn");
    const last = turns[turns.length - 1];
    const toasts = [...document.querySelectorAll("[data-testid=toast-body]")].map((each) => each.textContent);
    const toast = toasts.some((text) => LOST.some((lost) => text.includes(lost)));
    if (last && above >= 0 && turns.length !== above) arrived(last);
    if (above >= 0 && toasts.length && !toast) { above = -1; flight = ""; } // it was refused
    if ("asking" in page.dataset && (gone() || !flight || String(turns.length) !== page.dataset.asking)) delete page.dataset.asking;
    if (flight && above < 0 && last && one(":scope footer, :scope [role=alert]", last)) { flight = ""; sendNext(); }
    if (toast && !broken) { broken = true; lose(); look(); }
  }

  setInterval(restore, RESTORE_MS);
  document.addEventListener("keydown", sending, true);
  document.addEventListener("click", sending, true);
  document.addEventListener("input", (event) => { if (event.target === box()) keep(DRAFT, event.target.value); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  new MutationObserver(changed).observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-ready"] });
  look();
})();
