import { defaultLegalBasis, type LegalBasisOf } from '../../domain/consent'
import type { Ledger } from '../../storage/ledger'

export const legalBasisIn = (ledger: Ledger, commune: string | undefined): LegalBasisOf => ledger.context(commune ?? '')?.settings.legalBasis ?? defaultLegalBasis
