import { readdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import QRCode from 'qrcode'
import type { QrAnswer } from '../../../src/browser/qrWorker'
import { randomFrom } from '../randomFrom'

/*
 * Pictures of invented identity cards as phones take them, drawn in the page from a seed: turned, in perspective, out of focus, with
 * little contrast, far away, and all of that at once. They are read by the decoder of the built app.
 */

export const cardKinds = ['clean', 'turned', 'perspective', 'blurred', 'pale', 'far', 'all'] as const
export type CardKind = (typeof cardKinds)[number]

export interface CardRead {
  readonly kind: CardKind
  /** Whether the exact text was read. */
  readonly isRight: boolean
  /** Time of the decoder alone, ms. */
  readonly took: number
}

interface Picture {
  readonly kind: CardKind
  readonly text: string
  /** Rows of `1` and `0`. */
  readonly modules: readonly string[]
  readonly seed: number
}

const words = ['Nguyễn', 'Chamaléa', 'Katơr', 'Pi Năng', 'Thị', 'Văn', 'Quốc', 'Bình', 'Mai', 'Tơr', 'Phượng', 'Đức'] as const

function cardText(random: () => number): string {
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const word = (): string => words[Math.floor(random() * words.length)] ?? 'Thị'
  const day = `${String(1 + Math.floor(random() * 28)).padStart(2, '0')}${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`
  return `058${digits(9)}|${random() < 0.6 ? digits(9) : ''}|${word()} ${word()} ${word()}|${day}19${digits(2)}|${random() < 0.5 ? 'Nam' : 'Nữ'}|Thôn ${word()} ${word()}, Lương Sơn, Ninh Sơn, Ninh Thuận|1504202${Math.floor(random() * 4)}`
}

function picturesOf(count: number, seed: number): readonly Picture[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, n) => {
    const text = cardText(random)
    const { modules } = QRCode.create([{ data: new TextEncoder().encode(text), mode: 'byte' }], { errorCorrectionLevel: random() < 0.5 ? 'L' : 'M' })
    const rows = Array.from({ length: modules.size }, (_row, y) => Array.from({ length: modules.size }, (_cell, x) => (modules.get(y, x) ? '1' : '0')).join(''))
    return { kind: cardKinds[n % cardKinds.length] ?? 'clean', text, modules: rows, seed: Math.floor(random() * 2 ** 31) }
  })
}

/** @param page on the origin of the built app, free of its script policy */
export async function readCards(page: Page, count: number, seed: number): Promise<readonly CardRead[]> {
  const worker = readdirSync('dist/client/assets').find((name) => /^qrWorker-.*\.js$/.test(name))
  await page.evaluate((url) => { Object.assign(window, { qrWorker: new Worker(url, { type: 'module' }) }) }, `/assets/${worker}`)
  const reads: CardRead[] = []
  for (const picture of picturesOf(count, seed)) {
    const { text, took } = await page.evaluate(readOne, picture)
    reads.push({ kind: picture.kind, isRight: text === picture.text, took })
  }
  return reads
}

/** Runs in the page: draws one picture and asks the worker. */
async function readOne({ kind, modules, seed }: Picture): Promise<{ readonly text: string | null; readonly took: number }> {
  let state = seed
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const has = (which: CardKind): boolean => kind === which || kind === 'all'
  const side = has('far') ? 150 + random() * 40 : 300 + random() * 60
  const [width, height] = [720, 540]
  const card = Object.assign(document.createElement('canvas'), { width: side, height: side })
  const ink = card.getContext('2d')!
  const contrast = has('pale') ? 0.35 : 1
  const shade = (light: number): string => `rgb(${Array(3).fill(Math.round(128 + (light - 128) * contrast)).join()})`
  ink.fillStyle = shade(240)
  ink.fillRect(0, 0, side, side)
  ink.fillStyle = shade(20)
  const cell = side / (modules.length + 8)
  modules.forEach((row, y) => [...row].forEach((dot, x) => { if (dot === '1') ink.fillRect((x + 4) * cell, (y + 4) * cell, cell + 0.3, cell + 0.3) }))

  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const paper = canvas.getContext('2d', { willReadFrequently: true })!
  paper.fillStyle = shade(170)
  paper.fillRect(0, 0, width, height)
  // The blur of a hand and a cheap lens. It is smaller if the card is far away, because otherwise nothing could read it.
  paper.filter = has('blurred') ? `blur(${kind === 'all' ? 0.6 : 1 + random() * 0.8}px)` : 'none'
  paper.translate(width / 2, height / 2)
  if (has('turned')) paper.rotate(random() * Math.PI * 2)
  // A card that leans back: parts farther away are smaller in both directions, by the division by their distance.
  const lean = has('perspective') ? 0.2 + random() * 0.25 : 0
  const distance = (y: number): number => 1 + lean * (1 - y / side)
  const down = (y: number): number => (y - side / 2) / distance(y)
  for (let y = 0; y < side; y += 1) {
    const wide = side / distance(y)
    paper.drawImage(card, 0, y, side, 1, -wide / 2, down(y), wide, down(y + 1) - down(y) + 0.6)
  }
  const image = paper.getImageData(0, 0, width, height)
  if (has('pale')) for (let at = 0; at < image.data.length; at += 4) for (let channel = 0; channel < 3; channel += 1) image.data[at + channel]! += (random() - 0.5) * 24

  const { qrWorker } = window as unknown as { readonly qrWorker: Worker }
  const start = performance.now()
  const answer = new Promise<QrAnswer>((done) => { qrWorker.onmessage = ({ data }) => done(data) })
  qrWorker.postMessage({ image, thorough: true }, [image.data.buffer])
  const read = await answer
  return { text: read.ok ? read.value : null, took: performance.now() - start }
}
