/** What hardly any device ever shows, fetched as one: each file apart would cost the first visit more than it saves. */
export { GateNotices } from './GateNotices'
export { HandingIn } from '../sync/trouble/HandingIn'
export { RescuedToast } from '../sync/RescuedToast'
