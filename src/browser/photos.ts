import { fail, ok, type Result } from '../domain/result'

const LONGEST_SIDE = 1_600
/** Written pages stay legible at this size. Qualities are tried from the best down. */
const MOST_BYTES = 400_000
const QUALITIES = [0.8, 0.7, 0.6, 0.5, 0.4]

/** A smaller JPEG of a photo. It is drawn again, so it keeps only the picture: the place and time of the camera are lost. */
export async function shrinkPhoto(photo: Blob): Promise<Result<Uint8Array<ArrayBuffer>, 'notPicture'>> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return fail('notPicture')
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const jpeg = await smallJpeg(canvas)
  return jpeg ? ok(new Uint8Array(await jpeg.arrayBuffer())) : fail('notPicture')
}

/** The best quality that is small enough, or else the lowest one. */
async function smallJpeg(canvas: HTMLCanvasElement): Promise<Blob | null> {
  let jpeg: Blob | null = null
  for (const quality of QUALITIES) {
    jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (!jpeg || jpeg.size <= MOST_BYTES) return jpeg
  }
  return jpeg
}
