import type { CodeItem } from './codeItem'

/**
 * Major groups of the occupation list (VSCO, aligned with ISCO-08). The form stores the occupation in the person's own words;
 * the group is optional. Source: Quyết định 34/2020/QĐ-TTg.
 */
export const occupations: readonly CodeItem[] = [
  { code: '0', label: 'Lực lượng vũ trang', labelEn: 'Armed forces' },
  { code: '1', label: 'Nhà lãnh đạo trong các ngành, các cấp và các đơn vị', labelEn: 'Leaders and managers', short: 'Nhà lãnh đạo' },
  { code: '2', label: 'Nhà chuyên môn bậc cao', labelEn: 'Professionals', short: 'Chuyên môn bậc cao' },
  { code: '3', label: 'Nhà chuyên môn bậc trung', labelEn: 'Technicians and associate professionals', short: 'Chuyên môn bậc trung' },
  { code: '4', label: 'Nhân viên trợ lý văn phòng', labelEn: 'Clerical support workers', short: 'Trợ lý văn phòng' },
  { code: '5', label: 'Nhân viên dịch vụ và bán hàng', labelEn: 'Service and sales workers', short: 'Dịch vụ và bán hàng' },
  { code: '6', label: 'Lao động có kỹ năng trong nông nghiệp, lâm nghiệp và thủy sản', labelEn: 'Skilled agricultural, forestry and fishery workers', short: 'Nông, lâm, thủy sản' },
  { code: '7', label: 'Lao động thủ công và các nghề nghiệp có liên quan khác', labelEn: 'Craft and related trades workers', short: 'Thợ thủ công' },
  { code: '8', label: 'Thợ lắp ráp và vận hành máy móc, thiết bị', labelEn: 'Plant and machine operators and assemblers', short: 'Vận hành máy' },
  { code: '9', label: 'Lao động giản đơn', labelEn: 'Elementary occupations' },
]
