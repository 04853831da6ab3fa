// The upload with scripts: files can be dropped, each is sent by itself with its progress, and the list below follows.
// Without scripts the form sends all of them at once; the server is the same.

const form = document.querySelector("form[data-upload]");
const input = form.querySelector("input[type=file]");
const zone = form.querySelector(".drop");
const list = form.querySelector(".sending");
const said = form.dataset;
const waiting = [];
let sending = false;

zone.querySelector(".drop-here").hidden = false;

for (const name of ["dragenter", "dragover"]) {
  zone.addEventListener(name, (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) {
  zone.addEventListener(name, (event) => {
    if (name === "dragleave" && zone.contains(event.relatedTarget)) return;
    zone.classList.remove("over");
  });
}
// The field itself takes what is dropped, so that it is sent like what was chosen: options and reason come first.
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
});
// A file that misses the zone would otherwise replace the page.
for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const shared = new FormData(form);
  shared.delete("files");
  for (const file of input.files) waiting.push({ file, shared, row: rowOf(file) });
  input.value = "";
  list.hidden = false;
  next();
});

function rowOf(file) {
  const row = document.createElement("li");
  const name = document.createElement("span");
  name.textContent = file.name;
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  const words = document.createElement("span");
  words.className = "words";
  row.append(name, bar, words);
  list.append(row);
  const shown = { row, bar, words };
  tell(shown, said.saidWaiting);
  return shown;
}

function tell({ row, words }, sentence, refused = false) {
  words.textContent = sentence;
  row.classList.toggle("refused", refused);
}

function announce(sentence) {
  document.getElementById("announcement").textContent = sentence;
}

function next() {
  if (sending) return;
  const one = waiting.shift();
  if (!one) return;
  if (one.file.size > Number(said.limit)) {
    done(one, said.saidLarge, true);
    return;
  }
  sending = true;
  tell(one.row, said.saidSending);
  const body = new FormData();
  for (const [name, value] of one.shared) body.append(name, value);
  body.append("files", one.file, one.file.name);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) one.row.bar.value = event.loaded / event.total;
  });
  request.addEventListener("load", () => {
    const refused = request.response?.refused ?? [said.saidFailed];
    done(one, refused.length ? refused.join(" ") : said.saidSent, refused.length > 0);
  });
  request.addEventListener("error", () => done(one, said.saidLost, true));
  request.send(body);
}

function done(one, sentence, refused) {
  sending = false;
  tell(one.row, sentence, refused);
  // What was received goes on in the list below; what was not stays here with its reason.
  if (refused) one.row.bar.remove();
  else one.row.row.remove();
  list.hidden = !list.children.length;
  announce(`${one.file.name}: ${sentence}`);
  window.htmx?.ajax("GET", said.jobs, { target: "#jobs", swap: "outerHTML" });
  if (waiting.length) next();
  else announce(said.saidAll);
}
