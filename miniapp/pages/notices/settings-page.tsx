/** What somebody wants to be told of, at which hours, and from where; each place is left with one press. */
import { useEffect, useState } from 'react'
import type { NoticeKind } from '../../../shared/notices/index.ts'
import { Button, Card, Empty, Loading, Notice, Page, Row, Rows, TroubleNote } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { JoinedPlaces } from './joined-places.tsx'
import { kinds } from './names.ts'
import { notDone, troubleOf } from './trouble-words.ts'
import { keepWishes, useWishes, type Wishes } from './use-wishes.ts'
import './notices.css'

type State = 'idle' | 'busy' | 'kept' | { failed: string }

const USUAL_REST = { from: '21:00', until: '06:30' }

export default function NoticeSettingsPage() {
  const { account, data, error, retry } = useWishes()
  return (
    <Page title="Chọn tin muốn nhận" bar="Chọn tin">
      <h1 className="page-title">Chọn tin muốn nhận</h1>
      {!account && (
        <Empty title="Cần đăng nhập">
          <p>Đăng nhập bằng Zalo để phường biết nên báo tin gì, lúc nào.</p>
          <Rows>
            <Row to="/cua-toi/dang-nhap" icon="person" title="Đăng nhập bằng Zalo" />
          </Rows>
        </Empty>
      )}
      {account && !data && !error && <Loading what="Đang mở…" />}
      {account && !data && error && <TroubleNote trouble={troubleOf(error)} retry={retry} />}
      {account && data && <Choices kept={data} />}
      {account && <JoinedPlaces />}
    </Page>
  )
}

function Choices({ kept }: { kept: Wishes }) {
  const [wishes, setWishes] = useState(kept)
  const [state, setState] = useState<State>('idle')
  useEffect(() => setWishes(kept), [kept])
  const change = (changes: Partial<Wishes>): void => {
    setState('idle')
    setWishes({ ...wishes, ...changes })
  }
  const save = async (): Promise<void> => {
    setState('busy')
    try {
      await keepWishes(wishes)
      setState('kept')
    } catch (error) {
      setState({ failed: notDone('Chưa lưu', troubleOf(error)) })
    }
  }
  const mute = (kind: NoticeKind, isWanted: boolean): void =>
    change({
      mutedKinds: isWanted ? wishes.mutedKinds.filter(one => one !== kind) : [...wishes.mutedKinds, kind],
    })
  return (
    <>
      <p>Tin nào cũng nằm trong mục Thông báo. Ở đây chỉ chọn tin nào thì điện thoại báo. Tin khẩn cấp luôn báo.</p>
      <Card title="Báo khi có tin mới" icon="bell">
        <fieldset className="choices">
          <legend className="visually-hidden">Báo khi có tin mới</legend>
          <Choice name="push" isOn={wishes.push} onChoose={() => change({ push: true })}>
            Có báo
          </Choice>
          <Choice name="push" isOn={!wishes.push} onChoose={() => change({ push: false })}>
            Không báo, tự vào xem
          </Choice>
        </fieldset>
        {wishes.push && phone.can.allowNotifications && (
          <Rows>
            <Row
              to="/cua-toi/bao-tin"
              icon="bell"
              title={kept.notifications ? 'Đang báo qua ứng dụng này' : 'Báo qua ứng dụng này'}
              text={kept.notifications ? 'Xem, tắt' : 'Dù chưa nhắn hay quan tâm Zalo của phường'}
            />
          </Rows>
        )}
      </Card>
      {wishes.push && (
        <>
          <Card title="Giờ không báo" icon="clock">
            <fieldset className="choices">
              <legend className="visually-hidden">Giờ không báo</legend>
              <Choice name="rest" isOn={wishes.quiet === null} onChoose={() => change({ quiet: null })}>
                Theo giờ nghỉ chung của phường
              </Choice>
              <Choice
                name="rest"
                isOn={wishes.quiet !== null}
                onChoose={() => change({ quiet: wishes.quiet ?? USUAL_REST })}
              >
                Giờ nghỉ của tôi
              </Choice>
            </fieldset>
            {wishes.quiet && <Rest rest={wishes.quiet} onChange={quiet => change({ quiet })} />}
          </Card>
          <Card title="Loại tin được báo" icon="check">
            <fieldset className="choices tin-kinds">
              <legend className="visually-hidden">Loại tin được báo</legend>
              {kinds.map(({ kind, name }) => (
                <label key={kind} className="choice">
                  <input
                    type="checkbox"
                    checked={!wishes.mutedKinds.includes(kind)}
                    onChange={event => mute(kind, event.target.checked)}
                  />
                  <span>{name}</span>
                </label>
              ))}
            </fieldset>
          </Card>
        </>
      )}
      <div role="status">
        {state === 'kept' && <Notice tone="done">Đã lưu.</Notice>}
        {typeof state === 'object' && <Notice tone="check">{state.failed}</Notice>}
      </div>
      <div className="buttons">
        <Button look="main" disabled={state === 'busy'} onClick={() => void save()}>
          Lưu lựa chọn
        </Button>
      </div>
    </>
  )
}

interface ChoiceProps {
  name: string
  isOn: boolean
  onChoose(): void
  children: string
}

function Choice({ name, isOn, onChoose, children }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={name} checked={isOn} onChange={onChoose} />
      <span>{children}</span>
    </label>
  )
}

function Rest({ rest, onChange }: { rest: { from: string; until: string }; onChange(rest: typeof USUAL_REST): void }) {
  return (
    <div className="tin-pair">
      <div className="tin-field">
        <label htmlFor="rest-from">Từ</label>
        <input
          id="rest-from"
          type="time"
          value={rest.from}
          onChange={event => event.target.value && onChange({ ...rest, from: event.target.value })}
        />
      </div>
      <div className="tin-field">
        <label htmlFor="rest-until">Đến</label>
        <input
          id="rest-until"
          type="time"
          value={rest.until}
          onChange={event => event.target.value && onChange({ ...rest, until: event.target.value })}
        />
      </div>
    </div>
  )
}
