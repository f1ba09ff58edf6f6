// The page of courses: editing the pack where it stands. What is exported is read from the page.
window.plansCourses = (() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // What is left of the pack, in its present order and wording.
  function edits() {
    const lines = all("#courses-sheet [data-line]:not([data-dropped])");
    return JSON.stringify({
      lines: lines.map((line) => {
        const words = all(".words", line).map((told) => told.textContent);
        return line.matches("tr") ? { id: line.dataset.line, text: "", cells: words } : { id: line.dataset.line, text: words[0] };
      }),
      questions: window.plansQuiz.edits(),
    });
  }

  const ITEM = "[data-line], [data-question]";

  function move(button) {
    const item = button.closest(ITEM);
    const down = button.dataset.move === "1";
    const other = down ? item.nextElementSibling : item.previousElementSibling;
    if (!other?.matches(ITEM)) return;  // the heading of a group stays above it
    if (down) other.after(item); else other.before(item);
    button.focus();
    item.scrollIntoView({ block: "nearest" });
  }

  function drop(button) {
    const item = button.closest(ITEM);
    const pack = button.closest(".pack");
    const dropped = item.toggleAttribute("data-dropped");
    const label = dropped ? pack.dataset.restore : pack.dataset.drop;
    button.setAttribute("aria-pressed", String(dropped));
    button.setAttribute("aria-label", label);
    button.title = label;
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#courses-sheet button");
    if (!button) return;
    if (button.matches("[data-move]")) move(button);
    if (button.matches("[data-drop-line]")) drop(button);
  });

  // A line is one line: Enter ends the editing. Not the Enter that picks a word in an input method.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches?.("#courses-sheet .words")) return;
    event.preventDefault();
    event.target.blur();
  });

  return { edits };
})();
