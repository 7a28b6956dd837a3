import { keep, recall } from '../keep'

/** Over which line photos go by themselves: only one that costs nothing, or any. */
export type PhotoLine = 'free' | 'any'

const KEY = 'sothon-photo-line'

export const photoLine = (): PhotoLine => (recall(KEY) === 'any' ? 'any' : 'free')

export function choosePhotoLine(line: PhotoLine): void {
  keep(KEY, line === 'any' ? 'any' : null)
}
