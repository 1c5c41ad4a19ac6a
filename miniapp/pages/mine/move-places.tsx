/** Asks whether the places on this phone go into the account. Nothing goes by itself. */
import { useState } from 'react'
import { Button, Notice } from '../../ui/index.ts'
import { type Kept, moveIntoAccount, usePlacesOnPhone } from './places.ts'
import { notKept } from './trouble-words.ts'

export function MovePlaces() {
  const { places, forget } = usePlacesOnPhone()
  const [failed, setFailed] = useState<Kept>('kept')
  if (places.length === 0) return null
  return (
    <section className="card" aria-labelledby="move-places">
      <h2 id="move-places">Máy này đang ghi {places.length} nơi</h2>
      <p>{places.map(({ label, name }) => `${label}: ${name}`).join(' · ')}</p>
      <p>Đưa vào tài khoản thì phường biết để gửi tin của tổ. Không đưa thì phường không biết các nơi này.</p>
      {failed !== 'kept' && failed !== 'visit' && (
        <Notice tone="check" isNews>
          {notKept(failed)}
        </Notice>
      )}
      <div className="buttons">
        <Button look="main" onClick={() => void moveIntoAccount(places).then(setFailed)}>
          Đưa vào tài khoản
        </Button>
        <Button onClick={forget}>Không đưa, xóa khỏi máy này</Button>
      </div>
    </section>
  )
}
