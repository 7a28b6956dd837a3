import type { PassphraseStrength } from '../../../domain/passphraseStrength'
import { Icon } from '../../parts/Icon'
import { accountTexts } from '../../text/account'
import { useText } from '../../text/useText'

/** Shows how hard a passphrase is to guess while it is typed, as a bar and in words. */
export function StrengthMeter({ strength, isEmpty }: { readonly strength: PassphraseStrength; readonly isEmpty: boolean }) {
  const t = useText(accountTexts).enrol
  const share = Math.min(100, Math.max(0, (strength.bits / strength.needed) * 100))
  return (
    <div className="strength">
      <div
        className="pg-b" role="meter" aria-label={t.strength} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share)}
        aria-valuetext={strength.enough ? t.enough : t.weak}
      >
        <i style={{ width: `${isEmpty ? 0 : share}%` }} />
      </div>
      <p className={`chk ${strength.enough ? 'ok' : ''}`} role="status">
        {!isEmpty && <><Icon name={strength.enough ? 'check' : 'info'} small /><span>{strength.enough ? t.enough : t.weak}</span></>}
      </p>
    </div>
  )
}
