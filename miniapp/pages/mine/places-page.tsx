/** "Nơi của tôi": the places of one person, side by side. */
import { useState } from 'react'
import { useLocation } from 'react-router-dom'
import { Button, Card, Notice, Page, Row, Rows } from '../../ui/index.ts'
import { type Place, usePlaces } from './places.ts'
import { useNeighbourhoods } from './use-neighbourhoods.ts'
import './mine.css'

export default function PlacesPage() {
  const { places, save, remove } = usePlaces()
  const isLasting = useLocation().state?.isLasting !== false
  const { data: neighbourhoods } = useNeighbourhoods()
  const [removed, setRemoved] = useState<Place | null>(null)
  const drop = (place: Place): void => {
    remove(place.label)
    setRemoved(place)
  }
  const bringBack = (place: Place): void => {
    save(place)
    setRemoved(null)
  }
  return (
    <Page title="Nơi của tôi" bar="Nơi ở">
      <h1 className="page-title">Nơi của tôi</h1>
      <p>
        Ghi những nơi cần để ý: nhà mình, nhà ba mẹ, phòng trọ. Các nơi này chỉ nằm trong máy đang cầm, phường không
        biết.
      </p>
      {!isLasting && <Notice tone="check">Máy này không cho lưu: đóng trang là mất.</Notice>}
      {removed && (
        <Notice isNews>
          <p>
            Đã bỏ “{removed.label}” ({removed.name}).
          </p>
          <Button onClick={() => bringBack(removed)}>Lấy lại</Button>
        </Notice>
      )}
      {places.map(place => (
        <Card key={place.label} title={place.label} icon="house">
          <p>{nameNow(place, neighbourhoods) ?? place.name}</p>
          {neighbourhoods && nameNow(place, neighbourhoods) === null && (
            <Notice tone="check">Nơi này đã sắp xếp lại. Bấm “Thêm một nơi” để chọn tên mới.</Notice>
          )}
          <Button icon="close" onClick={() => drop(place)}>
            Bỏ “{place.label}”
          </Button>
        </Card>
      ))}
      <Rows>
        <Row to="/cua-toi/noi/them" icon="map" title="Thêm một nơi" text="Tìm theo tên tổ, đường, hẻm hoặc tên cũ" />
      </Rows>
    </Page>
  )
}

/** What the neighbourhood is called today; null: it is no more. */
function nameNow({ code }: Place, all: ReturnType<typeof useNeighbourhoods>['data']): string | null {
  return all?.find(one => one.code === code)?.name ?? null
}
