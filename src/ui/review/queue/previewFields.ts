import type { RecordKind } from '../../../domain/records/record'

/** The fields a supervisor looks at first, by kind of form. The preview leaves out fields without an answer. */
export const previewFields: { readonly [kind in RecordKind]: readonly string[] } = {
  household: [],
  person: [],
  labour: ['personalId', 'activityStatus', 'employmentPosition', 'jobTitle', 'workplaceType', 'enterpriseType', 'hasContract', 'contractType', 'contractStart', 'siParticipation', 'everWorked', 'previousJob', 'unemploymentDuration', 'inactiveReason', 'generalEducation', 'technicalLevel'],
  asxh: ['personalId', 'groups', 'monthlyAmount', 'accountStatus', 'accountKind', 'bankBin', 'accountNumber', 'accountOwnerName', 'authorisedFullName', 'authorisedValidTo', 'noAccountReason', 'payMethod'],
}
