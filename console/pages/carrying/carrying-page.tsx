/** How the ward's notices reach many people: by which ways, at which hours, through which groups and paid templates. */
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/index.ts'
import { Answered, Nothing, Page } from '../../ui/index.ts'
import { AssetsCard } from './assets-card.tsx'
import { GroupsSection } from './groups-section.tsx'
import { RulesCard } from './rules-card.tsx'
import { TemplatesSection } from './templates-section.tsx'

export default function CarryingPage() {
  const [chosen, setChosen] = useState('')
  const areas = useQuery({ queryKey: ['notice-areas'], queryFn: () => api.notices.areas() })
  return (
    <Page
      title="Cách gửi tin"
      about="Tin nào cũng nằm trong hộp thư của ứng dụng; ở đây chọn cách báo thêm cho bà con và số tiền được dùng."
    >
      <GroupsSection />
      <AssetsCard />
      <Answered query={areas}>
        {list => {
          const own = list.filter(({ level }) => level !== 'city')
          const area = own.find(({ code }) => code === chosen) ?? own[0]
          if (!area) return <Nothing>Chưa có địa bàn nào.</Nothing>
          return (
            <>
              <NativeSelect
                label="Cách gửi và tin mẫu của địa bàn"
                description="Đặt cho phường thì mọi tổ theo; chỉ đặt riêng cho tổ nào cần khác."
                value={area.code}
                onChange={event => setChosen(event.currentTarget.value)}
                data={own.map(({ code, name }) => ({ value: code, label: name }))}
              />
              <RulesCard key={area.code} area={area} />
              <TemplatesSection key={`${area.code} templates`} area={area} />
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
