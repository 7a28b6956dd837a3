import { createContext, use } from 'react'
import type { Photos } from './filling/usePhotos'

/** What inputs need to know about their form, besides their own answer. */
export interface FormAbout {
  readonly commune: string
  readonly photos: Photos
}

export const FormAboutContext = createContext<FormAbout | null>(null)

/** The form around an input. Throws when rendered outside a form. */
export function useFormAbout(): FormAbout {
  const about = use(FormAboutContext)
  if (!about) throw new Error('useFormAbout: rendered outside a form')
  return about
}
