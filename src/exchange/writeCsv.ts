/** A formula sign where a cell may begin in any program: one that splits at `;`, at commas (Excel in English), or only by lines. */
const FORMULA = /(^|[,;\t\r\n])( *)(?=[=+\-@\t\r])/g

/**
 * CSV that a Vietnamese Excel opens correctly: UTF-8 with BOM, `;`, CRLF. Text that could start a formula, also after a comma or
 * another separator inside a cell, gets an apostrophe in front (OWASP, CSV injection). `cleanText` removes it when the file comes back.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
}

function cell(value: string): string {
  const guarded = value.replace(FORMULA, "$1$2'")
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
