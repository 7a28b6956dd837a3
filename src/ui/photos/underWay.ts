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

/** When no photo of the record is on its way any more; false = one of those waited for got into no draft. */
export async function photosReady(record: string): Promise<boolean> {
  return (await underWay.get(record)) ?? true
}
