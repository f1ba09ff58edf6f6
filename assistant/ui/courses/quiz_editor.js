// Changing a question of a quiz where it stands, and adding one's own. What is sent is held to bounds where it arrives.
window.plansQuizEditor = (() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const GAP = "____";
  const MOST_OPTIONS = 8;
  const line = (text) => text.replace(/\s+/g, " ").trim();
  const made = (name, quiz) => one(`template.of-${name}`, quiz).content.firstElementChild.cloneNode(true);

  // What a question now says; read from the page until it is changed for the first time.
  function values(question) {
    return question.edited ?? {
      id: question.dataset.question,
      kind: question.dataset.kind,
      prompt: [...one(".wording", question).childNodes].map((node) => node.nodeType === Node.TEXT_NODE ? node.textContent : GAP).join(""),
      options: all(".choice span", question).map((option) => option.textContent),
      ...key(question.dataset.kind, question.dataset.answer.split(",").map(Number)),
      accepted: JSON.parse(question.dataset.accept),
      explanation: one(".why", question).textContent,
      difficulty: Number(question.dataset.level),
    };
  }

  // The right options of a question, as they are sent: of one or of several.
  function key(kind, right) {
    return kind === "multiple" ? { answer: -1, answers: right.filter((i) => i >= 0) } : { answer: right[0] ?? -1 };
  }
  const rights = (now) => now.answers ?? [now.answer];

  // --- opening

  function open(question) {
    if (one(".quiz-editor", question)) return;
    const quiz = question.closest(".quiz");
    const now = values(question);
    const editor = made("editor", quiz);
    for (const field of ["prompt", "explanation", "difficulty"]) one(`[name=${field}]`, editor).value = now[field];
    one("[name=accepted]", editor).value = now.accepted.join("\n");
    for (const part of all("[data-for]", editor)) part.hidden = !part.dataset.for.split(" ").includes(now.kind);
    const options = one(".edit-options", editor);
    options.hidden = now.kind === "fill";
    now.options.forEach((option, i) => options.append(row(quiz, option, rights(now).includes(i), now.kind)));
    one(".body", question).hidden = true;
    question.prepend(editor);
    one("[name=prompt]", editor).focus();
  }

  function row(quiz, text, right, kind) {
    const item = made("option", quiz);
    const fixed = kind === "true_false";
    const [tick, input] = all("input", item);
    if (kind === "multiple") tick.type = "checkbox";
    tick.name = "right-option";
    tick.checked = right;
    input.value = text;
    input.readOnly = fixed;
    one("[data-option-drop]", item).hidden = fixed;
    return item;
  }

  // --- closing

  function read(question) {
    const editor = one(".quiz-editor", question);
    const field = (name) => one(`[name=${name}]`, editor).value;
    const rows = all(".edit-option", editor);
    const before = values(question);
    const ticked = rows.flatMap((item, i) => one("input", item).checked ? [i] : []);
    return {
      ...before,
      prompt: line(field("prompt")),
      options: rows.map((item) => line(one("[type=text]", item).value)),
      ...key(before.kind, ticked),
      accepted: field("accepted").split("\n").map(line).filter(Boolean),
      explanation: line(field("explanation")),
      difficulty: Number(field("difficulty")),
    };
  }

  // Why the values make no question; "" where they make one.
  function lacking(now, told) {
    if (!now.prompt) return told.no_prompt;
    if (now.kind === "fill") return now.accepted.length ? "" : told.no_accepted;
    if (now.options.length < 2 || now.options.some((option) => !option)) return told.no_options;
    if (new Set(now.options).size < now.options.length) return told.same_options;
    return rights(now).some((i) => i >= 0) ? "" : told.no_answer;
  }

  function done(question) {
    const quiz = question.closest(".quiz");
    const told = window.plansQuiz.words(quiz);
    const now = read(question);
    const why = lacking(now, told);
    const alert = one(".quiz-editor .wrong", question);
    alert.textContent = why;
    alert.hidden = !why;
    if (why) return;
    const before = values(question);
    const same = JSON.stringify(before) === JSON.stringify(now);
    if (!same) { question.edited = now; draw(question, told); }
    close(question);
  }

  function close(question) {
    if (question.dataset.fresh !== undefined && !question.edited) { question.remove(); return; }
    one(".quiz-editor", question)?.remove();
    one(".body", question).hidden = false;
    one("[data-question-edit]", question).focus();
  }

  // The question as it now is; what was answered before says nothing of it.
  function draw(question, told) {
    const now = question.edited;
    Object.assign(question.dataset, { answer: rights(now).join(","), accept: JSON.stringify(now.accepted), level: now.difficulty });
    delete question.dataset.fresh;
    window.plansQuiz.unmark(question);
    one(".kind", question).textContent = told[`kind_${now.kind}`];
    one(".level", question).textContent = told[`level_${now.difficulty}`];
    one(".by-trainer", question).hidden = false;
    one(".wording", question).replaceChildren(...gapped(now.prompt));
    one("q", question)?.remove();
    one(".choices", question).replaceChildren(...choices(now, told));
    one(".given", question).textContent = told.answer.replace("{answer}", now.kind === "fill" ? now.accepted[0] : rights(now).map((i) => now.options[i]).join("; "));
    one(".why", question).textContent = now.explanation;
  }

  function gapped(prompt) {
    return prompt.split(GAP).flatMap((part, i) => {
      if (!i) return [part];
      const blank = document.createElement("span");
      blank.className = "blank";
      blank.setAttribute("role", "img");
      blank.setAttribute("aria-label", GAP);
      return [blank, part];
    });
  }

  function choices(now, told) {
    if (now.kind === "fill") {
      const gap = document.createElement("input");
      Object.assign(gap, { className: "gap", type: "text", maxLength: 200, autocomplete: "off", placeholder: told.gap });
      gap.setAttribute("aria-label", told.gap);
      return [gap];
    }
    return now.options.map((option, i) => {
      const label = document.createElement("label");
      label.className = "choice";
      const input = document.createElement("input");
      Object.assign(input, { type: now.kind === "multiple" ? "checkbox" : "radio", name: now.id, value: i });
      const text = document.createElement("span");
      text.textContent = option;
      label.append(input, " ", text);
      return label;
    });
  }

  // --- one's own

  function add(quiz, kind) {
    const told = window.plansQuiz.words(quiz);
    const question = made("question", quiz);
    const id = `own-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    // Of several that may be right none is before it is ticked.
    Object.assign(question.dataset, { question: id, kind, fresh: "", answer: kind === "multiple" ? -1 : 0 });
    const options = { single: ["", "", "", ""], multiple: ["", "", "", ""], true_false: [told.true, told.false], fill: [] }[kind];
    one(".choices", question).replaceChildren(...choices({ id, kind, options }, told));
    one(".lines", quiz).append(question);
    open(question);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("#courses-sheet .quiz button");
    if (!button) return;
    const quiz = button.closest(".quiz");
    const question = button.closest("li[data-question]");
    if (button.matches("[data-question-edit]")) open(question);
    if (button.matches("[data-question-done]")) done(question);
    if (button.matches("[data-question-cancel]")) close(question);
    if (button.matches("[data-option-drop]")) button.closest(".edit-option").remove();
    if (button.matches("[data-option-add]")) {
      const options = one(".edit-options", question);
      if (all(".edit-option", options).length < MOST_OPTIONS) { options.append(row(quiz, "", false, values(question).kind)); one(".edit-option:last-child [type=text]", options).focus(); }
    }
    if (button.matches("[data-quiz-add]")) add(quiz, button.dataset.quizAdd);
  });
  document.addEventListener("keydown", (event) => {
    const editor = event.target.closest?.("#courses-sheet .quiz-editor");
    if (!editor || event.isComposing) return;
    if (event.key === "Escape") { event.stopPropagation(); close(editor.closest("li")); }
  });

  // Closes what is open, with what was changed, as far as that makes questions.
  const finish = () => all("#courses-sheet .quiz-editor").forEach((editor) => done(editor.closest("li")));

  return { finish };
})();
