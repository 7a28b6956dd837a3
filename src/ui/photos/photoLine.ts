import { keep, recall } from '../keep'

/** Over which line an account's photos are sent by themselves: only one that costs nothing (`free`), or any. */
export type PhotoLine = 'free' | 'any'

const key = (userId: string): string => `sothon-photo-line:${userId}`

/** The choice made on this device; `free` by default. */
export const photoLine = (userId: string): PhotoLine => (recall(key(userId)) === 'any' ? 'any' : 'free')

export function choosePhotoLine(userId: string, line: PhotoLine): void {
  keep(key(userId), line === 'any' ? 'any' : null)
}
