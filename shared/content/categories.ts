/** Shelves of the guide, in the order people ask for them. Keys are those of `Topic.category`. */
export const categories: { key: string; title: string }[] = [
  { key: 'ho-tich', title: 'Hộ tịch' },
  { key: 'cu-tru', title: 'Cư trú' },
  { key: 'can-cuoc', title: 'Căn cước' },
  { key: 'chung-thuc', title: 'Chứng thực' },
  { key: 'bao-tro-xa-hoi', title: 'Trợ cấp xã hội' },
  { key: 'ho-kinh-doanh', title: 'Hộ kinh doanh' },
]
