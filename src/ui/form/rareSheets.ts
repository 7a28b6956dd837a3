/* Parts of a form that most forms never need. They are fetched when first needed, usually from the device's own cache. */
export { ScanSheet } from '../scan/ScanSheet'
export { ElsewhereWords } from '../twins/ElsewhereWords'
export { TwinSheet } from '../twins/TwinSheet'
