/** The neighbourhoods somebody gets notices of: left with one press, taken back with another; the own door, if they like. */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { ApiError, answers, api, OWN } from '../../api/index.ts'
import { Button, Card, Notice, Row, Rows } from '../../ui/index.ts'
import { type Kept, type Place, usePlaces } from '../mine/places.ts'
import { notKept } from '../mine/trouble-words.ts'
import { notDone } from './trouble-words.ts'

export function JoinedPlaces() {
  const { places, save, remove } = usePlaces()
  const [left, setLeft] = useState<Place | null>(null)
  const [failed, setFailed] = useState<Kept>('kept')
  const leave = async (place: Place): Promise<void> => {
    const kept = await remove(place)
    setFailed(kept)
    if (kept === 'kept') setLeft(place)
  }
  const comeBack = async (place: Place): Promise<void> => {
    const kept = await save(place)
    setFailed(kept)
    if (kept === 'kept') setLeft(null)
  }
  return (
    <>
      <h2 className="section-title">Nhận tin của những nơi này</h2>
      <div role="status">
        {failed !== 'kept' && failed !== 'visit' && <Notice tone="check">{notKept(failed)}</Notice>}
        {left && (
          <Notice>
            <p>Đã rời {left.name}. Không nhận tin của tổ này nữa.</p>
            <Button onClick={() => void comeBack(left)}>Lấy lại</Button>
          </Notice>
        )}
      </div>
      {places.map(place => (
        <Card key={place.code} title={place.label} icon="house">
          <p>{place.name}</p>
          <OwnDoor area={place.code} />
          <Button icon="close" onClick={() => void leave(place)}>
            Rời {place.name}
          </Button>
        </Card>
      ))}
      <Rows>
        <Row to="/cua-toi/noi/them" icon="map" title="Thêm một nơi" text="Tìm theo tên tổ, đường, hẻm" />
      </Rows>
    </>
  )
}

function OwnDoor({ area }: { area: string }) {
  const queryKey = [OWN, 'door', area]
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.notices.ownHouse.read({ area }, { signal }),
  })
  const [typed, setTyped] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const id = useId()
  if (!data) return null
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const house = (typed ?? data.house ?? '').trim() || null
    try {
      answers.setQueryData(queryKey, await api.notices.ownHouse.write({ area, house }))
      setTyped(null)
      setSaid(house ? 'Đã lưu số nhà.' : 'Đã bỏ số nhà.')
    } catch (error) {
      const trouble = error instanceof ApiError ? error.trouble : 'unavailable'
      const isUnknown = trouble === 'not-found' || trouble === 'invalid'
      setSaid(
        isUnknown ? 'Số nhà này chưa có trong danh sách của tổ. Xem lại, hoặc để trống.' : notDone('Chưa lưu', trouble),
      )
    }
  }
  return (
    <form className="tin-field" onSubmit={event => void submit(event)} noValidate>
      <label htmlFor={id}>Số nhà (không bắt buộc)</label>
      <div className="tin-beside">
        <input
          id={id}
          type="text"
          autoComplete="off"
          maxLength={24}
          value={typed ?? data.house ?? ''}
          aria-describedby={`${id}-why`}
          onChange={event => setTyped(event.target.value)}
        />
        <Button type="submit">Lưu</Button>
      </div>
      <p id={`${id}-why`} className="tin-small">
        Để tổ trưởng biết nhà nào đã có người nhận tin, khỏi gõ cửa báo lại. Không ai thấy tên.
      </p>
      <p role="status" className="tin-small">
        {said}
      </p>
    </form>
  )
}
