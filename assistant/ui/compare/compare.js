// The comparison: a cell opens its passage wherever it is clicked, and is seen as open while the reader shows that.
(() => {
  const result = () => document.getElementById("compare-result");

  function open(event) {
    const cell = event.target.closest?.("#compare-result td[data-opens]");
    if (!cell || event.target.closest("button, a") || String(window.getSelection())) return;
    const part = event.target.closest("li, p");
    (part?.querySelector("[data-doc]") || cell.querySelector("[data-doc]"))?.click();
  }

  // What the reader shows stands in the address. Beside the opened reader the table is narrower: the cell stays in sight.
  function mark() {
    const shown = new URLSearchParams(document.body.dataset.reader === "open" ? location.search : "");
    const key = ["doc", "start", "end"].map((name) => shown.get(name)).join(":");
    result()?.querySelectorAll("[data-doc]").forEach((el) => {
      const now = `${el.dataset.doc}:${el.dataset.start}:${el.dataset.end}` === key;
      if (now && !el.hasAttribute("aria-current") && window.matchMedia("(min-width: 900px)").matches) {
        el.closest("td, figure").scrollIntoView({ block: "nearest", inline: "nearest" });
      }
      if (now) el.setAttribute("aria-current", "true");
      else el.removeAttribute("aria-current");
    });
  }

  // That a table goes on to the right is said where it does.
  function widen() {
    const matrix = result()?.querySelector(".matrix");
    const hint = result()?.querySelector(".swipe");
    if (matrix && hint) hint.hidden = matrix.scrollWidth <= matrix.clientWidth + 1;
  }

  document.addEventListener("click", (event) => { open(event); setTimeout(mark); setTimeout(widen); });
  window.addEventListener("resize", widen);
  window.addEventListener("popstate", () => setTimeout(mark));
  new MutationObserver(mark).observe(document.body, { attributes: true, attributeFilter: ["data-reader"] });
  new MutationObserver((changes) => {
    if (changes.some((change) => result()?.contains(change.target))) { mark(); widen(); }
  }).observe(document.body, { childList: true, subtree: true });

})();
