/** Adds a place, one question a screen: which neighbourhood, then whose. */
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Neighbourhood } from '../../../shared/areas.ts'
import { Loading, OldNote, Page, TroubleNote } from '../../ui/index.ts'
import { NeighbourhoodSearch } from './neighbourhood-search.tsx'
import { PlaceName } from './place-name.tsx'
import { usePlaces } from './places.ts'
import { useNeighbourhoods } from './use-neighbourhoods.ts'
import './mine.css'

export default function AddPlacePage() {
  const { data: all, trouble, oldSince, retry } = useNeighbourhoods()
  const { places, save } = usePlaces()
  const [chosen, setChosen] = useState<Neighbourhood | null>(null)
  const navigate = useNavigate()
  const keep = (label: string): void => {
    if (!chosen) return
    const isLasting = save({ label, code: chosen.code, name: chosen.name })
    navigate('/cua-toi/noi', { replace: true, state: { isLasting } })
  }
  return (
    <Page title="Thêm một nơi" bar="Thêm nơi">
      <OldNote since={oldSince} />
      {!all && !trouble && <Loading what="Đang mở danh sách…" />}
      {trouble && <TroubleNote trouble={trouble} retry={retry} isWholePage />}
      {all && !chosen && <NeighbourhoodSearch all={all} onChoose={setChosen} />}
      {chosen && <PlaceName neighbourhood={chosen} places={places} onName={keep} onBack={() => setChosen(null)} />}
    </Page>
  )
}
