// A document's page beyond its links: a fact opens beside the text without leaving the place where one reads.

const wide = window.matchMedia("(min-width: 1180px)");
for (const one of document.querySelectorAll("[data-opens-when-wide]")) one.open = wide.matches;

// The note at a mark goes away by Escape, and comes back when the pointer or the focus moves on.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.body.classList.add("quiet-marks");
});
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    if (event.target.closest?.(".mark")) document.body.classList.remove("quiet-marks");
  });
}

// A place that is on the page already needs no new page.
document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = event.target.closest("a[href]");
  const hash = link && new URL(link.href).hash;
  if (link?.closest(".outline") && hash && document.querySelector(hash)) {
    event.preventDefault();
    location.hash = hash;
  } else if (link && !link.closest("[data-desk]") && (link.matches(".mark[data-fact]") || link.matches(".fact .what"))) {
    choose(event, link, link.dataset.fact ?? link.closest(".fact").dataset.fact);
  }
});

function choose(event, link, fact) {
  const row = document.getElementById(`r-${fact}`);
  if (!row || !window.htmx) return;
  event.preventDefault();
  for (const one of document.querySelectorAll(".now")) one.classList.remove("now");
  for (const one of document.querySelectorAll(".fact .details")) one.remove();
  for (const one of document.querySelectorAll(`.mark[data-fact="${fact}"]`)) if (one.id.startsWith("f-") || !one.id) one.classList.add("now");
  const address = new URL(link.href);
  history.replaceState(null, "", address);
  const from = address.pathname.replace(/\/$/, "");
  htmx.ajax("GET", `${from}/facts/${fact}${address.search}`, { target: row, swap: "outerHTML" }).then(() => {
    document.getElementById(`r-${fact}`)?.scrollIntoView({ block: "nearest" });
    if (link.matches(".what")) document.getElementById(`f-${fact}`)?.scrollIntoView({ block: "center" });
  });
}

// What is pointed at in the list is lit in the text.
for (const [kind, lit] of [["pointerover", true], ["pointerout", false]]) {
  document.addEventListener(kind, (event) => {
    const row = event.target.closest?.(".fact[data-fact]");
    if (row) document.getElementById(`f-${row.dataset.fact}`)?.classList.toggle("lit", lit);
  });
}

// The list follows the text: beside the first figure that is in view stands its row.
const seen = new Set();
const watch = new IntersectionObserver((entries) => {
  for (const one of entries) if (one.isIntersecting) seen.add(one.target); else seen.delete(one.target);
  if (!matchMedia("(min-width: 1000px)").matches) return;
  const first = [...seen].sort((one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)[0];
  const row = first && document.getElementById(`r-${first.dataset.fact}`);
  const side = row?.closest(".side");
  if (side && !side.matches(":hover, :focus-within")) side.scrollTop = row.offsetTop - 8;
});
function watchMarks() {
  seen.clear();
  watch.disconnect();
  for (const one of document.querySelectorAll(".part:not(.queue) .doc .mark[id][data-fact]")) watch.observe(one);
}
watchMarks();
document.body.addEventListener("htmx:load", (event) => { if (event.target.matches?.(".part, .turn")) watchMarks(); });
