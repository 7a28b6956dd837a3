/** Some browsers begin to read the file some time after the press. Revoked too early, they would save an empty file. */
const KEPT_MS = 60_000

/** Gives a file to the browser's downloads. Nothing is sent anywhere. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
