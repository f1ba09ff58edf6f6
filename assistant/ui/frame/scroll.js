// How far each place of the history was scrolled, so that it is come back to where it was left; kept for a reload.
window.plansScroll = (() => {
  const KEPT = "plans-scroll";
  const MOST = 60; // places
  const TRIES = 40;
  const places = new Map(read());
  let wanted = null; // what is still to be scrolled: part to offset
  const partOf = (target) => (target === document ? "" : target.id);
  const boxOf = (part) => (part ? document.getElementById(part) : document.scrollingElement);

  function read() {
    try { return JSON.parse(sessionStorage.getItem(KEPT)) || []; } catch { return []; }
  }

  function noted(event) {
    const key = history.state?.key;
    const part = partOf(event.target);
    if (wanted || !key || part === undefined || (part === "" && event.target !== document)) return;
    places.set(key, { ...places.get(key), [part]: boxOf(part).scrollTop });
  }

  function recall(key) {
    const found = places.get(key);
    wanted = found ? { ...found } : null;
  }

  // Scrolls what is tall enough already; the rest is tried again while the page grows. True where there was something.
  function settle(tries = TRIES) {
    if (!wanted) return false;
    let missing = false;
    for (const [part, top] of Object.entries(wanted)) {
      const box = boxOf(part);
      if (box) box.scrollTop = top;
      if (!box || Math.abs(box.scrollTop - top) > 1) missing = true;
    }
    const mine = wanted;
    if (tries) setTimeout(() => { if (wanted === mine && missing) settle(tries - 1); else if (wanted === mine) setTimeout(() => done(mine), 500); }, 50);
    else done(mine);
    return true;
  }

  const done = (mine = wanted) => { if (wanted === mine) wanted = null; };

  document.addEventListener("scroll", noted, true);
  // Who scrolls, clicks or types goes their own way.
  for (const name of ["wheel", "touchmove", "pointerdown", "keydown"]) document.addEventListener(name, () => done(), { capture: true, passive: true });
  window.addEventListener("pagehide", () => {
    try { sessionStorage.setItem(KEPT, JSON.stringify([...places].slice(-MOST))); } catch { /* storage is switched off */ }
  });

  return { recall, settle };
})();
