// While the program starts: tells how far it has come, keeps what is written, answers a question that is asked already,
// and makes room for the whole page as soon as that is there.
(() => {
  const LOOK_MS = 300;
  const page = document.body;
  const one = (selector, from = document) => from.querySelector(selector);
  const kept = (store, key) => { try { return store.getItem(key); } catch { return null; } };
  const keep = (store, key, value) => { try { store.setItem(key, value); } catch { /* storage is switched off */ } };
  const list = (store, key) => { try { const read = JSON.parse(store.getItem(key)); return Array.isArray(read) ? read : []; } catch { return []; } };
  let language = (kept(localStorage, "plans-language") || navigator.language || "zh").startsWith("en") ? "en" : "zh";
  let standing = null;

  function put() {
    const answers = [...(one("#conversation")?.childNodes || [])];
    for (const old of document.querySelectorAll("body > :is(#header, main)")) old.remove();
    page.prepend(one(`template[data-spoken=${language}]`).content.cloneNode(true));
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = one("#header .brand strong").textContent;
    one("#conversation").replaceChildren(...answers);
    const box = one("#question-box textarea");
    box.value = kept(sessionStorage, "plans-draft") || "";
    const here = location.hash.slice(1).split("/")[0] || "ask";
    for (const link of document.querySelectorAll("#header [data-page]")) {
      if ([link.hash.slice(1), link.dataset.page].includes(here)) link.setAttribute("aria-current", "page");
    }
    tell();
  }

  function tell() {
    if (!standing) return;
    const [doing, left] = standing.told[language];
    const percent = Math.round(100 * standing.share);
    if (one(".doing").textContent !== doing) one(".doing").textContent = doing;
    one(".meter").setAttribute("aria-valuenow", String(percent));
    one(".meter i").style.width = `${percent}%`;
    one(".left").textContent = standing.plans ? "" : [percent ? `${percent}%` : "", left].filter(Boolean).join(" · ");
  }

  async function look() {
    try {
      standing = await (await fetch("status", { cache: "no-store" })).json();
      if (standing.page) { location.reload(); return; }
      tell();
    } catch { /* it is looked for again */ }
    setTimeout(look, LOOK_MS);
  }

  // The questions of the conversation that is open, which the question may follow up.
  function history() {
    const [on, id] = location.hash.slice(1).split("/");
    const chat = on === "ask" && list(localStorage, "plans-conversations").find((each) => each?.id === id);
    return ((chat && chat.answers) || []).map((answer) => String(answer.question)).slice(-5);
  }

  async function ask(question) {
    keep(sessionStorage, "plans-pending", JSON.stringify([...list(sessionStorage, "plans-pending"), question]));
    const turn = document.createElement("article");
    turn.append(
      Object.assign(document.createElement("h2"), { textContent: question }),
      Object.assign(document.createElement("p"), { className: "pending", textContent: one("#conversation").dataset.waiting }),
    );
    one("#conversation").append(turn);
    try {
      const reply = await fetch("early", { method: "POST", body: JSON.stringify({ question, history: history(), language }) });
      const { html } = await reply.json();
      if (html) turn.innerHTML = html;
    } catch { /* the whole page asks it again */ }
  }

  document.addEventListener("input", (event) => {
    if (event.target.matches("#question-box textarea")) keep(sessionStorage, "plans-draft", event.target.value);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    if (!event.target.matches("#question-box textarea")) return;
    event.preventDefault();
    one("#composer").requestSubmit();
  });
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const box = one("#question-box textarea");
    const question = box.value.trim();
    if (!question) return;
    box.value = "";
    keep(sessionStorage, "plans-draft", "");
    ask(question);
  });
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-language]");
    if (pressed) { language = pressed.dataset.language; keep(localStorage, "plans-language", language); put(); }
    if (event.target.closest("[data-theme-switch]")) {
      page.classList.toggle("dark");
      keep(localStorage, "plans-theme", page.classList.contains("dark") ? "dark" : "light");
    }
  });
  window.addEventListener("hashchange", put);

  const theme = kept(localStorage, "plans-theme");
  page.classList.toggle("dark", theme ? theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches);
  put();
  one("#question-box textarea").focus();
  look();
})();
