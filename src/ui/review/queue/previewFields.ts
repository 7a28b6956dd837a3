import type { RecordKind } from '../../../domain/records/record'

/** What a supervisor looks at first, by kind of form; fields without an answer are left out. */
export const previewFields: { readonly [kind in RecordKind]: readonly string[] } = {
  household: [],
  person: [],
  labour: ['personalId', 'activityStatus', 'employmentPosition', 'jobTitle', 'workplaceType', 'enterpriseType', 'hasContract', 'contractType', 'contractStart', 'siParticipation', 'everWorked', 'previousJob', 'unemploymentDuration', 'inactiveReason', 'generalEducation', 'technicalLevel'],
  asxh: ['personalId', 'groups', 'monthlyAmount', 'accountStatus', 'accountKind', 'bankBin', 'accountNumber', 'accountOwnerName', 'authorisedFullName', 'authorisedValidTo', 'noAccountReason', 'payMethod'],
}
