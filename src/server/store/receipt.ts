/** The receipt that an officer can read out on the phone: commune and change number of the operation, such as `22810-000123`. */
export function receiptOf(commune: string, seq: number): string {
  return `${commune}-${String(seq).padStart(6, '0')}`
}
