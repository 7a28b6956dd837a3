/** One way of earning a living in the district, with the codes the labour form asks for. */
export interface Job {
  readonly titles: readonly string[]
  /** 1 owner, 2 own account, 3 family worker, 4 wage worker */
  readonly position: '1' | '2' | '3' | '4'
  readonly workplaceType: '1' | '2' | '3' | '4' | '5' | '6' | '8'
  readonly enterpriseType?: '1' | '2' | '3'
  readonly workplaces?: readonly string[]
  readonly industry: string
  readonly occupation: string
  /** The share of wage workers in this job with a written contract. */
  readonly contract?: number
  /** Has compulsory insurance if there is a contract. */
  readonly insured?: true
  /** The least general education and technical level. */
  readonly education?: '2' | '3' | '4'
  readonly technical?: readonly string[]
  readonly majors?: readonly string[]
  readonly sex?: '1' | '2'
  readonly oldest?: number
  /** Code of the workplace's commune, if it is another commune. */
  readonly commune?: string
  readonly weight: number
}

const crops = ['trồng lúa', 'trồng bắp', 'trồng mì', 'làm rẫy', 'trồng thuốc lá', 'trồng nho', 'trồng mía', 'trồng điều', 'trồng hành, tỏi', 'nuôi bò', 'nuôi dê', 'nuôi cừu', 'nuôi heo, gà']

export const jobs: readonly Job[] = [
  { titles: crops, position: '2', workplaceType: '1', industry: 'A', occupation: '6', weight: 300 },
  { titles: ['phụ gia đình trồng lúa', 'phụ làm rẫy', 'phụ chăn bò', 'phụ trồng bắp', 'phụ hái điều'], position: '3', workplaceType: '1', industry: 'A', occupation: '6', weight: 130 },
  { titles: ['bẻ bắp thuê', 'làm cỏ thuê', 'chặt mía thuê', 'hái nho thuê', 'cắt hành thuê', 'bốc vác'], position: '4', workplaceType: '2', industry: 'A', occupation: '9', contract: 0, oldest: 64, weight: 110 },
  { titles: ['phụ hồ', 'thợ hồ', 'thợ sắt', 'thợ sơn nước'], position: '4', workplaceType: '3', workplaces: ['Tổ thợ hồ trong thôn', 'Nhóm thợ anh Sáu', 'Nhóm thợ anh Tư'], industry: 'F', occupation: '7', contract: 0.04, sex: '1', oldest: 60, weight: 60 },
  { titles: ['bán tạp hóa', 'bán rau ở chợ', 'bán cá ở chợ', 'bán quần áo ở chợ', 'bán vé số'], position: '2', workplaceType: '3', workplaces: ['Chợ Ninh Sơn', 'Tại nhà', 'Sạp ở chợ'], industry: 'G', occupation: '5', weight: 62 },
  { titles: ['bán cháo sáng', 'bán cơm', 'bán nước mía', 'quán cà phê'], position: '2', workplaceType: '3', workplaces: ['Quán tại nhà', 'Quán ở chợ'], industry: 'I', occupation: '5', weight: 34 },
  { titles: ['phụ quán ăn', 'phục vụ quán cà phê', 'lễ tân nhà nghỉ'], position: '4', workplaceType: '3', workplaces: ['Quán ăn ở thị tứ', 'Quán cà phê đầu thôn', 'Nhà nghỉ ven quốc lộ'], industry: 'I', occupation: '5', contract: 0.05, oldest: 50, weight: 26 },
  { titles: ['may công nghiệp', 'kiểm hàng may', 'cắt vải'], position: '4', workplaceType: '5', enterpriseType: '2', workplaces: ['Công ty May Gò Sạn', 'Công ty May Sông Cái'], industry: 'C', occupation: '8', contract: 0.92, insured: true, education: '2', oldest: 45, weight: 62 },
  { titles: ['tách hạt điều', 'đóng gói hạt điều', 'công nhân chế biến nho'], position: '4', workplaceType: '5', enterpriseType: '2', workplaces: ['Công ty Chế biến Nông sản Lập Lá', 'Công ty Điều Ninh Sơn'], industry: 'C', occupation: '9', contract: 0.7, insured: true, oldest: 52, weight: 36 },
  { titles: ['lắp ráp linh kiện', 'công nhân giày da'], position: '4', workplaceType: '8', workplaces: ['Công ty giày da trong khu công nghiệp', 'Công ty linh kiện trong khu công nghiệp'], industry: 'C', occupation: '8', contract: 1, insured: true, education: '3', oldest: 40, commune: '22738', weight: 16 },
  { titles: ['công nhân điện mặt trời', 'bảo vệ nhà máy điện'], position: '4', workplaceType: '5', enterpriseType: '2', workplaces: ['Nhà máy điện mặt trời Mỹ Sơn'], industry: 'D', occupation: '7', contract: 1, insured: true, education: '4', technical: ['4', '5', '6'], majors: ['Điện công nghiệp', 'Điện dân dụng'], sex: '1', oldest: 50, commune: '22822', weight: 10 },
  { titles: ['lái xe tải', 'lái máy gặt', 'lái máy cày'], position: '4', workplaceType: '3', workplaces: ['Hộ chở nông sản', 'Đại lý vật liệu xây dựng'], industry: 'H', occupation: '8', contract: 0.1, technical: ['3', '4'], majors: ['Lái xe hạng C', 'Vận hành máy nông nghiệp'], sex: '1', oldest: 58, weight: 24 },
  { titles: ['chạy xe ôm', 'chở hàng thuê bằng xe ba gác'], position: '2', workplaceType: '2', industry: 'H', occupation: '8', sex: '1', oldest: 66, weight: 14 },
  { titles: ['sửa xe máy', 'hàn cửa sắt', 'sửa điện nước'], position: '2', workplaceType: '3', workplaces: ['Tiệm tại nhà'], industry: 'T', occupation: '7', technical: ['2', '3', '4'], majors: ['Sửa chữa xe máy', 'Hàn'], sex: '1', oldest: 62, weight: 20 },
  { titles: ['thợ may tại nhà', 'làm tóc', 'làm móng'], position: '2', workplaceType: '3', workplaces: ['Tiệm tại nhà'], industry: 'T', occupation: '5', technical: ['2', '3'], sex: '2', oldest: 60, weight: 18 },
  { titles: ['chủ đại lý phân bón', 'chủ đại lý thức ăn gia súc', 'chủ vựa nông sản'], position: '1', workplaceType: '3', workplaces: ['Đại lý tại nhà', 'Vựa ở chợ'], industry: 'G', occupation: '1', weight: 12 },
  { titles: ['giáo viên tiểu học', 'giáo viên mầm non', 'giáo viên THCS'], position: '4', workplaceType: '6', workplaces: ['Trường tiểu học trong xã', 'Trường mẫu giáo trong xã', 'Trường THCS trong xã'], industry: 'Q', occupation: '2', contract: 1, insured: true, education: '4', technical: ['6', '7'], majors: ['Sư phạm tiểu học', 'Giáo dục mầm non', 'Sư phạm Toán', 'Sư phạm Ngữ văn'], oldest: 60, weight: 22 },
  { titles: ['y sĩ', 'điều dưỡng', 'nữ hộ sinh'], position: '4', workplaceType: '6', workplaces: ['Trạm y tế xã', 'Trung tâm y tế khu vực'], industry: 'R', occupation: '3', contract: 1, insured: true, education: '4', technical: ['5', '6'], majors: ['Y sĩ đa khoa', 'Điều dưỡng', 'Hộ sinh'], oldest: 60, weight: 8 },
  { titles: ['công chức xã', 'cán bộ đoàn thể xã', 'văn phòng xã'], position: '4', workplaceType: '6', workplaces: ['UBND xã Ninh Sơn'], industry: 'P', occupation: '3', contract: 1, insured: true, education: '4', technical: ['5', '7'], majors: ['Quản lý nhà nước', 'Luật', 'Kế toán'], oldest: 60, weight: 12 },
  { titles: ['kế toán', 'nhân viên bán hàng', 'giao dịch viên'], position: '4', workplaceType: '5', enterpriseType: '2', workplaces: ['Công ty vật tư nông nghiệp', 'Cửa hàng điện máy'], industry: 'G', occupation: '4', contract: 0.85, insured: true, education: '4', technical: ['5', '6', '7'], majors: ['Kế toán', 'Quản trị kinh doanh'], oldest: 50, weight: 12 },
  { titles: ['xã viên trồng nho', 'xã viên trồng măng tây'], position: '4', workplaceType: '4', workplaces: ['Hợp tác xã nông nghiệp Hòa Lạc', 'Hợp tác xã măng tây'], industry: 'A', occupation: '6', contract: 0.3, oldest: 62, weight: 12 },
]
