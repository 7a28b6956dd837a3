import QRCode from 'qrcode'

/* Made-up identity cards: the QR of the text, as a picture and as a film for the camera. */

const segments = (text: string) => [{ data: new TextEncoder().encode(text), mode: 'byte' as const }]

export function cardPicture(text: string): Promise<Buffer> {
  return QRCode.toBuffer(segments(text), { errorCorrectionLevel: 'M', scale: 6, margin: 4 })
}

const [WIDTH, HEIGHT, PIXELS] = [1280, 720, 6] as const

const FRAMES = 10

/** One second of Y4M film for each text: its QR code in the middle of a grey table. */
export function cardFilm(...texts: readonly string[]): Buffer {
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES}:1 Ip A1:1 C420jpeg\n`), ...texts.flatMap((text) => Array.from<Buffer>({ length: FRAMES }).fill(frameOf(text)))])
}

function frameOf(text: string): Buffer {
  const { modules } = QRCode.create(segments(text), { errorCorrectionLevel: 'M' })
  const side = (modules.size + 8) * PIXELS
  const [left, top] = [Math.floor((WIDTH - side) / 2), Math.floor((HEIGHT - side) / 2)]
  const luma = Buffer.alloc(WIDTH * HEIGHT, 150)
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [column, row] = [Math.floor(x / PIXELS) - 4, Math.floor(y / PIXELS) - 4]
      const isInside = column >= 0 && row >= 0 && column < modules.size && row < modules.size
      luma[(top + y) * WIDTH + left + x] = isInside && modules.get(row, column) ? 30 : 225
    }
  }
  return Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)])
}
