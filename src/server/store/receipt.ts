/** What an officer can read out on the phone: commune and the change number of the operation, `22810-000123`. */
export function receiptOf(commune: string, seq: number): string {
  return `${commune}-${String(seq).padStart(6, '0')}`
}
