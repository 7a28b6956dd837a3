import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

/*
 * Reads QR codes away from the page's thread. The decoder is our own file: by default the library would fetch it from a stranger.
 * Nothing of a picture is kept.
 */

prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true })

export interface QrQuestion {
  readonly id: number
  readonly image: ImageData
  /** Look longer: for a photo that is there once. */
  readonly thorough: boolean
}

export interface QrAnswer {
  readonly id: number
  /** `null` = no code is seen. */
  readonly text: string | null
  /** The decoder itself failed: nothing will ever be read. */
  readonly isBroken: boolean
}

addEventListener('message', ({ data: { id, image, thorough } }: MessageEvent<QrQuestion>) => {
  void readBarcodes(image, { formats: ['QRCode'], tryHarder: thorough, maxNumberOfSymbols: 1 }).then(
    ([found]) => postMessage({ id, text: found?.isValid ? found.text : null, isBroken: false } satisfies QrAnswer),
    () => postMessage({ id, text: null, isBroken: true } satisfies QrAnswer),
  )
})
