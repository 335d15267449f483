// Rows from a spreadsheet, a document's table or a file: columns are known by their headings, or else by what stands in them.
"use strict";

function separated(text) {
  const separator = text.includes("\t") ? "\t" : ",";
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    const row = rows[rows.length - 1];
    if (quoted) {
      if (sign !== '"') row[row.length - 1] += sign;
      else if (text[at + 1] === '"') { row[row.length - 1] += '"'; at++; }
      else quoted = false;
    } else if (sign === '"' && row[row.length - 1] === "") quoted = true;
    else if (sign === separator) row.push("");
    else if (sign === "\n") rows.push([""]);
    else if (sign !== "\r") row[row.length - 1] += sign;
  }
  return rows.map((row) => row.map((text) => text.replace(/^'/, "").trim())).filter((row) => row.some(Boolean));
}

const meant = (kind, text) => Object.keys(words).filter((key) => key.startsWith(kind)).find((key) => words[key].some((word) => word.toLowerCase() === text.toLowerCase()))?.slice(kind.length);

function kindOf(text) {
  const plain = text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  if (meant("position.", text)) return "position";
  if (meant("sex.", text)) return "sex";
  if (meant("documentType.", text)) return "documentType";
  if (/^(19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}$|^(19|20)\d{6}$/.test(text)) return "birthDate";
  if (/\d{6,}/.test(plain)) return "number";
  if (/^\d{0,4}\.?$/.test(plain)) return null;
  return "name";
}

function columnsOf(rows) {
  const headings = rows[0].map((text) => meant("column.", text));
  if (headings.filter(Boolean).length >= 2) {
    rows.shift();
    return headings;
  }
  const taken = new Set();
  return rows[0].map((_, place) => {
    const kinds = rows.map((row) => row[place]).filter(Boolean).map(kindOf);
    const kind = kinds.sort((one, other) => kinds.filter((each) => each === other).length - kinds.filter((each) => each === one).length)[0];
    if (!kind || taken.has(kind)) return null;
    taken.add(kind);
    return kind;
  });
}

function rowsOf(text) {
  const rows = separated(text);
  if (!rows.length) return [];
  const columns = columnsOf(rows);
  return rows.map((row) => fields.map((field) => {
    const value = row[columns.indexOf(field)] ?? "";
    return ["position", "sex", "documentType"].includes(field) ? meant(`${field}.`, value) ?? "" : value;
  }));
}

function take(text, first) {
  const rows = rowsOf(text);
  if (!rows.some((row) => row[0] || row[4])) {
    tell(form.dataset.sayUnread);
    return;
  }
  fillRows(first, rows);
  tell(form.dataset.sayPasted.replace("{0}", rows.length));
  keepDraft();
}

const firstFree = () => [...body.rows].find(isBlank) ?? addRow();

body.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  take(text, event.target.closest("tr"));
});

// A workbook is opened by the registry and comes back as text; it is neither judged nor kept there.
async function readWorkbook(file) {
  const content = new FormData();
  content.append("sheet", file);
  content.append("__RequestVerificationToken", form.__RequestVerificationToken.value);
  const answer = await fetch("/console/check?handler=Sheet", { method: "POST", body: content });
  if (answer.status === 401) document.getElementById("session-over").showModal();
  else if (answer.ok) take(await answer.text(), firstFree());
  else tell(form.dataset.sayUnread);
}

async function read(file) {
  if (file.name.toLowerCase().endsWith(".xlsx")) return readWorkbook(file);
  const bytes = await file.arrayBuffer();
  try {
    take(new TextDecoder("utf-8", { fatal: true }).decode(bytes), firstFree());
  } catch {
    take(new TextDecoder("gb18030").decode(bytes), firstFree());
  }
}

document.getElementById("sheet").addEventListener("change", async (event) => {
  if (event.target.files[0]) await read(event.target.files[0]);
  event.target.value = "";
});
const drop = document.getElementById("drop");
drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  if (event.dataTransfer.files[0]) await read(event.dataTransfer.files[0]);
});
