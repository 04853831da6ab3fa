// The search boxes: what may be meant while one types, with the arrow keys, Enter and Escape; "/" goes to the box.
// The pattern is that of a combobox with a list: the focus stays in the box, aria-activedescendant says where one is.

const announcement = document.getElementById("announcement");
const boxes = [...document.querySelectorAll("input[data-suggests]")];

class Suggestions {
  constructor(box) {
    this.box = box;
    this.panel = document.getElementById(box.dataset.suggests);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-expanded", "false");
    box.addEventListener("keydown", (event) => this.press(event));
    box.addEventListener("focus", () => this.open());
    box.addEventListener("blur", () => this.close());
    // A click on a suggestion takes the focus from the box before it counts as a click: it must not close the list.
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    this.panel.addEventListener("htmx:afterSwap", () => this.answered());
  }

  get options() { return [...this.panel.querySelectorAll('[role="option"]')]; }
  get chosen() { return this.panel.querySelector('[aria-selected="true"]'); }

  // An answer that comes after one has left the box, or emptied it, opens nothing.
  answered() {
    if (document.activeElement !== this.box || !this.box.value.trim()) return this.close();
    this.open();
    announcement.textContent = this.panel.firstElementChild?.dataset.announcement ?? "";
  }

  open() {
    this.choose(null);
    this.panel.hidden = !this.box.value.trim() || this.panel.childElementCount === 0;
    const hasList = !this.panel.hidden && this.options.length > 0;
    this.box.setAttribute("aria-expanded", String(hasList));
    if (hasList) this.box.setAttribute("aria-controls", "suggestion-list");
  }

  close() {
    this.choose(null);
    this.panel.hidden = true;
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-controls");
  }

  choose(option) {
    this.chosen?.setAttribute("aria-selected", "false");
    if (!option) return this.box.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.box.setAttribute("aria-activedescendant", option.id);
  }

  // From the last one goes back into the box, where nothing is chosen, and from there to the first.
  move(step) {
    if (this.panel.hidden) this.open();
    const places = [null, ...this.options];
    const place = places.indexOf(this.chosen) + step;
    this.choose(places[(place + places.length) % places.length]);
  }

  press(event) {
    if (event.isComposing) return; // an input method that composes a word uses these keys for itself
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Enter" && this.chosen) this.chosen.click();
    else if (event.key === "Escape" && !this.panel.hidden) this.close();
    else return; // Enter sends the form, Escape empties the box: as in any search box
    event.preventDefault();
  }
}

for (const box of boxes) new Suggestions(box);

const isWritten = (target) => target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWritten(event.target)) return;
  const box = boxes.find((one) => one.checkVisibility());
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
