/** Parts that hardly any device ever shows, fetched as one file: separate files would cost the first visit more than they save. */
export { GateNotices } from './GateNotices'
export { HandingIn } from '../sync/trouble/HandingIn'
export { RescuedToast } from '../sync/RescuedToast'
