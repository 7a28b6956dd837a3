import { useState } from 'react'
import { Button } from '../parts/Button'
import { scanTexts } from '../text/scan'
import { useText } from '../text/useText'
import type { Camera } from './useCamera'

/** The picture of the camera, while there is one, and a button for its light if it has one. */
export function CameraView({ camera: { video, isSeeing, light } }: { readonly camera: Camera }) {
  const t = useText(scanTexts)
  const [isLit, setLit] = useState(false)
  const turn = async (): Promise<void> => {
    if (await light?.(!isLit)) setLit(!isLit)
  }
  return (
    <>
      <div className="scan-v" hidden={!isSeeing}>
        <video ref={video} muted playsInline aria-label={t.view} />
      </div>
      {light && <Button wide icon="sun" onClick={() => void turn()}>{isLit ? t.lightOff : t.lightOn}</Button>}
    </>
  )
}
