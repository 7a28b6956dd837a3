const GUARDED = /(^|[,;\t\r\n])(\s*)'(?=[=+\-@\t\r])/g

/**
 * A cell as it is stored: in NFC (macOS and some exports write NFD), with runs of blanks as one, without blanks at the ends, and without
 * the apostrophe that `writeCsv` puts before a formula sign, at the beginning or after a separator.
 */
export function cleanText(value: string): string {
  return value.normalize('NFC').replace(GUARDED, '$1$2').replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}
