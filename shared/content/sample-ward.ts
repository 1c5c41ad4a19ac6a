/**
 * The ward of the practice mode. Nothing in it exists: the telephone numbers use an area code that is not given out,
 * and the address says that it is an example.
 */
import type { OpeningHours, WardProfile } from '../areas.ts'

interface SampleNeighbourhood {
  code: string
  name: string
  alsoKnownAs?: string[]
  streets?: string[]
  alleys?: string[]
  formerNames?: string[]
}

export interface SampleWard {
  code: string
  name: string
  profile: WardProfile
  neighbourhoods: SampleNeighbourhood[]
}

const officeDays = [1, 2, 3, 4, 5]
const openingHours: OpeningHours[] = officeDays.flatMap(weekday => [
  { weekday, opens: '07:30', closes: '11:30' },
  { weekday, opens: '13:30', closes: '17:00' },
])

/** By what people look for a neighbourhood; no town has streets of these names. */
const otherNames: Record<number, Omit<SampleNeighbourhood, 'code' | 'name'>> = {
  1: { streets: ['Đường Ví Dụ'], alleys: ['Hẻm 5 Ví Dụ'] },
  2: { streets: ['Đường Ví Dụ', 'Đường Minh Họa'] },
  3: { alsoKnownAs: ['Xóm Thử Nghiệm'], streets: ['Đường Minh Họa'], formerNames: ['Tổ 7 cũ', 'Tổ 8 cũ'] },
  4: { streets: ['Đường Tập Dượt'], alleys: ['Ngõ 12 Tập Dượt'], formerNames: ['Tổ 12 cũ'] },
}

export const sampleWard: SampleWard = {
  code: 'phuong-mau',
  name: 'Phường Mẫu',
  profile: {
    wardName: 'Phường Mẫu',
    officeName: 'Bộ phận Một cửa UBND Phường Mẫu',
    address: 'Số 1 đường Ví Dụ, Phường Mẫu (địa chỉ minh họa)',
    phone: '0200 000 001',
    police: {
      name: 'Công an Phường Mẫu',
      address: 'Số 2 đường Ví Dụ, Phường Mẫu (địa chỉ minh họa)',
      phone: '0200 000 002',
    },
    openingHours,
    onlinePortalUrl: 'https://dichvucong.gov.vn',
  },
  neighbourhoods: Array.from({ length: 12 }, (_, index) => ({
    code: `phuong-mau-to-${index + 1}`,
    name: `Tổ dân phố ${index + 1}`,
    ...otherNames[index + 1],
  })),
}
