export { useOwnToast, useToast } from './toast'
