import { keepOpenFor } from '../beforeLock'

/*
 * Photos on their way into a draft, by its record. They outlive the screen they were chosen on: whoever reads that draft, sends or ends
 * it waits for them, and so does the lock.
 */
const underWay = new Map<string, Promise<boolean>>()

/** @param work whether the photo is in the draft now; never rejects */
export function photoUnderWay(record: string, work: Promise<boolean>): void {
  const all = Promise.all([photosReady(record), work]).then((each) => each.every(Boolean))
  underWay.set(record, all)
  keepOpenFor(all)
  void all.then(() => {
    if (underWay.get(record) === all) underWay.delete(record)
  })
}

/** Photos of the record that are on their way now, if any; false = one of them got into no draft. */
export const photosComing = (record: string): Promise<boolean> | undefined => underWay.get(record)

/** When there are none, or no more. */
export async function photosReady(record: string): Promise<boolean> {
  return (await photosComing(record)) ?? true
}
