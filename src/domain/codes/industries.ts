import type { CodeItem } from './codeItem'

/**
 * Level-1 sections of VSIC 2025 (22, A..V). Source: Quyết định 36/2025/QĐ-TTg, in force since 15 November 2025. It replaces
 * VSIC 2018, in which each letter from J on means another section; so a code has a meaning only with its version.
 * The titles follow the level-1 titles as known (ISIC Rev. 5 order); they must be checked against the decree's annex. `everyday` is
 * our own wording: how people in a village speak of such work.
 */
export const industries: readonly CodeItem[] = [
  { code: 'A', label: 'Nông nghiệp, lâm nghiệp và thủy sản', labelEn: 'Agriculture, forestry and fishing', everyday: 'trồng lúa, trồng trọt, làm ruộng, làm rẫy, làm vườn, chăn nuôi, nuôi bò, nuôi heo, nuôi gà, nuôi cá, nuôi tôm, đánh cá, trồng rừng' },
  { code: 'B', label: 'Khai khoáng', labelEn: 'Mining and quarrying', everyday: 'khai thác đá, khai thác cát, làm mỏ' },
  { code: 'C', label: 'Công nghiệp chế biến, chế tạo', labelEn: 'Manufacturing', everyday: 'nhà máy, xí nghiệp, xưởng, thợ may, thợ mộc, dệt, xay xát, làm gạch, làm bánh, nấu rượu' },
  { code: 'D', label: 'Sản xuất và phân phối điện, khí đốt, nước nóng, hơi nước và điều hòa không khí', labelEn: 'Electricity, gas, steam and air conditioning supply', short: 'Điện, khí đốt', everyday: 'điện lực, điện gió, điện mặt trời' },
  { code: 'E', label: 'Cung cấp nước; hoạt động quản lý và xử lý rác thải, nước thải', labelEn: 'Water supply; sewerage and waste management', short: 'Cung cấp nước, xử lý rác thải', everyday: 'nhà máy nước, thu gom rác' },
  { code: 'F', label: 'Xây dựng', labelEn: 'Construction', everyday: 'thợ hồ, thợ xây, phụ hồ, xây nhà, làm đường' },
  { code: 'G', label: 'Bán buôn và bán lẻ', labelEn: 'Wholesale and retail trade', everyday: 'buôn bán, bán tạp hóa, bán chợ, bán hàng, cửa hàng, thu mua' },
  { code: 'H', label: 'Vận tải, kho bãi', labelEn: 'Transportation and storage', everyday: 'lái xe, tài xế, xe ôm, xe tải, chở hàng, giao hàng, bốc vác' },
  { code: 'I', label: 'Dịch vụ lưu trú và ăn uống', labelEn: 'Accommodation and food service', everyday: 'quán ăn, bán cơm, bán nước, quán cà phê, nhà hàng, nhà nghỉ, khách sạn' },
  { code: 'J', label: 'Hoạt động xuất bản, phát sóng, sản xuất và phân phối nội dung', labelEn: 'Publishing, broadcasting, content production and distribution', short: 'Xuất bản, phát sóng, nội dung', everyday: 'báo chí, phát thanh, truyền hình' },
  { code: 'K', label: 'Hoạt động viễn thông; lập trình máy tính, tư vấn, cơ sở hạ tầng máy tính và các dịch vụ thông tin khác', labelEn: 'Telecommunications, computer programming, computing infrastructure and information services', short: 'Viễn thông, máy tính', everyday: 'mạng internet, điện thoại, phần mềm' },
  { code: 'L', label: 'Hoạt động tài chính, ngân hàng và bảo hiểm', labelEn: 'Financial and insurance activities', everyday: 'tín dụng, cho vay' },
  { code: 'M', label: 'Hoạt động kinh doanh bất động sản', labelEn: 'Real estate activities', everyday: 'cho thuê nhà, môi giới nhà đất' },
  { code: 'N', label: 'Hoạt động chuyên môn, khoa học và công nghệ', labelEn: 'Professional, scientific and technical activities', everyday: 'kế toán, luật sư, thú y, đo đạc' },
  { code: 'O', label: 'Hoạt động hành chính và dịch vụ hỗ trợ', labelEn: 'Administrative and support services', everyday: 'bảo vệ, vệ sinh, du lịch' },
  { code: 'P', label: 'Hoạt động của Đảng Cộng sản, tổ chức chính trị - xã hội, quản lý nhà nước, an ninh quốc phòng; bảo đảm xã hội bắt buộc', labelEn: 'Public administration and defence; compulsory social security', short: 'Quản lý nhà nước, đoàn thể', everyday: 'cán bộ xã, ủy ban, công an, bộ đội, trưởng thôn' },
  { code: 'Q', label: 'Giáo dục và đào tạo', labelEn: 'Education', everyday: 'dạy học, giáo viên, trường học, mẫu giáo, nhà trẻ' },
  { code: 'R', label: 'Y tế và hoạt động trợ giúp xã hội', labelEn: 'Human health and social work', everyday: 'trạm y tế, bệnh viện, bác sĩ, y tá' },
  { code: 'S', label: 'Nghệ thuật, thể thao và giải trí', labelEn: 'Arts, sports and recreation', everyday: 'ca hát, văn nghệ, bán vé số' },
  { code: 'T', label: 'Hoạt động dịch vụ khác', labelEn: 'Other services', everyday: 'sửa xe, sửa máy, cắt tóc, gội đầu, giặt ủi, đám cưới' },
  { code: 'U', label: 'Hoạt động làm thuê các công việc trong các hộ gia đình, sản xuất sản phẩm vật chất và dịch vụ tự tiêu dùng của hộ gia đình', labelEn: 'Households as employers and for own use', short: 'Làm thuê trong hộ gia đình', everyday: 'giúp việc nhà, trông trẻ tại nhà' },
  { code: 'V', label: 'Hoạt động của các tổ chức và cơ quan quốc tế', labelEn: 'Extraterritorial organisations' },
]
