import type { English } from '../loadEnglish'
import { answerEnglish } from './answers'
import { adminEnglish } from './desk/admin'
import { importEnglish } from './desk/import'
import { requestEnglish } from './desk/requests'
import { reviewEnglish } from './desk/review'
import { accountEnglish } from './device/account'
import { courierEnglish } from './device/courier'
import { forgotEnglish } from './device/forgot'
import { gateNoticeEnglish } from './device/gateNotices'
import { lossEnglish } from './device/losses'
import { mineEnglish } from './device/mine'
import { rescuedEnglish } from './device/rescued'
import { syncEnglish } from './device/sync'
import { tourEnglish } from './device/tour'
import { updateEnglish } from './device/update'
import { failureEnglish } from './failures'
import { partEnglish } from './parts'
import { checkEnglish } from './round/check'
import { collectEnglish } from './round/collect'
import { consentEnglish } from './round/consent'
import { formEnglish } from './round/form'
import { locationEnglish } from './round/location'
import { orderEnglish } from './round/order'
import { photoEnglish } from './round/photos'
import { scanEnglish } from './round/scan'
import { twinEnglish } from './round/twins'
import { unsentEnglish } from './round/unsent'
import { visitEnglish } from './round/visit'
import { wholeEnglish } from './round/whole'

/** All English words: one file of the build, loaded only by devices that use English. The compiler refuses it if an area is missing. */
export const english: English = {
  account: accountEnglish,
  admin: adminEnglish,
  answers: answerEnglish,
  check: checkEnglish,
  collect: collectEnglish,
  consent: consentEnglish,
  courier: courierEnglish,
  failures: failureEnglish,
  forgot: forgotEnglish,
  form: formEnglish,
  gateNotices: gateNoticeEnglish,
  import: importEnglish,
  location: locationEnglish,
  losses: lossEnglish,
  mine: mineEnglish,
  order: orderEnglish,
  parts: partEnglish,
  photos: photoEnglish,
  requests: requestEnglish,
  rescued: rescuedEnglish,
  review: reviewEnglish,
  scan: scanEnglish,
  sync: syncEnglish,
  tour: tourEnglish,
  twins: twinEnglish,
  unsent: unsentEnglish,
  update: updateEnglish,
  visit: visitEnglish,
  whole: wholeEnglish,
}
