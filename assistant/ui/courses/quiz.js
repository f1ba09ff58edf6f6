// The quiz of a pack: answering and marking it where it stands.
window.plansQuiz = (() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const plain = (text) => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

  // What is left of the quiz, in its present order.
  function edits() {
    return all("#courses-sheet li[data-question]:not([data-dropped])").map((question) => question.dataset.question);
  }

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
    const button = event.target.closest?.("#courses-sheet .quiz button");
    if (!button) return;
    if (button.matches("[data-quiz-check]")) check(button.closest(".quiz"));
    if (button.matches("[data-quiz-again]")) again(button.closest(".quiz"));
  });

  return { edits };
})();
