import { useEffect, useState } from 'react'
import type { StorageStatus } from '../../storage/ledger'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { Progress } from '../parts/states/Progress'
import { useServices } from '../services'
import { useLanguage } from '../text/language'
import { mineTexts } from '../text/mine'
import { syncTexts } from '../text/sync'
import { useText } from '../text/useText'

/** The share of the space in use from which on a warning is shown. */
const FULL = 0.8

/** Whether the device keeps the data permanently, and how much space it uses. */
export function StorageCard() {
  const { ledger } = useServices()
  const { platform } = useOutside()
  const t = useText(mineTexts)
  const sync = useText(syncTexts)
  const size = useSizeWords()
  const [status, setStatus] = useState<StorageStatus | null>(null)
  const [asked, setAsked] = useState(0)
  const [isRefused, setRefused] = useState(false)
  useEffect(() => {
    let isShown = true
    void ledger.status().then((read) => isShown && setStatus(read))
    return () => {
      isShown = false
    }
  }, [ledger, asked])
  const ask = async (): Promise<void> => {
    setRefused((await platform.askPersistence()) !== true)
    setAsked(asked + 1)
  }
  if (!status) return null
  const { persisted, usedBytes, quotaBytes } = status
  return (
    <div className="card st">
      {usedBytes !== null && quotaBytes !== null && (
        <Progress label={sync.storage} value={Math.ceil(usedBytes / 1e6)} max={Math.round(quotaBytes / 1e6)} words={[size(usedBytes), size(quotaBytes)]} />
      )}
      {usedBytes !== null && quotaBytes !== null && usedBytes > quotaBytes * FULL && <Box kind="warn" icon="alert"><p>{sync.nearlyFull}</p></Box>}
      <p className={`chk m ${persisted ? 'ok' : persisted === false ? 'warn' : ''}`}>
        <Icon name={persisted ? 'check' : persisted === false ? 'alert' : 'info'} small />
        <span>{persisted ? t.kept : persisted === false ? t.notKept : t.keptUnknown}</span>
      </p>
      {persisted === false && <Button wide onClick={() => void ask()}>{t.askKeep}</Button>}
      <div role="status">{persisted === false && isRefused && <p>{t.keepRefused}</p>}</div>
    </div>
  )
}

/** `6 MB`; from 1000 MB on `10,7 GB`. */
function useSizeWords(): (bytes: number) => string {
  const { language } = useLanguage()
  return (bytes) => {
    if (bytes < 1e9) return `${Math.ceil(bytes / 1e6)} MB`
    return `${String(Math.round(bytes / 1e8) / 10).replace('.', language === 'vi' ? ',' : '.')} GB`
  }
}
