/* Parts of a form that most forms never need: fetched, from the device's own cache, when one of them is. */
export { ScanSheet } from '../scan/ScanSheet'
export { ElsewhereWords } from '../twins/ElsewhereWords'
export { TwinSheet } from '../twins/TwinSheet'
