// The table of applicants: keys as in a spreadsheet, checks as one types, a draft that outlives a reload. The server judges; this only helps.
"use strict";

const form = document.getElementById("check");
const body = document.querySelector("#grid tbody");
const blank = body.lastElementChild.cloneNode(true);
const words = JSON.parse(form.dataset.words);
const fields = ["name", "position", "documentType", "issuingCountry", "number", "birthDate", "sex"];
const cell = (row, field) => row.querySelector(`[name=${field}]`);
const isBlank = (row) => !cell(row, "name").value && !cell(row, "number").value && !cell(row, "birthDate").value;
const tell = (text) => { document.getElementById("told").textContent = text; };

function addRow() {
  const row = blank.cloneNode(true);
  const last = body.lastElementChild;
  if (last) cell(row, "position").value = cell(last, "position").value;
  body.append(row);
  prepare(row);
  renumber();
  return row;
}

function renumber() {
  [...body.rows].forEach((row, place) => {
    row.cells[0].textContent = place + 1;
    for (const named of row.querySelectorAll("[aria-label]")) named.ariaLabel = named.ariaLabel.replace(/\d+$/, place + 1);
  });
  const count = [...body.rows].filter((row) => !isBlank(row)).length;
  document.getElementById("count").textContent = count || "";
}

function prepare(row) {
  cell(row, "issuingCountry").hidden = cell(row, "documentType").value !== "passport";
  row.querySelector("[data-remove]").hidden = false;
}

// GB 11643: the last digit follows from the others.
function residentIdProblem(number) {
  if (/^\d{15}$/.test(number)) return null;
  if (!/^\d{17}[\dX]$/.test(number)) return form.dataset.sayLength;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  const born = new Date(Date.UTC(year, month - 1, day));
  if (born.getUTCMonth() !== month - 1 || born.getUTCDate() !== Number(day) || born > new Date()) return form.dataset.sayDate;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, place) => total + weight * number[place], 0);
  return "10X98765432"[sum % 11] === number[17] ? null : form.dataset.sayDigit;
}

function typeOf(number) {
  if (/^\d{15}$|^\d{17}[\dX]$/.test(number)) {
    return /^8[123]0000/.test(number) ? "hkMacaoTaiwanResidencePermit" : number.startsWith("9") ? "foreignPermanentResidentCard" : "residentId";
  }
  if (/^[HM]\d{8}(\d\d)?$/.test(number)) return "hkMacaoTravelPermit";
  if (/^[A-Z]{3}\d{12}$/.test(number)) return "foreignPermanentResidentCard";
  return null;
}

function say(input, problem) {
  input.nextElementSibling.textContent = problem ?? "";
  if (problem) input.ariaInvalid = "true";
  else input.removeAttribute("aria-invalid");
}

function judge(row) {
  const input = cell(row, "number");
  const number = input.value.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  const type = cell(row, "documentType");
  if (number && typeOf(number)) type.value = typeOf(number);
  prepare(row);
  say(input, number && type.value === "residentId" ? residentIdProblem(number) : null);
}

body.addEventListener("input", (event) => {
  const row = event.target.closest("tr");
  if (event.target.name === "number" && event.target.value.length >= 15) judge(row);
  if (row === body.lastElementChild && !isBlank(row)) addRow();
  renumber();
  keepDraft();
});
body.addEventListener("change", (event) => {
  const row = event.target.closest("tr");
  if (event.target.name === "number") judge(row);
  else if (event.target.name === "documentType") { prepare(row); say(cell(row, "number"), null); }
  else if (event.target.name === "name") say(event.target, null);
});
body.addEventListener("click", (event) => {
  const button = event.target.closest("[data-remove]");
  if (!button) return;
  const next = button.closest("tr").nextElementSibling;
  button.closest("tr").remove();
  if (!body.rows.length) addRow();
  cell(next ?? body.lastElementChild, "name").focus();
  renumber();
  keepDraft();
});

// Enter goes on: from the application's number to the organization's name, into the table, from a row's number to the next row's name.
// Arrows go up and down as in a spreadsheet; Ctrl+Enter asks.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  const row = event.target.closest("#grid tbody tr");
  if (!row && event.key === "Enter" && event.target.matches(".fields input")) {
    event.preventDefault();
    (event.target.name === "applicationReference" ? form.organizationName : cell(body.rows[0], "name")).focus();
    return;
  }
  if (!row || event.target.tagName !== "INPUT" || event.isComposing) return;
  if (event.key === "Enter") {
    event.preventDefault();
    if (event.target.name === "name") cell(row, "number").focus();
    else cell(row.nextElementSibling ?? addRow(), "name").focus();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const other = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    if (other) { event.preventDefault(); cell(other, event.target.name).focus(); }
  }
});

// The draft stays in this tab, for whoever is signed in, until it is asked or they sign out (docs/console.md).
const draftKey = `draft.${form.dataset.draft}`;

function keepDraft() {
  const head = Object.fromEntries([...form.querySelectorAll(".fields [name]")].map((field) => [field.name, field.type === "checkbox" ? field.checked : field.value]));
  const rows = [...body.rows].filter((row) => !isBlank(row)).map((row) => fields.map((field) => cell(row, field).value));
  sessionStorage.setItem(draftKey, JSON.stringify({ number: form.FormNumber.value, head, rows }));
}

function fillRow(row, values) {
  fields.forEach((field, place) => { if (values[place]) cell(row, field).value = values[place]; });
  judge(row);
}

function restoreDraft() {
  const kept = JSON.parse(sessionStorage.getItem(draftKey) ?? "null");
  if (!kept || document.querySelector("[role=alert]") || ![...body.rows].every(isBlank)) return;
  for (const [name, value] of Object.entries(kept.head)) {
    const field = form.querySelector(`.fields [name="${name}"]`);
    if (field?.type === "checkbox") field.checked = value;
    else if (field && value) field.value = value;
  }
  form.FormNumber.value = kept.number;
  fillRows(body.rows[0], kept.rows);
  if (kept.rows.length) tell(form.dataset.sayRestored);
}

function fillRows(first, rows) {
  let row = first;
  for (const values of rows) {
    row ??= addRow();
    fillRow(row, values);
    row = row.nextElementSibling;
  }
  if (!isBlank(body.lastElementChild)) addRow();
  renumber();
}

form.addEventListener("input", keepDraft);
document.getElementById("sheet-label").hidden = false;
for (const row of body.rows) prepare(row);
restoreDraft();
renumber();
document.querySelector("[aria-invalid=true]")?.focus();
