import { keepOpenFor } from '../beforeLock'

/*
 * Photos on their way into a draft, by record id. They outlive the screen where they were chosen. Whoever reads, sends or ends that draft
 * waits for them, and so does the lock.
 */
const underWay = new Map<string, Promise<boolean>>()

/**
 * Remembers a photo until its work has ended.
 * @param work resolves to whether the photo is now in the draft; never rejects
 */
export function photoUnderWay(record: string, work: Promise<boolean>): void {
  const all = Promise.all([photosReady(record), work]).then((each) => each.every(Boolean))
  underWay.set(record, all)
  keepOpenFor(all)
  void all.then(() => {
    if (underWay.get(record) === all) underWay.delete(record)
  })
}

/** The photos of the record that are on their way; `undefined` = none. Resolves to false if one of them could not be put into the draft. */
export const photosComing = (record: string): Promise<boolean> | undefined => underWay.get(record)

/** Waits until no photo of the record is on its way. Resolves to false if one could not be put into the draft. */
export async function photosReady(record: string): Promise<boolean> {
  return (await photosComing(record)) ?? true
}
