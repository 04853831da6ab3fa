// The desk by keyboard. Each key does what its button does, so nothing here decides anything.

const desk = document.getElementById("desk");
const keys = document.getElementById("keys");
const isTyping = (target) => target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");

function settle() {
  for (const one of desk.querySelectorAll("[data-opens]")) one.hidden = false;
  for (const one of desk.querySelectorAll("[data-plain]")) one.hidden = true;
  desk.querySelector(".doc .mark.now")?.scrollIntoView({ block: matchMedia("(min-width: 1000px)").matches ? "center" : "start" });
  const fault = desk.querySelector(".correction .faulty input, .correction .fault");
  (fault ?? document.getElementById("current") ?? document.getElementById("panel"))?.focus({ preventScroll: true });
  document.getElementById("panel").scrollTop = 0;
}

function open(way) {
  for (const one of desk.querySelectorAll("details.way")) one.open = one === way;
  const first = way.querySelector("input:not([type=hidden]), select, button");
  first?.focus();
  if (first?.matches("input")) first.select();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open || event.isComposing) return;
  if (event.key === "Escape") return close(event);
  if (event.target.closest(".naming, .candidates") && ["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return walk(event);
  if (isTyping(event.target) || event.repeat) return;
  if (event.key === "?") { event.preventDefault(); keys.showModal(); return; }
  const rejection = desk.querySelector("details.way[data-key=x][open]");
  const thing = rejection?.querySelector(`[data-digit="${event.key}"]`) ?? (/^[a-z]$/.test(event.key) ? desk.querySelector(`[data-key="${event.key}"]`) : null);
  if (!thing || desk.classList.contains("htmx-request")) return;
  event.preventDefault();
  if (thing.matches("details")) open(thing); else thing.click();
});

function close(event) {
  const way = event.target.closest("details.way") ?? desk.querySelector("details.way[open]");
  if (!way) return;
  way.open = false;
  document.getElementById("current")?.focus({ preventScroll: true });
}

// In the list of indicators: arrows go through it, Enter in the field takes the first.
function walk(event) {
  const all = [...desk.querySelectorAll(".candidate")];
  const at = all.indexOf(document.activeElement);
  if (event.key === "Enter") {
    if (at < 0) { event.preventDefault(); all[0]?.click(); }
    return;
  }
  event.preventDefault();
  const to = at + (event.key === "ArrowDown" ? 1 : -1);
  (all[to] ?? (to < 0 ? desk.querySelector("#find-indicator") : all.at(-1)))?.focus();
}

document.addEventListener("click", (event) => { if (event.target.closest("[data-opens=keys]")) keys.showModal(); });
desk.addEventListener("htmx:beforeRequest", () => desk.classList.add("htmx-request"));
desk.addEventListener("htmx:afterRequest", () => desk.classList.remove("htmx-request"));
document.body.addEventListener("htmx:afterSwap", (event) => { if (event.detail.target === desk) settle(); });
settle();
