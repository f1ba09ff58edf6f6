// The library page: what was corrected in the forms of chosen files.
window.plansLibrary = (() => {
  // Only what differs from what was read: the rest is left to the file.
  const changed = (field) => (field.value.trim() === field.dataset.was ? "" : field.value.trim());

  function edits() {
    const made = {};
    document.querySelectorAll("[data-proposal]").forEach((form) => {
      const field = (name) => form.querySelector(`[name=${name}]`);
      const years = [field("first"), field("last")];
      const asRead = years.every((year) => changed(year) === "");
      made[form.dataset.proposal] = {
        title: changed(field("title")),
        place: changed(field("place")),
        first: asRead ? "" : years[0].value.trim(),
        last: asRead ? "" : years[1].value.trim(),
        replaces: field("replaces").value,
      };
    });
    return JSON.stringify(made);
  }

  return { edits };
})();
