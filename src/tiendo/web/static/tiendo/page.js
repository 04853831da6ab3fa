// What every page does beyond its links and forms: filters that apply themselves, and what closes by itself.

// A choice applies when it is made; its button is for those without scripts. Words apply while they are typed where only
// a part of the page is asked for again, else by Enter or the button: whoever leaves the field for a link goes to the link.
const typed = 'input[type="search"], input[type="text"], input:not([type])';
const rest = 350; // milliseconds: longer than between two keys
for (const form of document.querySelectorAll("form[data-applies-itself]")) {
  const swaps = form.hasAttribute("hx-get");
  const needsButton = !swaps && form.querySelector(typed);
  for (const button of form.querySelectorAll("button[data-apply]")) button.hidden = !needsButton;
  form.addEventListener("change", (event) => { if (!event.target.matches(typed)) form.requestSubmit(); });
  let waiting;
  if (swaps) form.addEventListener("input", (event) => {
    if (!event.target.matches(typed)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => form.requestSubmit(), rest);
  });
}

// An opened explanation closes by Escape, by a click elsewhere, and when another one opens.
const explanations = "details.ask, details.account";
document.addEventListener("toggle", (event) => {
  if (!event.target.matches?.(explanations) || !event.target.open) return;
  for (const other of document.querySelectorAll(explanations)) if (other !== event.target) other.open = false;
}, true);
document.addEventListener("click", (event) => {
  for (const one of document.querySelectorAll("details.ask[open], details.account[open]")) if (!one.contains(event.target)) one.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const one of document.querySelectorAll("details.ask[open], details.account[open]")) { one.open = false; one.querySelector("summary").focus(); }
});

// What a page did is said aloud: htmx swaps are silent to those who do not see them.
document.body.addEventListener("announce", (event) => {
  document.getElementById("announcement").textContent = event.detail.value ?? event.detail;
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
