// How far each place of the history was scrolled, so that it is come back to where it was left; kept for a reload.
window.plansScroll = (() => {
  const KEPT = "plans-scroll";
  const MOST = 60; // places
  const [TRIES, PAUSE_MS] = [80, 50];
  const places = read();
  let wanted = null; // what is still to be scrolled: part to offset
  const boxOf = (part) => (part ? document.getElementById(part) : document.scrollingElement);

  function read() {
    try { return new Map(JSON.parse(sessionStorage.getItem(KEPT))); } catch { return new Map(); }
  }

  function noted(event) {
    const key = history.state?.key;
    const part = event.target === document ? "" : event.target.id;
    if (wanted || !key || (!part && event.target !== document)) return;
    places.set(key, { ...places.get(key), [part]: boxOf(part).scrollTop });
  }

  function recall(key) {
    wanted = places.has(key) ? { ...places.get(key) } : null;
    hold(wanted, TRIES);
  }

  // What is fetched comes later and makes the page taller: for a while it is scrolled again and again.
  function hold(mine, tries) {
    if (!mine || wanted !== mine) return;
    settle();
    if (tries) setTimeout(() => hold(mine, tries - 1), PAUSE_MS);
    else wanted = null;
  }

  // True where the place is one that was left scrolled.
  function settle() {
    for (const [part, top] of Object.entries(wanted || {})) {
      const box = boxOf(part);
      if (box) box.scrollTop = top;
    }
    return Boolean(wanted);
  }

  document.addEventListener("scroll", noted, true);
  // Who scrolls, clicks or types goes their own way.
  for (const name of ["wheel", "touchmove", "pointerdown", "keydown"]) document.addEventListener(name, () => { wanted = null; }, { capture: true, passive: true });
  window.addEventListener("pagehide", () => {
    try { sessionStorage.setItem(KEPT, JSON.stringify([...places].slice(-MOST))); } catch { /* storage is switched off */ }
  });

  return { recall, settle };
})();
