import { keep, recall } from '../keep'

/** Over which line the photos of an account go by themselves: only one that costs nothing, or any. */
export type PhotoLine = 'free' | 'any'

const key = (userId: string): string => `sothon-photo-line:${userId}`

export const photoLine = (userId: string): PhotoLine => (recall(key(userId)) === 'any' ? 'any' : 'free')

export function choosePhotoLine(userId: string, line: PhotoLine): void {
  keep(key(userId), line === 'any' ? 'any' : null)
}
