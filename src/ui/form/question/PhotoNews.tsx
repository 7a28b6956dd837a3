import { fieldLabel } from '../../../domain/forms/wording/words'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { useLanguage } from '../../text/language'
import { photoTexts } from '../../text/photos'
import { useText } from '../../text/useText'
import type { FormSession } from '../filling/useFormSession'
import { usePhotoWords } from '../filling/usePhotos'

interface PhotoNewsProps {
  readonly session: FormSession
  /** Fields on the screen. They show the state of their photo themselves. */
  readonly here: readonly string[]
  readonly onGo: (field: string) => void
}

/** For photos whose question is not on the screen: tells that they are still being made smaller, or why there is none. */
export function PhotoNews({ session: { form, photos: { states }, asked }, here, onGo }: PhotoNewsProps) {
  const t = useText(photoTexts)
  const { language } = useLanguage()
  const words = usePhotoWords()
  const news = Object.entries(states).filter(([field]) => asked.has(field) && !here.includes(field)).map(([field, state]) => {
    return { field, state, said: `${fieldLabel(form.fields[field]!, language, true)}: ${words(state)}` }
  })
  return (
    <>
      <div role="status">{news.map(({ field, state, said }) => state === 'working' && <p key={field}>{said}</p>)}</div>
      {news.map(({ field, state, said }) => state !== 'working' && (
        <Box key={field} kind="warn" icon="alert" role="alert">
          <p>{said}</p>
          <Button onClick={() => onGo(field)}>{t.toQuestion}</Button>
        </Box>
      ))}
    </>
  )
}
