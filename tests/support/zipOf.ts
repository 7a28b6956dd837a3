/** A ZIP of these files, uncompressed. Its checksums are left out, because the reader under test does not check them. */
export function zipOf(files: Readonly<Record<string, string>>): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const [label, body] = [new TextEncoder().encode(name), new TextEncoder().encode(text)]
    const sizes = [body.length, body.length]
    const local = record(30, [[0, 0x04034b50]], [[18, ...sizes]], [[26, label.length]])
    directory.push(record(46, [[0, 0x02014b50]], [[20, ...sizes], [42, at]], [[28, label.length]]), label)
    parts.push(local, label, body)
    at += local.length + label.length + body.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const count = Object.keys(files).length
  return new Blob([...parts, ...directory, record(22, [[0, 0x06054b50]], [[12, length, at]], [[8, count, count]])])
}

type Numbers = readonly (readonly [offset: number, ...values: number[]])[]

function record(length: number, signature: Numbers, words: Numbers, halves: Numbers): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(length))
  for (const [offset, ...values] of [...signature, ...words]) values.forEach((value, index) => view.setUint32(offset + 4 * index, value, true))
  for (const [offset, ...values] of halves) values.forEach((value, index) => view.setUint16(offset + 2 * index, value, true))
  return new Uint8Array(view.buffer)
}
