import { fail, ok, type Result } from '../domain/result'
import type { CameraFailure, Scanner, Watching } from '../ui/platform'
import type { QrAnswer, QrQuestion } from './qrWorker'

/** Wide enough for the dense code of an identity card, small enough for a slow phone. */
const LIVE_WIDTH = 1280
/** Longest sides at which a photo is tried, smallest first. */
const PHOTO_SIDES = [1400, 2600] as const
const BETWEEN_FRAMES_MS = 120

/** Implements `Scanner` with the camera and the decoder. The worker lives as long as somebody scans. No picture is kept after it was read. */
export function browserScanner(startWorker: () => Worker): Scanner {
  return {
    async watch(video, onRead) {
      if (!navigator.mediaDevices?.getUserMedia) return fail('none')
      const stream = await openCamera()
      if (!stream.ok) return stream
      video.srcObject = stream.value
      // The video plays by itself, muted and inline. If a browser refuses, its picture stands still, and the person can take a photo instead.
      await video.play().catch(() => {})
      return ok(readFrames({ video, stream: stream.value, decoder: openDecoder(startWorker) }, onRead))
    },
    async readPhoto(photo) {
      const picture = await createImageBitmap(photo).catch(() => null)
      if (!picture) return fail('notPicture')
      const decoder = openDecoder(startWorker)
      try {
        for (const side of PHOTO_SIDES) {
          const read = await decoder.read(pixelsOf(document.createElement('canvas'), { picture, width: picture.width, height: picture.height }, side), true)
          if (read.ok || read.error === 'noDecoder') return read
          if (Math.max(picture.width, picture.height) <= side) break
        }
        return fail('noCode')
      } finally {
        picture.close()
        decoder.close()
      }
    },
  }
}

async function openCamera(): Promise<Result<MediaStream, CameraFailure>> {
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: LIVE_WIDTH }, height: { ideal: 720 } } }))
  } catch (error) {
    const { name } = error as { readonly name?: string }
    return fail(name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : name === 'NotReadableError' ? 'busy' : 'none')
  }
}

interface Eye {
  readonly video: HTMLVideoElement
  readonly stream: MediaStream
  readonly decoder: Decoder
}

/** Reads frame after frame, as fast as possible, until it is stopped. */
function readFrames({ video, stream, decoder }: Eye, onRead: Parameters<Scanner['watch']>[1]): Watching {
  let stopped = false
  let timer: ReturnType<typeof setTimeout>
  const canvas = document.createElement('canvas')
  const look = async (): Promise<void> => {
    const read = video.videoWidth > 0 ? await decoder.read(pixelsOf(canvas, { picture: video, width: video.videoWidth, height: video.videoHeight }, LIVE_WIDTH), false) : null
    if (stopped) return
    if (read?.ok) onRead(read)
    else if (read?.error === 'noDecoder') return onRead(fail('noDecoder'))
    timer = setTimeout(() => void look(), BETWEEN_FRAMES_MS)
  }
  void look()
  return {
    ...lightOf(stream),
    stop() {
      stopped = true
      clearTimeout(timer)
      for (const track of stream.getTracks()) track.stop()
      video.srcObject = null
      decoder.close()
    },
  }
}

/** Chrome has offered a phone's light since version 59. The standard types do not have it yet (W3C Image Capture, `torch`). */
function lightOf(stream: MediaStream): Pick<Watching, 'light'> {
  const track = stream.getVideoTracks()[0]
  const { torch } = (track?.getCapabilities?.() ?? {}) as { readonly torch?: boolean }
  if (!track || !torch) return {}
  return { light: (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }).then(() => true, () => false) }
}

interface Drawn {
  readonly picture: CanvasImageSource
  readonly width: number
  readonly height: number
}

function pixelsOf(canvas: HTMLCanvasElement, { picture, width, height }: Drawn, longest: number): ImageData {
  const scale = Math.min(1, longest / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('scanner — no canvas')
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

interface Decoder {
  /** One image at a time. */
  read(image: ImageData, thorough: boolean): Promise<QrAnswer>
  close(): void
}

function openDecoder(startWorker: () => Worker): Decoder {
  const worker = startWorker()
  let answer = (_read: QrAnswer): void => {}
  const giveUp = (): void => answer(fail('noDecoder'))
  worker.onmessage = ({ data }: MessageEvent<QrAnswer>) => answer(data)
  worker.onerror = giveUp
  return {
    read: (image, thorough) => new Promise((done) => {
      answer = done
      worker.postMessage({ image, thorough } satisfies QrQuestion, [image.data.buffer])
    }),
    close() {
      worker.terminate()
      giveUp()
    },
  }
}
