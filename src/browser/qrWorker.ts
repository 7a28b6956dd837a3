import { fail, ok, type Result } from '../domain/result'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

/*
 * Reads QR codes outside the page's thread. The decoder is our own file: by default the library would fetch it from a third party.
 * No picture is kept.
 */

prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true })

/** A picture to read. The next one may be sent when this one is answered. */
export interface QrQuestion {
  readonly image: ImageData
  /** Try harder: for a photo, of which there is only one. */
  readonly thorough: boolean
}

/** The text of the code. `noDecoder` = the decoder itself failed, and nothing will ever be read. */
export type QrAnswer = Result<string, 'noCode' | 'noDecoder'>

addEventListener('message', ({ data: { image, thorough } }: MessageEvent<QrQuestion>) => {
  void readBarcodes(image, { formats: ['QRCode'], tryHarder: thorough, maxNumberOfSymbols: 1 }).then(
    ([found]) => postMessage((found?.isValid ? ok(found.text) : fail('noCode')) satisfies QrAnswer),
    () => postMessage(fail('noDecoder') satisfies QrAnswer),
  )
})
