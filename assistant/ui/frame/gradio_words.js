// What Gradio says by itself, in English and in sizes of its own, put into the page's words before it is seen.
(() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const BYTES = { Bytes: 1, Kb: 1024, Mb: 1024 ** 2, Gb: 1024 ** 3 };
  // Gradio rounds the limit in units of its own; two digits bring back what was set.
  const megabytes = (count, unit) => String(Number(((count * BYTES[unit]) / 1e6).toPrecision(2)));

  function phrase(name, values = {}) {
    const text = one("#gradio-words")?.dataset[name] || "";
    return Object.entries(values).reduce((told, [key, value]) => told.replace(`{${key}}`, () => value), text);
  }

  const SAID = [
    [/File\(s\) exceed the maximum allowed size of ([\d.]+) (Bytes|Kb|Mb|Gb): (.*?)(?=\s*Invalid file type|$)/s, (_, count, unit, files) => phrase("large", { limit: megabytes(count, unit), files: files.replaceAll('"', "") })],
    [/Invalid file types?: (.*?)\. Only (.*?) allowed\./s, (_, files, types) => phrase("type", { files, types })],
    [/^.*(?:currently busy|[Qq]ueue is full).*$/s, () => phrase("busy")],
    [/^Error\.?$|^$/, () => phrase("failed")],
    [/^HTTP \d{3}: (.+)$/s, (_, sentence) => sentence],
  ];

  function put(element, text) {
    if (text && element.textContent.trim() !== text) element.textContent = text;
  }

  // The server itself refuses some files before Python is asked, and knows the page's language by this alone.
  function tellServer() {
    const cookie = `plans-language=${window.plansPage.spoken()}`;
    if (!document.cookie.split("; ").includes(cookie)) document.cookie = `${cookie}; path=/; samesite=strict`;
  }

  function retell() {
    tellServer();
    for (const toast of document.querySelectorAll("[data-testid=toast-body]")) {
      // What it says of one file after the other stands in one toast, each in a place of its own or all in one.
      for (const said of toast.querySelectorAll("[data-testid=toast-text]")) {
        put(said, SAID.reduce((text, [known, told]) => text.replace(known, told), said.textContent.trim()));
      }
      const title = one(".toast-title", toast);
      const named = title?.textContent.trim().toLowerCase();
      if (["error", "warning", "info"].includes(named)) put(title, phrase(`title${named[0].toUpperCase()}${named.slice(1)}`));
      one("[data-testid=toast-close]", toast)?.setAttribute("aria-label", phrase("close"));
      // A button that holds the one that closes; nobody needs to fold a sentence away.
      for (const name of ["role", "tabindex", "aria-expanded", "aria-label"]) one(".toast-header", toast)?.removeAttribute(name);
    }
    // A word that Gradio has in none of its languages.
    for (const button of document.querySelectorAll('[aria-label="common.upload"]')) {
      button.setAttribute("aria-label", phrase("upload"));
      button.title = phrase("upload");
    }
  }

  new MutationObserver(retell).observe(document.body, { childList: true, subtree: true, characterData: true });
})();
