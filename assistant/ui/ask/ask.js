// The page of questions: words a question anew, asks it again, votes, prints, says what was answered.
window.plansAsk = (() => {
  const { ready, show, on, onEscape, send } = window.plansPage;
  const page = document.body;
  const one = (selector, from = document) => from.querySelector(selector);
  const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  let turns = 0;
  let cast = 0; // how many votes were sent
  let commented = null; // the last one with a comment: its number, and where thanks are to stand

  // A turn that has come to its end is read out once; the log itself is put anew with every answer.
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

  // --- how much may still be written: told from four fifths of the limit on

  const NEAR = 0.8;

  function count(field) {
    const told = one("[data-limit]");
    const counter = field.closest(".rewording") ? one(".counter", field.closest(".rewording")) : composerCounter();
    if (!told || !counter) return;
    const limit = Number(told.dataset.limit);
    const left = limit - [...field.value.trim()].length; // a character outside the first plane is one
    const text = left < 0 ? told.dataset.over.replace("#", -left) : told.dataset.left.replace("#", left);
    counter.hidden = left > (1 - NEAR) * limit;
    if (!counter.hidden && counter.textContent !== text) counter.textContent = text;
    counter.classList.toggle("over", left < 0);
    counter.setAttribute("aria-live", left < 0 ? "polite" : "off");
    if (left < 0) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  // It stands above the box; screen readers are told once it is over the limit.
  function composerCounter() {
    const box = one("#question-box");
    if (!box) return null;
    return one("#counter") || box.insertAdjacentElement("afterbegin", Object.assign(document.createElement("p"), { id: "counter", className: "counter" }));
  }

  function recount() {
    const field = one("#question-box textarea");
    if (field) count(field);
  }

  function answered() {
    ready();
    requestAnimationFrame(recount); // the box was emptied, or holds what was too long
    const all = document.querySelectorAll("#conversation .turn");
    const settled = window.plansScroll.settle();
    if (!settled && all.length > turns) all[all.length - 1].scrollIntoView({ block: "start", behavior: calm() ? "auto" : "smooth" });
    turns = all.length;
    announce(all[all.length - 1]);
  }

  // What may be asked next is looked at when an answer is shown already: it is put behind it, and nothing else is touched.
  function offered(told) {
    for (const [place, markup] of JSON.parse(told || "[]")) {
      const answer = one(`#conversation .turn[data-turn="${place}"] .answer`);
      if (!answer) continue;
      one(".next", answer)?.remove();
      answer.insertAdjacentHTML("beforeend", markup);
    }
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
    send("again", { turn: turn.dataset.turn, question: text });
  }

  function submitted(event) {
    if (!event.target.matches(".rewording")) return;
    event.preventDefault();
    askAgain(event.target.closest(".turn"), one("textarea", event.target).value);
  }

  function vote(votes, comment) {
    cast += 1;
    const pressed = one("[aria-pressed=true]", votes).dataset.vote;
    send("vote", { turn: votes.closest(".turn").dataset.turn, vote: pressed, comment, number: cast });
  }

  // A vote is kept: thanks take the place of its comment.
  function thank(number) {
    if (commented?.number === Number(number)) commented.votes.textContent = commented.votes.dataset.done;
  }

  function print(turn) {
    turn.querySelectorAll("details.more").forEach((fold) => { fold.open = true; });
    turn.classList.add("printed");
    page.dataset.print = "turn";
    window.addEventListener("afterprint", () => { turn.classList.remove("printed"); delete page.dataset.print; }, { once: true });
    window.print();
  }

  // --- clicks and keys

  on("[data-ask]", (el) => { show("ask"); send("ask", { question: el.dataset.ask }); });
  on("[data-edit]", (el) => reword(el.closest(".turn"), true));
  on("[data-edit-cancel]", (el) => reword(el.closest(".turn"), false));
  on("[data-further]", (el) => send("further", { turn: el.closest(".turn").dataset.turn }));
  on("[data-again]", (el) => askAgain(el.closest(".turn"), el.dataset.again));
  on("button[data-print]", (el) => print(el.closest(".turn")));
  on("[data-vote]", (el) => {
    el.parentElement.querySelectorAll("[data-vote]").forEach((thumb) => thumb.setAttribute("aria-pressed", String(thumb === el)));
    vote(el.closest(".votes"), "");
    const comment = one(".comment", el.parentElement);
    comment.hidden = false;
    one("input", comment).focus();
  });
  on("[data-vote-send]", (el) => {
    const votes = el.closest(".votes");
    vote(votes, one("input", votes).value);
    commented = { votes, number: cast };
  });
  onEscape((event) => {
    const form = event.target.closest?.(".rewording");
    if (form) reword(form.closest(".turn"), false);
    return Boolean(form);
  });

  document.addEventListener("submit", submitted);
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("#question-box textarea, .rewording textarea")) count(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const form = event.target.closest?.(".rewording");
    if (form && !event.shiftKey && event.target.matches("textarea")) {
      event.preventDefault();
      form.requestSubmit();
    }
    if (event.target.matches?.(".comment input")) one("[data-vote-send]", event.target.parentElement).click();
  });

  // The next answer is scrolled to even where it is not a further one.
  const restart = () => { turns = 0; };

  return { answered, offered, restart, thank };
})();
