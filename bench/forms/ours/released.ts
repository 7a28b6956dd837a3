import { releasedForms as ofProduct } from '../../../src/domain/forms/released'
import { benchForm } from './benchForm'

/** Replaces the product's list of released forms in the bench's build (`vite.config.ts`). */
export const releasedForms = [...ofProduct, benchForm]
