const FORMULA = /^[=+\-@\t\r]/

/**
 * CSV that Excel in Vietnamese opens rightly: UTF-8 with BOM, `;`, CRLF. A cell that would start a formula gets an
 * apostrophe in front (OWASP, CSV injection); `cleanText` takes it off again when the file comes back.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
}

function cell(value: string): string {
  const guarded = FORMULA.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
