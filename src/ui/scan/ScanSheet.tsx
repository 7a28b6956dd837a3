import { useState } from 'react'
import type { Answers } from '../../domain/forms/answers'
import type { FormDefinition } from '../../domain/forms/form'
import type { CardText } from '../../domain/identity/cardText'
import { Sheet } from '../parts/frame/Sheet'
import { scanTexts } from '../text/scan'
import { useText } from '../text/useText'
import { CardResult } from './CardResult'
import { CardScanner } from './CardScanner'

interface ScanSheetProps {
  readonly form: FormDefinition
  readonly answers: Answers
  readonly onUse: (chosen: Answers) => void
  readonly onClose: () => void
}

/** Scans an identity card for the open form, in a sheet. */
export function ScanSheet({ form, answers, onUse, onClose }: ScanSheetProps) {
  const t = useText(scanTexts)
  const [card, setCard] = useState<CardText | null>(null)
  return (
    <Sheet title={card ? t.result : t.title} onClose={onClose}>
      <div className="in-pad">
        {card
          ? <CardResult card={card} form={form} answers={answers} onUse={onUse} onAgain={() => setCard(null)} />
          : <CardScanner onCard={setCard} />}
      </div>
    </Sheet>
  )
}
