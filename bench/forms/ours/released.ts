import { releasedForms as ofProduct } from '../../../src/domain/forms/released'
import { benchForm } from './benchForm'

/** What the product's registry is built with here (`vite.config.ts`). */
export const releasedForms = [...ofProduct, benchForm]
