import type { accountTexts } from './account'
import type { adminTexts } from './admin'
import type { answerTexts } from './answers'
import type { checkTexts } from './check'
import type { collectTexts } from './collect'
import type { consentTexts } from './consent'
import type { courierTexts } from './courier'
import type { failureTexts } from './failures'
import type { forgotTexts } from './forgot'
import type { formTexts } from './form'
import type { gateNoticeTexts } from './gateNotices'
import type { importTexts } from './import'
import type { locationTexts } from './location'
import type { lossTexts } from './losses'
import type { mineTexts } from './mine'
import type { orderTexts } from './order'
import type { partTexts } from './parts'
import type { photoTexts } from './photos'
import type { requestTexts } from './requests'
import type { rescuedTexts } from './rescued'
import type { reviewTexts } from './review'
import type { scanTexts } from './scan'
import type { syncTexts } from './sync'
import type { tourTexts } from './tour'
import type { twinTexts } from './twins'
import type { unsentTexts } from './unsent'
import type { updateTexts } from './update'
import type { visitTexts } from './visit'
import type { wholeTexts } from './whole'

/** Every area of words, by its name, which is also its file's name. Types only: no area is loaded by being named here. */
export interface Areas {
  readonly account: typeof accountTexts
  readonly admin: typeof adminTexts
  readonly answers: typeof answerTexts
  readonly check: typeof checkTexts
  readonly collect: typeof collectTexts
  readonly consent: typeof consentTexts
  readonly courier: typeof courierTexts
  readonly failures: typeof failureTexts
  readonly forgot: typeof forgotTexts
  readonly form: typeof formTexts
  readonly gateNotices: typeof gateNoticeTexts
  readonly import: typeof importTexts
  readonly location: typeof locationTexts
  readonly losses: typeof lossTexts
  readonly mine: typeof mineTexts
  readonly order: typeof orderTexts
  readonly parts: typeof partTexts
  readonly photos: typeof photoTexts
  readonly requests: typeof requestTexts
  readonly rescued: typeof rescuedTexts
  readonly review: typeof reviewTexts
  readonly scan: typeof scanTexts
  readonly sync: typeof syncTexts
  readonly tour: typeof tourTexts
  readonly twins: typeof twinTexts
  readonly unsent: typeof unsentTexts
  readonly update: typeof updateTexts
  readonly visit: typeof visitTexts
  readonly whole: typeof wholeTexts
}

export type Area = keyof Areas

/** The words of an area, in either language. */
export type WordsOf<A extends Area> = Areas[A]['vi']
