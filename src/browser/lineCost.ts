interface Connection { readonly type?: string; readonly saveData?: boolean }

/** Whether data on this line costs money, from the Network Information API if there is one (Chrome on Android has it). */
export function lineCost(): 'free' | 'metered' | 'unknown' {
  const connection = (navigator as { connection?: Connection }).connection
  if (connection?.saveData || connection?.type === 'cellular') return 'metered'
  return connection?.type === 'wifi' || connection?.type === 'ethernet' ? 'free' : 'unknown'
}
