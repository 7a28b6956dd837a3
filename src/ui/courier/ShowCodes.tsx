import { useEffect, useMemo, useState } from 'react'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Sheet } from '../parts/frame/Sheet'
import { useModule } from '../parts/reading/useModule'
import { courierTexts } from '../text/courier'
import { useText } from '../text/useText'

/** The time for each code: long enough for an old camera to find it and read it. */
const EACH_MS = 1_200
/** Width of the white margin around a code, in modules (ISO/IEC 18004). */
const QUIET = 4

interface Drawn {
  readonly size: number
  /** SVG path with one square of side 1 for each dark module. */
  readonly path: string
}

/** Shows a series of codes again and again, until the other device has read them all. */
export function ShowCodes({ codes, onClose }: { readonly codes: readonly string[]; readonly onClose: () => void }) {
  const t = useText(courierTexts)
  const drawn = useDrawn(codes)
  const [at, setAt] = useState(0)
  const [isMoving, setMoving] = useState(true)
  useEffect(() => {
    if (!isMoving || codes.length < 2) return
    const timer = setInterval(() => setAt((before) => (before + 1) % codes.length), EACH_MS)
    return () => clearInterval(timer)
  }, [isMoving, codes.length])
  if (drawn === undefined) return <Sheet title={t.showCodes} onClose={onClose}><div className="in-pad"><Box kind="warn" icon="alert" role="alert"><p>{t.codesMissing}</p></Box></div></Sheet>
  const code = drawn?.[at]
  const side = code ? code.size + 2 * QUIET : 1
  return (
    <Sheet title={t.showCodes} onClose={onClose}>
      <div className="in-pad st4">
        <p>{t.showHelp}</p>
        <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t.codeOf(at + 1, codes.length)} shapeRendering="crispEdges">
          <rect width={side} height={side} fill="#fff" />
          {code && <path transform={`translate(${QUIET} ${QUIET})`} d={code.path} fill="#000" />}
        </svg>
        <p className="center num">{t.codeOf(at + 1, codes.length)}</p>
        {codes.length > 1 && (
          <div className="fx">
            <Button className="gr" onClick={() => setMoving(!isMoving)}>{isMoving ? t.stopCodes : t.runCodes}</Button>
            <Button className="gr" onClick={() => { setMoving(false); setAt((at + 1) % codes.length) }}>{t.nextCode}</Button>
          </div>
        )}
      </div>
    </Sheet>
  )
}

const loadEncoder = () => import('qrcode')

/** The codes as drawings. `null` = the encoder is loading, `undefined` = it cannot be fetched. */
function useDrawn(codes: readonly string[]): readonly Drawn[] | null | undefined {
  const encoder = useModule(loadEncoder)
  return useMemo(() => encoder && codes.map((code) => drawnOf(encoder.create(code, { errorCorrectionLevel: 'M' }).modules)), [encoder, codes])
}

function drawnOf(modules: { readonly size: number; get(row: number, column: number): number }): Drawn {
  const places = Array.from({ length: modules.size * modules.size }, (_, n) => [Math.floor(n / modules.size), n % modules.size] as const)
  return { size: modules.size, path: places.flatMap(([row, column]) => (modules.get(row, column) ? [`M${column} ${row}h1v1h-1z`] : [])).join('') }
}
