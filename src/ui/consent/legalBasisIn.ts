import { defaultLegalBasis, type LegalBasisOf } from '../../domain/consent'
import type { Ledger } from '../../storage/ledger'

/** The legal basis of each purpose by the settings of a commune; the default where they are not known. */
export const legalBasisIn = (ledger: Ledger, commune: string | undefined): LegalBasisOf => ledger.context(commune ?? '')?.settings.legalBasis ?? defaultLegalBasis
