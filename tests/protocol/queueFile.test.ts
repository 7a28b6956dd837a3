import { describe, expect, it } from 'vitest'
import { readQueueFile, writeQueueFile } from '../../src/protocol/queueFile'
import type { Envelope } from '../../src/protocol/messages'

const DEVICE = '01890000-0000-7000-8000-0000000000d1'
const envelope = (counter: number): Envelope => ({ device: DEVICE, commune: '22810', counter, keyId: 'k1', sealed: `AAAA${counter}` })
const three = [envelope(1), envelope(2), envelope(3)]

describe('the rescue file', () => {
  it.each([
    ['as it was written', (text: string) => text],
    ['from a way that ends lines as Windows does', (text: string) => text.replaceAll('\n', '\r\n')],
    ['from a way that marks its byte order', (text: string) => `\uFEFF${text}`],
    ['without its last line feed', (text: string) => text.trimEnd()],
  ])('comes back whole %s', (_, way) => {
    expect(readQueueFile(way(writeQueueFile(three)))).toEqual({ ok: true, value: { envelopes: three, drafts: [], lost: 0 } })
  })

  it('carries an empty queue', () => {
    expect(readQueueFile(writeQueueFile([]))).toEqual({ ok: true, value: { envelopes: [], drafts: [], lost: 0 } })
  })

  it('gives every whole line of a file that was cut, and says how many are lost', () => {
    const text = writeQueueFile(three)

    expect(readQueueFile(text.slice(0, -20))).toEqual({ ok: true, value: { envelopes: three.slice(0, 2), drafts: [], lost: 1 } })
  })

  it('[S42] carries drafts beside the queue, which an older app passes over without missing any', () => {
    const drafts = [{ device: DEVICE, commune: '22810', record: DEVICE, sealed: 'BBBB' }]
    const text = writeQueueFile(three, drafts)

    expect(readQueueFile(text)).toEqual({ ok: true, value: { envelopes: three, drafts, lost: 0 } })
    expect(readQueueFile(text.slice(0, -20))).toEqual({ ok: true, value: { envelopes: three, drafts: [], lost: 1 } })
    expect(JSON.parse(text.split('\n')[0]!)).toMatchObject({ version: 1, count: 3 })
  })

  it('passes over a line that is no envelope', () => {
    const [head, first, , third] = writeQueueFile(three).split('\n')

    expect(readQueueFile([head, first, '{"device":"x"}', third].join('\n'))).toEqual({ ok: true, value: { envelopes: [three[0], three[2]], drafts: [], lost: 1 } })
  })

  it.each(['', 'họ tên,ngày sinh', '{}', '[]', '{"soThon":"queue"}', '\u0000\u0001'])('refuses %j', (text) => {
    expect(readQueueFile(text)).toEqual({ ok: false, error: { kind: 'notQueueFile' } })
  })

  it('says that a newer app wrote it', () => {
    expect(readQueueFile('{"soThon":"queue","version":2,"count":0}')).toEqual({ ok: false, error: { kind: 'newerFile' } })
  })

  it('writes only what an envelope is', () => {
    expect(writeQueueFile([{ ...envelope(1), name: 'Lò Thị Ban' } as Envelope])).not.toContain('Ban')
  })
})
