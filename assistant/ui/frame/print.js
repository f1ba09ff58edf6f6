// What is printed says on the paper where it comes from and when.
(() => {
  const { spoken } = window.plansPage;
  window.addEventListener("beforeprint", () => {
    const line = document.querySelector("#header .printed-from");
    if (!line) return;
    const date = new Date().toLocaleString(spoken() === "en" ? "en-GB" : "zh-CN", { dateStyle: "long", timeStyle: "short" });
    const told = { product: document.title, date, address: decodeURI(location.href) };
    line.textContent = Object.entries(told).reduce((text, [key, value]) => text.replace(`{${key}}`, () => value), line.dataset.on);
  });
})();
