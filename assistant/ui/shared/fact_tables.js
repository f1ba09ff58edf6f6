// Tables of facts: a page of rows at a time; the server has those that are not here.
(() => {
  const { on, send } = window.plansPage;

  on("[data-rows-turn]", (el) => {
    const table = el.closest(".fact-table");
    const rows = [...table.querySelectorAll("tbody tr")];
    const [size, first, count] = ["rows", "first", "count"].map((name) => Number(table.dataset[name]));
    const at = Number(table.dataset.at || 0) + Number(el.dataset.rowsTurn);
    const from = first + at * size;
    if (from < 0 || from >= count) return;
    if (at < 0 || at * size >= rows.length) { send("facts", { first: from }); return; }
    table.dataset.at = at;
    rows.forEach((row, number) => { row.hidden = Math.floor(number / size) !== at; });
    const told = table.querySelector("[data-shown]");
    told.textContent = told.dataset.shown.replace("#", `${from + 1}–${Math.min(from + size, count)}`);
    const [before, after] = table.querySelectorAll("[data-rows-turn]");
    before.disabled = from === 0;
    after.disabled = from + size >= count;
    if (el.disabled) (el === before ? after : before).focus(); // the keyboard stays in the table
    table.querySelector(".table").scrollTo({ top: 0 });
  });
})();
