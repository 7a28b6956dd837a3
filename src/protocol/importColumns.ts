/*
 * The columns a first list of households and people may have.
 * - ids: the keys of `ImportRow.cells`
 * - labels: headings on the screen, in the template and in the file of wrong rows (the last two always in Vietnamese)
 * - aliases: headings that communes use, folded (no marks, lower case, single spaces)
 */

export interface ImportColumn {
  readonly id: string
  readonly label: string
  readonly labelEn: string
  readonly required: boolean
  readonly aliases: readonly string[]
}

export const importColumns = [
  { id: 'householdCode', label: 'Mã hộ', labelEn: 'Household code', required: true, aliases: ['ma ho', 'ma ho gia dinh', 'so ho', 'ho so', 'ma so ho', 'ma ho khau'] },
  { id: 'hamletCode', label: 'Mã thôn', labelEn: 'Hamlet code', required: false, aliases: ['ma thon', 'ma to', 'ma ap', 'ma ban', 'ma khu pho', 'ma thon to'] },
  { id: 'hamletName', label: 'Thôn', labelEn: 'Hamlet', required: true, aliases: ['thon', 'ten thon', 'thon to', 'thon ap', 'ap', 'ban', 'khu pho', 'to dan pho', 'thon ban', 'thon khu pho'] },
  { id: 'headName', label: 'Chủ hộ', labelEn: 'Head of household', required: false, aliases: ['chu ho', 'ten chu ho', 'ho ten chu ho', 'ho va ten chu ho'] },
  { id: 'address', label: 'Địa chỉ', labelEn: 'Address', required: false, aliases: ['dia chi', 'noi o', 'noi o hien tai', 'noi thuong tru', 'cho o hien nay', 'dia chi thuong tru'] },
  { id: 'fullName', label: 'Họ và tên', labelEn: 'Full name', required: true, aliases: ['ho ten', 'ho va ten', 'ho chu dem va ten', 'ho chu dem va ten khai sinh', 'ten', 'ten nhan khau', 'ho va ten khai sinh'] },
  { id: 'born', label: 'Ngày sinh', labelEn: 'Date of birth', required: false, aliases: ['ngay sinh', 'nam sinh', 'ngay thang nam sinh', 'sinh ngay', 'ns'] },
  { id: 'sex', label: 'Giới tính', labelEn: 'Sex', required: false, aliases: ['gioi tinh', 'phai', 'nam nu', 'gt'] },
  { id: 'personalId', label: 'Số định danh cá nhân', labelEn: 'Personal number', required: false, aliases: ['so dinh danh ca nhan', 'so dinh danh', 'so cccd', 'cccd', 'so ddcn', 'so can cuoc', 'so dinh danh ca nhan cccd', 'so cccd cmnd', 'cmnd cccd', 'cccd cmnd', 'so ddcn cccd'] },
  { id: 'phone', label: 'Số điện thoại', labelEn: 'Phone', required: false, aliases: ['so dien thoai', 'dien thoai', 'sdt', 'so dt', 'dt', 'dtdd'] },
  { id: 'relationToHead', label: 'Quan hệ với chủ hộ', labelEn: 'Relation to head', required: false, aliases: ['quan he voi chu ho', 'quan he', 'qh voi chu ho', 'quan he chu ho', 'qhch'] },
  { id: 'ethnicity', label: 'Dân tộc', labelEn: 'Ethnicity', required: false, aliases: ['dan toc', 'dt toc'] },
] as const satisfies readonly ImportColumn[]

export type ImportColumnId = (typeof importColumns)[number]['id']
