/** How the ward's notices reach many people: what its Zalo owns for it, and whose that is. */
import { Page } from '../../ui/index.ts'
import { AssetsCard } from './assets-card.tsx'
import { GroupsSection } from './groups-section.tsx'

export default function CarryingPage() {
  return (
    <Page title="Cách gửi tin">
      <GroupsSection />
      <AssetsCard />
    </Page>
  )
}
