/** Where a cell begins for a program that splits at this or that: with `;`, with commas as Excel in English does, or by lines. */
const FORMULA = /(^|[,;\t\r\n])( *)(?=[=+\-@\t\r])/g

/**
 * CSV that Excel in Vietnamese opens rightly: UTF-8 with BOM, `;`, CRLF. What would start a formula, also after a comma or another
 * separator inside a cell, gets an apostrophe in front (OWASP, CSV injection); `cleanText` takes it off again when the file comes back.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
}

function cell(value: string): string {
  const guarded = value.replace(FORMULA, "$1$2'")
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
