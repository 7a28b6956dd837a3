import type { Finding } from '../../../domain/forms/checking/finding'

/** The reasons that collectors give for a warning, by the end of the warning's id. */
const words: Readonly<Record<string, string>> = {
  'LS-010': 'Đã xem thẻ, số đúng như ghi.',
  'LS-011': 'Giấy khai sinh ghi năm khác, gia đình đang xin cải chính.',
  'LS-012': 'Đã xem thẻ, số đúng như ghi.',
  'LS-006': 'Trên giấy tờ chỉ ghi một tên.',
  'LS-020': 'Người dân không muốn ghi vào nhóm ưu tiên.',
  'LS-022': 'Học bổ túc, không nhớ bằng.',
  'BT-010': 'Đã xem thẻ, số đúng như ghi.',
  'BT-011': 'Giấy khai sinh ghi năm khác, gia đình đang xin cải chính.',
  'BT-012': 'Đã xem thẻ, số đúng như ghi.',
  'BT-025': 'Quyết định vẫn còn hiệu lực.',
  'BT-026': 'Gia đình cất quyết định ở nhà con, chưa xem được.',
  'BT-047': 'Gia đình đang làm lại giấy ủy quyền.',
}

/** Reasons for the warnings of a form, by finding id. A warning that is not in the list gets no reason. */
export function reasonsFor(warnings: readonly Finding[]): Readonly<Record<string, string>> {
  return Object.fromEntries(warnings.flatMap(({ id }) => (words[id] === undefined ? [] : [[id, words[id]]])))
}
