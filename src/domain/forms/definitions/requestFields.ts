import type { CodeItem } from '../../codes/codeItem'
import type { Condition } from '../asking/condition'
import type { Field, Group } from '../form'

/** What an officer can ask the supervisor to do with a household or person. Only the supervisor moves records or sets them aside. */
export const requestKinds = [
  { code: '1', label: 'Chuyển sang hộ khác', labelEn: 'Move to another household' },
  { code: '2', label: 'Chuyển sang thôn khác', labelEn: 'Move to another hamlet' },
  { code: '3', label: 'Trùng với hồ sơ khác', labelEn: 'The same as another record' },
] as const satisfies readonly CodeItem[]
export type RequestKind = (typeof requestKinds)[number]['code']

const asked: Condition = { op: 'answered', field: 'request' }

/** FROZEN with household@3 and person@3, which share it. Ids of records and hamlets are uuids. */
export const requestFields = {
  request: { kind: 'choice', options: requestKinds, label: 'Yêu cầu', labelEn: 'Request', required: false, system: true },
  requestTo: { kind: 'text', maxLength: 36, label: 'Yêu cầu: hộ, thôn hoặc hồ sơ kia', labelEn: 'Request: the household, hamlet or other record', askIf: asked, required: false, system: true },
  requestNote: { kind: 'text', maxLength: 200, label: 'Yêu cầu: ghi chú', labelEn: 'Request: note', askIf: asked, required: false, system: true, sensitive: 'basic' },
  requestedOn: { kind: 'date', label: 'Ngày yêu cầu', labelEn: 'Requested on', askIf: asked, required: true, system: true },
  requestedBy: { kind: 'text', maxLength: 40, label: 'Người yêu cầu', labelEn: 'Requested by', askIf: asked, required: true, system: true },
  requestReply: { kind: 'text', maxLength: 300, label: 'Trả lời yêu cầu', labelEn: 'Answer to the request', required: false, system: true },
  sameAs: { kind: 'text', maxLength: 36, label: 'Cùng là hồ sơ', labelEn: 'The same as record', required: false, system: true },
} as const satisfies Readonly<Record<string, Field>>

export const requestGroup: Group = { id: 'request', label: 'Yêu cầu chuyển, gộp', labelEn: 'Request to move or merge', fields: Object.keys(requestFields) }
