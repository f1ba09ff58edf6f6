// The quiz of a pack: answered and marked where it stands. What was answered is kept for the session, quiz by quiz.
window.plansQuiz = (() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const plain = (text) => text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  const key = (quiz) => `plans-quiz-${quiz.dataset.quiz}`;
  const words = (quiz) => JSON.parse(quiz.dataset.words);

  const questions = (from = document) => all("#courses-sheet li[data-question]:not([data-dropped])", from);

  // What is left of the quiz, in its present order; of a question that was changed all that it now says.
  function edits() {
    return questions().map((question) => question.edited ?? question.dataset.question);
  }

  // What is ticked, by number; of several options all that are.
  const chosen = (question) => all(".choices input:checked", question).map((input) => input.value).join(",");

  function right(question) {
    const gap = one(".gap", question);
    if (gap) return JSON.parse(question.dataset.accept).some((entry) => plain(entry) === plain(gap.value));
    return chosen(question) === question.dataset.answer;
  }

  function check(quiz) {
    const told = words(quiz);
    const marks = questions(quiz).map((question) => {
      const good = right(question);
      question.dataset.marked = good ? "right" : "wrong";
      one(".verdict-line b", question).textContent = good ? told.right : told.wrong;
      one(".verdict-line", question).hidden = false;
      return good;
    });
    const score = told.score.replace("{right}", marks.filter(Boolean).length).replace("{count}", marks.length);
    one("output", quiz).textContent = score;
    one("[data-quiz-again]", quiz).hidden = false;
    quiz.toggleAttribute("data-checked", true);
    keep(quiz);
  }

  function unmark(question) {
    delete question.dataset.marked;
    one(".verdict-line", question).hidden = true;
  }

  function again(quiz) {
    for (const question of all("li[data-question]", quiz)) {
      unmark(question);
      for (const input of all(".choices input", question)) { if (input.matches(".gap")) input.value = ""; else input.checked = false; }
    }
    one("output", quiz).textContent = "";
    one("[data-quiz-again]", quiz).hidden = true;
    quiz.removeAttribute("data-checked");
    keep(quiz);
    one(".choices input", quiz)?.focus();
  }

  // --- kept for the session

  function keep(quiz) {
    const given = {};
    for (const question of all("li[data-question]", quiz)) {
      const value = one(".gap", question)?.value ?? chosen(question);
      if (value) given[question.dataset.question] = value;
    }
    try { sessionStorage.setItem(key(quiz), JSON.stringify({ given, checked: quiz.hasAttribute("data-checked") })); } catch { /* storage is switched off */ }
  }

  function restore(quiz) {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(key(quiz))); } catch { /* switched off, or not ours */ }
    if (!kept?.given) return;
    for (const question of all("li[data-question]", quiz)) {
      const value = kept.given[question.dataset.question];
      if (value === undefined) continue;
      const gap = one(".gap", question);
      if (gap) gap.value = value;
      else for (const input of all(".choices input", question)) input.checked = value.split(",").includes(input.value);
    }
    if (kept.checked) check(quiz);
  }

  // A pack may be shown anew at any time: after a reload, or out of what was saved.
  new MutationObserver(() => {
    const quiz = one("#courses-sheet .quiz:not([data-ready])");
    if (!quiz) return;
    quiz.toggleAttribute("data-ready", true);
    restore(quiz);
  }).observe(document.documentElement, { childList: true, subtree: true });

  // --- on paper

  // The key is put together when it is printed, from what stands there then.
  function print(quiz) {
    const list = one(".quiz-key ol", quiz);
    list.replaceChildren(...questions(quiz).map((question) => {
      const item = document.createElement("li");
      const given = document.createElement("b");
      given.textContent = one(".given", question).textContent;
      const source = one(".cite", question)?.textContent;
      item.append(given, ` ${one(".why", question).textContent}${source ? ` [${source}]` : ""}`);
      return item;
    }));
    document.body.dataset.print = "quiz";
    window.print();
  }
  addEventListener("afterprint", () => { if (document.body.dataset.print === "quiz") delete document.body.dataset.print; });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#courses-sheet .quiz button");
    if (!button) return;
    const quiz = button.closest(".quiz");
    if (button.matches("[data-quiz-check]")) check(quiz);
    if (button.matches("[data-quiz-again]")) again(quiz);
    if (button.matches("[data-quiz-print]")) print(quiz);
    if (button.matches("[data-quiz-file]")) one(`#courses-quiz_${button.dataset.quizFile}`).click();
  });
  document.addEventListener("input", (event) => {
    const quiz = event.target.closest?.("#courses-sheet .quiz");
    if (quiz && event.target.closest(".choices")) keep(quiz);
  });

  return { edits, unmark, words };
})();
