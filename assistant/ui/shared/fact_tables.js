// Tables of facts: a page of rows at a time.
(() => {
  const { on } = window.plansPage;

  on("[data-rows-turn]", (el) => {
    const table = el.closest(".fact-table");
    const rows = [...table.querySelectorAll("tbody tr")];
    const size = Number(table.dataset.rows);
    const last = Math.ceil(rows.length / size) - 1;
    const at = Math.min(Math.max(Number(table.dataset.at || 0) + Number(el.dataset.rowsTurn), 0), last);
    table.dataset.at = at;
    rows.forEach((row, number) => { row.hidden = Math.floor(number / size) !== at; });
    const told = table.querySelector("[data-shown]");
    told.textContent = told.dataset.shown.replace("#", `${at * size + 1}–${Math.min((at + 1) * size, rows.length)}`);
    const [before, after] = table.querySelectorAll("[data-rows-turn]");
    before.disabled = at === 0;
    after.disabled = at === last;
    if (el.disabled) (el === before ? after : before).focus(); // the keyboard stays in the table
    table.querySelector(".table").scrollTo({ top: 0 });
  });
})();
