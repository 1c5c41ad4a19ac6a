/** Adds a place, one question a screen: which neighbourhood, then whose. */
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Neighbourhood } from '../../../shared/areas.ts'
import type { Trouble } from '../../api/index.ts'
import { Loading, Notice, OldNote, Page, TroubleNote } from '../../ui/index.ts'
import { NeighbourhoodSearch } from './neighbourhood-search.tsx'
import { PlaceName } from './place-name.tsx'
import { usePlaces } from './places.ts'
import { notKept } from './trouble-words.ts'
import { useNeighbourhoods } from './use-neighbourhoods.ts'
import './mine.css'

export default function AddPlacePage() {
  const { data: all, trouble, oldSince, retry } = useNeighbourhoods()
  const { places, isAccount, save } = usePlaces()
  const [chosen, setChosen] = useState<Neighbourhood | null>(null)
  const [state, setState] = useState<'asking' | 'busy' | Trouble>('asking')
  const navigate = useNavigate()
  const keep = async (label: string): Promise<void> => {
    if (!chosen) return
    setState('busy')
    const kept = await save({ label, code: chosen.code, name: chosen.name })
    if (kept === 'kept' || kept === 'visit')
      navigate('/cua-toi/noi', { replace: true, state: { isLasting: kept === 'kept' } })
    else setState(kept)
  }
  return (
    <Page title="Thêm một nơi" bar="Thêm nơi">
      <OldNote since={oldSince} />
      {!all && !trouble && <Loading what="Đang mở danh sách…" />}
      {trouble && <TroubleNote trouble={trouble} retry={retry} isWholePage />}
      {all && !chosen && <NeighbourhoodSearch all={all} onChoose={setChosen} />}
      {chosen && (
        <PlaceName
          neighbourhood={chosen}
          places={places}
          isAccount={isAccount}
          isBusy={state === 'busy'}
          onName={label => void keep(label)}
          onBack={() => setChosen(null)}
        />
      )}
      <div role="status">
        {state !== 'asking' && state !== 'busy' && <Notice tone="check">{notKept(state)}</Notice>}
      </div>
    </Page>
  )
}
