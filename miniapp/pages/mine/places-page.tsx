/** "Nơi của tôi": the places of one person, side by side. */
import { useState } from 'react'
import { useLocation } from 'react-router-dom'
import { Button, Card, Notice, Page, Row, Rows, TroubleNote } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { MovePlaces } from './move-places.tsx'
import { type Kept, type Place, usePlaces } from './places.ts'
import { notKept } from './trouble-words.ts'
import { useNeighbourhoods } from './use-neighbourhoods.ts'
import './mine.css'

export default function PlacesPage() {
  const { places, isAccount, trouble, retry, save, remove } = usePlaces()
  const isLasting = useLocation().state?.isLasting !== false
  const { data: neighbourhoods } = useNeighbourhoods()
  const [removed, setRemoved] = useState<Place | null>(null)
  const [failed, setFailed] = useState<Kept>('kept')
  const drop = async (place: Place): Promise<void> => {
    const kept = await remove(place)
    setFailed(kept)
    if (kept === 'kept') setRemoved(place)
  }
  const bringBack = async (place: Place): Promise<void> => {
    const kept = await save(place)
    setFailed(kept)
    if (kept === 'kept' || kept === 'visit') setRemoved(null)
  }
  return (
    <Page title="Nơi của tôi" bar="Nơi ở">
      <h1 className="page-title">Nơi của tôi</h1>
      <p>
        Ghi những nơi cần để ý: nhà mình, nhà ba mẹ, phòng trọ.{' '}
        {isAccount
          ? 'Phường giữ các nơi này theo tài khoản, chỉ để gửi tin của tổ cho đúng người.'
          : 'Các nơi này chỉ nằm trong máy đang cầm, phường không biết.'}
      </p>
      {isAccount && <MovePlaces />}
      {!isLasting && <Notice tone="check">Máy này không cho lưu: đóng trang là mất.</Notice>}
      {trouble && <TroubleNote trouble={trouble} retry={retry} />}
      {failed !== 'kept' && failed !== 'visit' && (
        <Notice tone="check" isNews>
          {notKept(failed)}
        </Notice>
      )}
      {removed && (
        <Notice isNews>
          <p>
            Đã bỏ “{removed.label}” ({removed.name}).
          </p>
          <Button onClick={() => void bringBack(removed)}>Lấy lại</Button>
        </Notice>
      )}
      {places.map(place => (
        <Card key={place.label} title={place.label} icon="house">
          <p>{nameNow(place, neighbourhoods) ?? place.name}</p>
          {neighbourhoods && nameNow(place, neighbourhoods) === null && (
            <Notice tone="check">Nơi này đã sắp xếp lại. Bấm “Thêm một nơi” để chọn tên mới.</Notice>
          )}
          <Button icon="close" onClick={() => void drop(place)}>
            Bỏ “{place.label}”
          </Button>
        </Card>
      ))}
      <Rows>
        <Row to="/cua-toi/noi/them" icon="map" title="Thêm một nơi" text="Tìm theo tên tổ, đường, hẻm hoặc tên cũ" />
        {!isAccount && phone.can.signIn && (
          <Row to="/cua-toi/dang-nhap" icon="person" title="Đăng nhập bằng Zalo" text="Để nhận tin của các nơi này" />
        )}
      </Rows>
    </Page>
  )
}

/** What the neighbourhood is called today; null: it is no more. */
function nameNow({ code }: Place, all: ReturnType<typeof useNeighbourhoods>['data']): string | null {
  return all?.find(one => one.code === code)?.name ?? null
}
