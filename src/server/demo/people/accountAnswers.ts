import { addDays, type PlainDate } from '../../../domain/time'
import type { Asxh } from './asxhAnswers'

import { kinOf } from './kin'
import type { DemoPerson } from '../population'
import type { Random } from '../random'
import type { Beneficiary } from './welfare'

const PAYER = 'Bưu điện tỉnh Khánh Hòa'
/** Weights of banks. Agribank has the branch in the commune; people bring accounts of the others from elsewhere. */
const banks = { '970405': 62, '970436': 8, '970415': 10, '970418': 7, '970449': 8, '970422': 5 } as const

/** One of the three account states, with what each asks: own account, authorised person's account, none. */
export function accountAnswers(random: Random, { person }: Beneficiary, day: PlainDate): Asxh {
  const kin = person.household.members.find((member) => member !== person && member.age >= 18 && typeof member.number === 'string')
  const canHold = person.age >= 18 && typeof person.number === 'string'
  const status = random.weighted({ PERSONAL: canHold ? (person.age > 74 ? 26 : 46) : 0, AUTHORISED: kin ? (canHold ? 18 : 50) : 0, NONE: 56 })
  if (status === 'NONE') return noAccount(random, person)
  const owner = status === 'AUTHORISED' && kin ? kin : person
  return {
    accountStatus: status,
    ...account(random, owner),
    ...(status === 'AUTHORISED' && kin && authorised(random, person, kin, day)),
    payingAgency: PAYER,
  }
}

function account(random: Random, owner: DemoPerson): Asxh {
  const kind = owner.phone !== null && random.chance(0.07) ? random.pick(['EWALLET', 'MOBILE_MONEY'] as const) : 'BANK'
  const isBank = kind === 'BANK'
  const isCash = random.chance(0.053)
  const bin = random.weighted(banks)
  return {
    accountKind: kind,
    accountOwnerName: owner.name,
    ...(typeof owner.number === 'string' && random.chance(0.8) && { accountOwnerId: owner.number }),
    ...(isBank ? { bankBin: bin } : { bankBin: kind === 'EWALLET' ? '971025' : '971005' }),
    ...(isBank && bin === '970405' && { bankBranch: 'Chi nhánh Ninh Sơn' }),
    accountNumber: isBank ? bankNumber(random, bin) : (owner.phone ?? ''),
    payMethod: isCash ? 'CASH_POINT' : kind,
  }
}

function bankNumber(random: Random, bin: string): string {
  return bin === '970405' ? `4907205${random.digits(6)}` : `10${random.digits(random.int(8, 11))}`
}

/** An authorised person's account. Most authorisation papers are valid; a few have expired, which gives the supervisor a warning. */
function authorised(random: Random, person: DemoPerson, kin: DemoPerson, day: PlainDate): Asxh {
  const made = addDays(day, -random.int(40, person.age < 3 ? 60 : 900))
  const hasEnd = random.chance(0.7)
  const ends = random.chance(0.12) ? addDays(day, -random.int(5, 39)) : addDays(day, random.int(60, 700))
  return {
    authorisedFullName: kin.name,
    authorisedPersonalId: typeof kin.number === 'string' ? kin.number : '',
    authorisedRelation: kinOf(kin, person),
    ...(kin.phone !== null && { authorisedPhone: kin.phone }),
    authorisedDocumentNo: `${random.int(1, 320)}/UQ`,
    authorisedDocumentDate: made,
    ...(hasEnd && { authorisedValidTo: ends }),
  }
}

function noAccount(random: Random, { age }: DemoPerson): Asxh {
  const reason = age < 18 ? '9' : random.weighted({ '2': 22, '3': age > 70 ? 40 : 16, '4': 14, '5': 20, '6': 12 })
  return {
    accountStatus: 'NONE',
    noAccountReason: reason,
    ...(reason === '9' && { noAccountReasonOther: 'Còn nhỏ, người nhà nhận thay' }),
    wantsAccount: random.chance(age > 75 ? 0.2 : 0.45),
    payMethod: random.chance(age > 78 ? 0.5 : 0.12) ? 'CASH_HOME' : 'CASH_POINT',
    payingAgency: PAYER,
  }
}
