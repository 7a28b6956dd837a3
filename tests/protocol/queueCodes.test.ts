import { describe, expect, it } from 'vitest'
import { addQueueCode, fileOfCodes, MAX_CODES, writeQueueCodes, type CodesRead } from '../../src/protocol/queueCodes'
import { writeQueueFile } from '../../src/protocol/queueFile'

const envelope = (counter: number, size: number) => ({ device: '01890000-0000-7000-8000-0000000000d1', commune: '22810', counter, keyId: 'k1', sealed: 'A'.repeat(size) })
const file = writeQueueFile([envelope(1, 900), envelope(2, 900)])
const codes = writeQueueCodes(file)!

function read(texts: readonly string[]): CodesRead {
  let set: CodesRead | null = null
  for (const text of texts) {
    const added = addQueueCode(set, text)
    if (added.ok) set = added.value
  }
  return set!
}

describe('a rescue file as a run of codes', () => {
  it.each([
    ['in order', codes],
    ['backwards', [...codes].reverse()],
    ['beginning in the middle, some twice', [...codes.slice(2), ...codes.slice(1), ...codes]],
    ['with another picture in between', [...codes.slice(0, 2), 'https://example.vn', ...codes.slice(2)]],
  ])('comes back whole, read %s', (_, texts) => {
    expect(codes.length).toBeGreaterThan(3)
    expect(fileOfCodes(read(texts))).toBe(file)
  })

  it('is not whole while a code is missing', () => {
    const some = read(codes.slice(1))

    expect([some.parts.size, some.count, fileOfCodes(some)]).toEqual([codes.length - 1, codes.length, null])
  })

  it('begins anew with the code of another run', () => {
    const other = writeQueueCodes(writeQueueFile([envelope(3, 100)]))!

    expect(fileOfCodes(read([codes[0]!, ...other]))).toBe(writeQueueFile([envelope(3, 100)]))
  })

  it('is not made of parts that do not belong together', () => {
    const [head, first] = [codes[0]!, read(codes)]

    expect(fileOfCodes({ ...first, parts: new Map([...first.parts, [1, head.slice(40)]]) })).toBeNull()
  })

  it.each(['', 'STHON1', 'STHON1:00000000:0/3:x', 'STHON1:00000000:4/3:x', 'STHON1:00000000:1/99:x', '058090000123|264512907|Lò Văn Sơn'])('takes %j for none of its codes', (text) => {
    expect(addQueueCode(null, text)).toEqual({ ok: false, error: 'notQueueCode' })
  })

  it('leaves to a file what would take too many', () => {
    expect(writeQueueCodes('x'.repeat(500 * MAX_CODES))).toHaveLength(MAX_CODES)
    expect(writeQueueCodes('x'.repeat(500 * MAX_CODES + 1))).toBeNull()
  })
})
