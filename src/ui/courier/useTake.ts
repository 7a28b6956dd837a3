import { useState } from 'react'
import type { Taken } from '../../storage/courier'
import { useOutside } from '../outside'
import { courierTexts } from '../text/courier'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'

export type TakeOutcome = { readonly taken: Taken } | { readonly trouble: string }

/** Takes over sealed forms from the text of a rescue file, from a file or from codes. */
export function useTake(onTaken: () => void) {
  const { courier } = useOutside()
  const t = useText(courierTexts)
  const failures = useText(failureTexts)
  const [outcome, setOutcome] = useState<TakeOutcome | null>(null)
  const take = async (text: string): Promise<void> => {
    const taken = await (await courier()).takeFile(text)
    if (taken.ok) {
      setOutcome({ taken: taken.value })
      return onTaken()
    }
    const { kind } = taken.error
    setOutcome({ trouble: kind === 'notQueueFile' || kind === 'newerFile' ? t.trouble[kind] : failures.storage[kind] })
  }
  return { outcome, take, fail: (trouble: string) => setOutcome({ trouble }) }
}
