/**
 * The ward of the practice mode. Nothing in it exists: the telephone numbers use an area code that is not given out,
 * and the address says that it is an example.
 */
import type { OpeningHours, WardProfile } from '../areas.ts'

export interface SampleWard {
  code: string
  name: string
  profile: WardProfile
  neighbourhoods: { code: string; name: string }[]
}

const officeDays = [1, 2, 3, 4, 5]
const openingHours: OpeningHours[] = officeDays.flatMap(weekday => [
  { weekday, opens: '07:30', closes: '11:30' },
  { weekday, opens: '13:30', closes: '17:00' },
])

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
  })),
}
