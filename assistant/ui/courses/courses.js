// The page of courses: editing the pack where it stands, and marking its quiz. What is exported is read from the page.
window.plansCourses = (() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const plain = (text) => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

  // What is left of the pack, in its present order and wording.
  function edits() {
    const lines = all("#courses-sheet li[data-line]:not([data-dropped])");
    const questions = all("#courses-sheet li[data-question]:not([data-dropped])");
    return JSON.stringify({
      lines: lines.map((line) => ({ id: line.dataset.line, text: one(".words", line).textContent })),
      questions: questions.map((question) => question.dataset.question),
    });
  }

  function move(button) {
    const item = button.closest("li");
    const down = button.dataset.move === "1";
    const other = down ? item.nextElementSibling : item.previousElementSibling;
    if (!other) return;
    if (down) other.after(item); else other.before(item);
    button.focus();
    item.scrollIntoView({ block: "nearest" });
  }

  function drop(button) {
    const item = button.closest("li");
    const pack = button.closest(".pack");
    const dropped = item.toggleAttribute("data-dropped");
    const label = dropped ? pack.dataset.restore : pack.dataset.drop;
    button.setAttribute("aria-pressed", String(dropped));
    button.setAttribute("aria-label", label);
    button.title = label;
  }

  // --- quiz

  function right(question) {
    const gap = one(".gap", question);
    if (gap) return JSON.parse(question.dataset.accept).some((entry) => plain(entry) === plain(gap.value));
    return one("input:checked", question)?.value === question.dataset.answer;
  }

  function check(quiz) {
    const questions = all("li[data-question]:not([data-dropped])", quiz);
    const marks = questions.map((question) => {
      const good = right(question);
      const verdict = one(".verdict-line", question);
      question.dataset.marked = good ? "right" : "wrong";
      one("b", verdict).textContent = good ? verdict.dataset.right : verdict.dataset.wrong;
      verdict.hidden = false;
      return good;
    });
    const score = quiz.dataset.score.replace("{right}", marks.filter(Boolean).length).replace("{count}", marks.length);
    one("output", quiz).textContent = score;
    one("[data-quiz-again]", quiz).hidden = false;
  }

  function again(quiz) {
    for (const question of all("li[data-question]", quiz)) {
      delete question.dataset.marked;
      one(".verdict-line", question).hidden = true;
      for (const input of all("input", question)) { if (input.type === "radio") input.checked = false; else input.value = ""; }
    }
    one("output", quiz).textContent = "";
    one("[data-quiz-again]", quiz).hidden = true;
    one("input", quiz)?.focus();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#courses-sheet button");
    if (!button) return;
    if (button.matches("[data-move]")) move(button);
    if (button.matches("[data-drop-line]")) drop(button);
    if (button.matches("[data-quiz-check]")) check(button.closest(".quiz"));
    if (button.matches("[data-quiz-again]")) again(button.closest(".quiz"));
  });

  // A line is one line: Enter ends the editing. Not the Enter that picks a word in an input method.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches?.("#courses-sheet .words")) return;
    event.preventDefault();
    event.target.blur();
  });

  return { edits };
})();
