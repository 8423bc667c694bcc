// The page: a text with its label and tinted words, or a table with a file of scores to download.
import { readCsv, writeCsv } from "./csv.js";

const BATCH = 32; // texts, of at most
const CHARACTERS = 100_000; // together: all texts of a batch are padded to the longest one
const PAUSE = 300; // milliseconds without another key before a text is scored
const VARIANTS = 96; // of a text without some of its words
const TEXT_COLUMNS = ["text", "review", "sentence", "comment", "content", "body", "message"];

const element = (id) => document.getElementById(id);
const percent = (value) => `${(100 * value).toFixed(1)} %`;

const { name, labels, unsure } = await (await fetch("model.json")).json();
element("title").textContent = document.title = name;

// ---- the model, in a worker

const worker = new Worker("worker.js", { type: "module" });
const waiting = new Map();
let requests = 0;
worker.onmessage = ({ data }) => {
  if ("ready" in data) {
    show("status", data.ready ? `Ready. Labels: ${labels.join(", ")}` : `The model cannot be loaded: ${data.error}`);
    return;
  }
  const { resolve, reject } = waiting.get(data.number);
  waiting.delete(data.number);
  if (data.error) reject(new Error(data.error));
  else resolve(data);
};
worker.onerror = (event) => show("status", `The model cannot be loaded: ${event.message ?? "a file is missing"}`);

function run(texts) {
  return new Promise((resolve, reject) => {
    waiting.set(++requests, { resolve, reject });
    worker.postMessage({ number: requests, texts });
  });
}

/** Return label and probabilities of each text; report how many are done. */
async function score(texts, report = () => {}) {
  const order = texts.map((_, index) => index).sort((a, b) => texts[a].length - texts[b].length);
  const results = new Array(texts.length);
  for (let done = 0; done < order.length; ) {
    const batch = [order[done]];
    while (
      batch.length < BATCH && done + batch.length < order.length &&
      texts[order[done + batch.length]].length * (batch.length + 1) <= CHARACTERS
    ) batch.push(order[done + batch.length]);
    const found = await run(batch.map((index) => texts[index]));
    batch.forEach((index, row) => {
      const first = row * labels.length;
      results[index] = {
        label: found.labels[row],
        probabilities: Array.from(found.probabilities.slice(first, first + labels.length)),
      };
    });
    report(done += batch.length);
  }
  return results;
}

// ---- one text

let timer, version = 0;
element("text").addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => showText().catch((error) => show("label", `Not scored: ${error.message}`)), PAUSE);
});

async function showText() {
  const text = element("text").value, mine = ++version;
  element("probabilities").hidden = element("words").hidden = true;
  show("label", "");
  if (!text.trim()) return;
  const [result] = await score([text]);
  if (mine !== version) return;
  show("label", `${result.label}, ${percent(probability(result))}`);
  showProbabilities(result);
  const parts = groups(text);
  const variants = await score(parts.map(([start, end]) => text.slice(0, start) + " " + text.slice(end)));
  if (mine !== version) return;
  // As in seqtui: the second of two labels is explained, otherwise the predicted one.
  const explained = labels.length === 2 ? 1 : labels.indexOf(result.label);
  showWords(text, parts, variants.map((variant) => result.probabilities[explained] - variant.probabilities[explained]));
  show("legend", `Solid: for "${labels[explained]}". Underlined: against it. Stronger: more.`);
}

/** Return the probability of the label; for an unsure text, the highest one. */
function probability({ label, probabilities }) {
  return label === unsure ? Math.max(...probabilities) : probabilities[labels.indexOf(label)];
}

function showProbabilities({ probabilities }) {
  const rows = labels.map((label, index) => {
    const row = document.createElement("tr"), meter = document.createElement("meter");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = label;
    meter.value = probabilities[index];
    meter.textContent = percent(probabilities[index]);
    const bar = document.createElement("td"), value = document.createElement("td");
    bar.append(meter);
    value.textContent = percent(probabilities[index]);
    row.append(head, bar, value);
    return row;
  });
  element("probabilities").tBodies[0].replaceChildren(...rows);
  element("probabilities").hidden = false;
}

/** Return the first and the last index of the words to leave out, some words together in a long text. */
function groups(text) {
  const words = [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)]
    .filter(({ segment }) => segment.trim())
    .map(({ index, segment }) => [index, index + segment.length]);
  const size = Math.ceil(words.length / VARIANTS), parts = [];
  for (let i = 0; i < words.length; i += size)
    parts.push([words[i][0], words[Math.min(i + size, words.length) - 1][1]]);
  return parts;
}

function showWords(text, parts, pushes) {
  const strongest = Math.max(...pushes.map(Math.abs), 1e-6), nodes = [];
  let end = 0;
  parts.forEach(([start, stop], index) => {
    const word = document.createElement("mark");
    word.textContent = text.slice(start, stop);
    word.title = `${pushes[index] < 0 ? "" : "+"}${(100 * pushes[index]).toFixed(1)} points`;
    word.classList.toggle("against", pushes[index] < 0);
    word.style.setProperty("--tint", (0.6 * Math.abs(pushes[index])) / strongest);
    nodes.push(text.slice(end, start), word);
    end = stop;
  });
  element("tinted").replaceChildren(...nodes, text.slice(end));
  element("words").hidden = false;
}

// ---- a table

let rows = [], fileName = "";
element("file").addEventListener("change", ({ target }) => open(target.files[0]));
addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dropping");
});
addEventListener("dragleave", () => document.body.classList.remove("dropping"));
addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  open(event.dataTransfer.files[0]);
});

async function open(file) {
  if (!file) return;
  element("table").hidden = element("download").hidden = element("progress").hidden = true;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    if (file.name.toLowerCase().endsWith(".txt")) {
      element("text").value = text;
      element("text").dispatchEvent(new Event("input"));
      show("about", `${file.name}: see the text above`);
      return;
    }
    rows = readCsv(text);
    if (rows.length < 2) throw new Error("no rows below the header");
    const uneven = rows.findIndex((row) => row.length !== rows[0].length);
    if (uneven > 0)
      throw new Error(`row ${uneven + 1} has ${rows[uneven].length} fields instead of ${rows[0].length}`);
  } catch (error) {
    show("about", `${file.name}: ${error instanceof TypeError ? "not UTF-8" : error.message}`);
    return;
  }
  fileName = file.name;
  const header = rows[0], known = header.findIndex((column) => TEXT_COLUMNS.includes(column.trim().toLowerCase()));
  const options = header.map((column, index) => new Option(column, index));
  element("column").replaceChildren(...options);
  element("column").value = known < 0 ? longest(rows) : known;
  element("table").hidden = false;
  show("about", `${fileName}: ${(rows.length - 1).toLocaleString("en")} rows`);
}

/** Return the index of the column with the longest fields. */
function longest(rows) {
  const sizes = rows[0].map((_, column) => rows.slice(1, 101).reduce((sum, row) => sum + row[column].length, 0));
  return sizes.indexOf(Math.max(...sizes));
}

element("score").addEventListener("click", async () => {
  const column = Number(element("column").value), [header, ...body] = rows, progress = element("progress");
  element("score").disabled = true;
  element("download").hidden = true;
  progress.hidden = false;
  progress.max = body.length;
  try {
    const results = await score(body.map((row) => row[column]), (done) => (progress.value = done));
    const columns = ["label", "probability", ...labels.map((label) => `probability_${label}`)];
    const added = columns.map((column) => (header.includes(column) ? `predicted_${column}` : column));
    const scored = body.map((row, index) => {
      const result = results[index];
      return [...row, result.label, probability(result), ...result.probabilities];
    });
    const link = element("download");
    URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(new Blob([writeCsv([[...header, ...added], ...scored])], { type: "text/csv" }));
    link.download = fileName.replace(/(\.csv)?$/i, ".scored.csv");
    link.hidden = false;
    const names = unsure === null ? labels : [...labels, unsure];
    const counts = names.map((label) => `${label} ${results.filter((one) => one.label === label).length}`);
    show("about", `${body.length.toLocaleString("en")} texts scored: ${counts.join(", ")}`);
  } catch (error) {
    show("about", `Not scored: ${error.message}`);
  }
  element("score").disabled = false;
});

function show(id, text) {
  element(id).textContent = text;
}

element("text").dispatchEvent(new Event("input")); // what was typed while the page was loading
