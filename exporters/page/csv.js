// CSV as in RFC 4180: read and write.

/** Return the rows of a CSV text, each a list of fields. Quotes in quoted fields are doubled. */
export function readCsv(text) {
  const separator = guessSeparator(text);
  const rows = [];
  let row = [], field = "", quoted = false, start = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (c === '"' && start) {
      quoted = true;
      start = false;
    } else if (c === separator || c === "\n" || c === "\r") {
      row.push(field);
      field = "";
      start = true;
      if (c !== separator) {
        if (c === "\r" && text[i + 1] === "\n") i++;
        rows.push(row);
        row = [];
      }
    } else {
      field += c;
      start = false;
    }
  }
  if (quoted) throw new Error(`a quoted field of row ${rows.length + 1} has no end`);
  if (field || row.length || !start) rows.push([...row, field]);
  return rows.filter((fields) => fields.length > 1 || fields[0] !== "");
}

/** Return the separator that occurs most in the first line. */
function guessSeparator(text) {
  const [line] = text.split(/\r|\n/, 1);
  const counts = [",", ";", "\t"].map((separator) => line.split(separator).length);
  return [",", ";", "\t"][counts.indexOf(Math.max(...counts))];
}

/** Return rows as CSV. A cell that a spreadsheet would evaluate gets an apostrophe, unless it is a number. */
export function writeCsv(rows) {
  const safe = (field) => (/^[=+\-@\t\r\n]/.test(field) && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(field) ? `'${field}` : field);
  const quote = (field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return rows.map((row) => row.map((field) => quote(safe(String(field)))).join(",") + "\r\n").join("");
}
