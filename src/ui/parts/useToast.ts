export { useToast } from './toast'
