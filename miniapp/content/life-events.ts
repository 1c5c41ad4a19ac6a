/** What happens in a life, and the guides that go with it. A guide that the ward has not published is left out. */
import type { IconName } from '../ui/index.ts'

export interface LifeEvent {
  key: string
  title: string
  icon: IconName
  topics: string[]
}

export const lifeEvents: LifeEvent[] = [
  {
    key: 'sinh-con',
    title: 'Sinh con',
    icon: 'child',
    topics: [
      'khai-sinh',
      'khai-sinh-lien-thong',
      'nhan-cha-me-con',
      'bao-hiem-y-te',
      'khai-sinh-nuoc-ngoai',
      'nuoi-con-nuoi',
    ],
  },
  {
    key: 'ket-hon',
    title: 'Kết hôn',
    icon: 'rings',
    topics: ['ket-hon', 'xac-nhan-tinh-trang-hon-nhan', 'ket-hon-nuoc-ngoai', 'ly-hon'],
  },
  {
    key: 'nguoi-than-mat',
    title: 'Người thân mất',
    icon: 'flower',
    topics: ['khai-tu', 'mai-tang', 'xoa-thuong-tru', 'sang-ten-dat', 'bhxh'],
  },
  {
    key: 'chuyen-nha',
    title: 'Chuyển nhà, thuê trọ',
    icon: 'move',
    topics: ['thuong-tru', 'tam-tru', 'gia-han-tam-tru', 'tam-vang', 'luu-tru', 'tach-ho', 'xac-nhan-cu-tru'],
  },
  {
    key: 'nha-dat',
    title: 'Nhà đất, xây dựng',
    icon: 'house',
    topics: [
      'sang-ten-dat',
      'cap-so-do-lan-dau',
      'tach-thua',
      'chuyen-muc-dich-dat',
      'giay-phep-xay-dung',
      'hoa-giai-dat-dai',
    ],
  },
  {
    key: 'mo-quan',
    title: 'Mở quán, buôn bán',
    icon: 'shop',
    topics: ['ho-kinh-doanh', 'ho-kinh-doanh-thay-doi', 'an-toan-thuc-pham', 'thue', 'cong-ty'],
  },
  {
    key: 'nguoi-cao-tuoi',
    title: 'Người cao tuổi, trợ cấp',
    icon: 'elder',
    topics: [
      'tro-cap-nguoi-cao-tuoi',
      'tro-cap-xa-hoi',
      'khuyet-tat',
      'ho-ngheo',
      'nguoi-co-cong',
      'bao-hiem-y-te',
      'bhxh',
    ],
  },
  {
    key: 'giay-to-tuy-than',
    title: 'Căn cước, giấy tờ cá nhân',
    icon: 'card',
    topics: [
      'can-cuoc',
      'dinh-danh-vneid',
      'ho-chieu',
      'trich-luc-ho-tich',
      'ly-lich-tu-phap',
      'giay-phep-lai-xe',
      'cai-chinh-ho-tich',
    ],
  },
]
