/** Some browsers begin to read the file a while after the press, and would save an empty one. */
const KEPT_MS = 60_000

/** Hands a file to the browser's downloads. Nothing is sent anywhere. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
