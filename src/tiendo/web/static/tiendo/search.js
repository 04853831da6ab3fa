// The search box: what may be meant while one types, with the arrow keys, Enter and Escape; "/" goes to the box.
// The pattern is that of a combobox with a list: the focus stays in the box, aria-activedescendant says where one is.

const box = document.getElementById("find");
const panel = document.getElementById("suggestions");
const announcement = document.getElementById("announcement");

const options = () => [...panel.querySelectorAll('[role="option"]')];
const active = () => panel.querySelector('[aria-selected="true"]');

function open() {
  panel.hidden = panel.childElementCount === 0;
  const hasList = !panel.hidden && options().length > 0;
  box.setAttribute("aria-expanded", String(hasList));
  if (hasList) box.setAttribute("aria-controls", "suggestion-list");
}

function close() {
  choose(null);
  panel.hidden = true;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-controls");
}

function choose(option) {
  active()?.setAttribute("aria-selected", "false");
  if (!option) return box.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", option.id);
}

function move(step) {
  const all = options();
  if (panel.hidden && all.length) open();
  // From the last one goes back into the box, where nothing is chosen, and from there to the first.
  const places = [null, ...all];
  const place = places.indexOf(active());
  choose(places[(place + step + places.length) % places.length]);
}

const keys = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Enter: () => active()?.click(),
  Escape: () => (panel.hidden ? (box.value = "") : close()),
};

function isWritten(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

if (box && panel) {
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-expanded", "false");

  box.addEventListener("keydown", (event) => {
    const isChoice = event.key === "Enter" && active();
    // An input method that composes a word uses these keys for itself.
    if (event.isComposing || !(event.key in keys) || (event.key === "Enter" && !isChoice)) return;
    if (event.key !== "Escape" || !panel.hidden || box.value) event.preventDefault();
    keys[event.key]();
  });
  // An answer that comes after one has left the box, or emptied it, opens nothing.
  panel.addEventListener("htmx:afterSwap", () => {
    if (document.activeElement !== box || !box.value.trim()) return close();
    choose(null);
    open();
    announcement.textContent = panel.firstElementChild?.dataset.announcement ?? "";
  });
  box.addEventListener("focus", () => { if (box.value.trim() && options().length) open(); });
  // A click on a suggestion takes the focus from the box before it counts as a click: it must not close the list.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("blur", close);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWritten(event.target)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
