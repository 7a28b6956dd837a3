const GUARDED = /(^|[,;\t\r\n])(\s*)'(?=[=+\-@\t\r])/g

/**
 * A cell as it is kept: NFC (macOS and some exports write NFD), inner runs of blanks as one, ends trimmed, and without
 * the apostrophe that `writeCsv` puts before a formula sign, also behind a separator.
 */
export function cleanText(value: string): string {
  return value.normalize('NFC').replace(GUARDED, '$1$2').replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}
