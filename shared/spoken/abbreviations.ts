/** Short forms in notices of an office, as they are written, and their full words. */
export const officeAbbreviations: Record<string, string> = {
  UBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  UBMTTQ: 'Ủy ban Mặt trận Tổ quốc',
  MTTQ: 'Mặt trận Tổ quốc',
  TTHC: 'thủ tục hành chính',
  TTPVHCC: 'Trung tâm Phục vụ hành chính công',
  DVC: 'dịch vụ công',
  CCCD: 'căn cước công dân',
  CMND: 'chứng minh nhân dân',
  BHYT: 'bảo hiểm y tế',
  BHXH: 'bảo hiểm xã hội',
  NVQS: 'nghĩa vụ quân sự',
  PCCC: 'phòng cháy chữa cháy',
  CNCH: 'cứu nạn cứu hộ',
  ANTT: 'an ninh trật tự',
  ATGT: 'an toàn giao thông',
  ATTP: 'an toàn thực phẩm',
  VSATTP: 'vệ sinh an toàn thực phẩm',
  VSMT: 'vệ sinh môi trường',
  TDP: 'tổ dân phố',
  KDC: 'khu dân cư',
  KP: 'khu phố',
  NVH: 'nhà văn hóa',
  NCT: 'người cao tuổi',
  CCB: 'cựu chiến binh',
  ĐTN: 'Đoàn thanh niên',
  TNCS: 'Thanh niên Cộng sản',
  CNTT: 'công nghệ thông tin',
  CĐS: 'chuyển đổi số',
  CNSCĐ: 'công nghệ số cộng đồng',
  KHHGĐ: 'kế hoạch hóa gia đình',
  SXH: 'sốt xuất huyết',
  TCMR: 'tiêm chủng mở rộng',
  THCS: 'trung học cơ sở',
  THPT: 'trung học phổ thông',
  CBCC: 'cán bộ, công chức',
  CA: 'công an',
  BCH: 'ban chỉ huy',
  BCĐ: 'ban chỉ đạo',
  PCTT: 'phòng chống thiên tai',
  TKCN: 'tìm kiếm cứu nạn',
  QSDĐ: 'quyền sử dụng đất',
  GPXD: 'giấy phép xây dựng',
  ĐKTT: 'đăng ký tạm trú',
  SĐT: 'số điện thoại',
  ĐT: 'điện thoại',
  TP: 'thành phố',
  TX: 'thị xã',
  TT: 'thị trấn',
  BQL: 'ban quản lý',
  TNXP: 'thanh niên xung phong',
  LĐTBXH: 'lao động, thương binh và xã hội',
  KT: 'kỹ thuật',
}

/** Known by everybody by these letters alone. */
export const householdNames = new Set(['VNeID', 'QR', 'OTP', 'USB', 'SMS', 'GPS', 'ATM', 'TV', 'Zalo', 'CH', 'OK'])

const WRITTEN = /(?<![\p{L}\d])(?:\p{Lu}{2,8})(?![\p{L}\d])/gu
const VOWEL = /[AĂÂEÊIOÔƠUƯY]/u

/**
 * Short forms in a text: known ones, and those that no vowel makes a word. Not those that stand explained beside their
 * full words: "phòng cháy chữa cháy (PCCC)".
 */
export function findAbbreviations(text: string): { short: string; full: string | null }[] {
  const found = [...text.normalize('NFC').matchAll(WRITTEN)].flatMap(({ 0: short, index }) => {
    const full = officeAbbreviations[short] ?? null
    const isWord = full === null && VOWEL.test(short.normalize('NFD'))
    if (isWord || householdNames.has(short) || /^[IVXLC]+$/.test(short)) return []
    const around = text.slice(Math.max(0, index - 60), index + short.length + 60).toLowerCase()
    return full !== null && around.includes(full.toLowerCase()) ? [] : [{ short, full }]
  })
  return found.filter(({ short }, index) => found.findIndex(other => other.short === short) === index)
}
