import { lazy, Suspense } from 'react'
import { useLanguage } from '../../text/language'

/** Only phones set to English fetch the English hints. If that fails, the form shows the Vietnamese hints. */
const EnglishHint = lazy(() => import('./EnglishHint').catch(() => ({ default: VietnameseHint })))

/** The hint on how to ask a question. */
export function Hint({ hint }: { readonly hint: string }) {
  const { language } = useLanguage()
  return language === 'vi' ? hint : <Suspense fallback={<VietnameseHint hint={hint} />}><EnglishHint hint={hint} /></Suspense>
}

function VietnameseHint({ hint }: { readonly hint: string }) {
  return <span lang="vi">{hint}</span>
}
