/** What Zalo is about to ask, explained first on a page of ours: what for, what becomes known, how often, how to stop. */
import { useState } from 'react'
import type { Ward } from '../../api/index.ts'
import { Button, Notice, Row, Rows } from '../../ui/index.ts'
import { phone, type Reason, type Result } from '../../zalo/index.ts'
import { OpenWardZalo } from './open-ward-zalo.tsx'

export interface Permission {
  title: string
  reasons: { heading: string; text: string }[]
  /** On the button that lets Zalo ask. */
  action: string
  /** Said when it is given. */
  done: string
  /** Lets Zalo ask; null: this browser cannot, the ward's page in Zalo can. */
  ask: ((oaId: string) => Promise<Asked>) | null
  /** What to press on the ward's page in Zalo instead. */
  byHand: string
}

/** `not-kept`: Zalo did it, and the ward's server could not write it down. */
export type Asked = Result | { ok: false; reason: 'not-kept' }
type Failure = Reason | 'not-kept'

/** Said when it was not done. */
const NOT_DONE: Record<Failure, string> = {
  denied: 'Chưa bật, vì trong Zalo đã chọn không đồng ý. Mọi hướng dẫn vẫn đọc được; đổi ý thì bấm lại.',
  cancelled: 'Chưa bật. Mọi hướng dẫn vẫn đọc được; đổi ý thì bấm lại.',
  limit: 'Bấm hơi nhanh. Chờ nửa phút rồi bấm lại.',
  timeout: 'Zalo chưa trả lời. Bấm lại lần nữa, hoặc làm trong Zalo như bên dưới.',
  failed: 'Zalo chưa làm được. Bấm lại lần nữa, hoặc làm trong Zalo như bên dưới.',
  'not-granted': 'Zalo chưa cho ứng dụng này hỏi. Làm trong Zalo như bên dưới.',
  'not-kept': 'Zalo đã cho phép, nhưng máy của phường chưa ghi được. Bấm lại lần nữa.',
  'outside-zalo': 'Ngoài Zalo không bật được ở đây. Làm trong Zalo như bên dưới.',
}

type State = 'unasked' | 'asking' | 'done' | Failure

export function PermissionView({ permission, ward }: { permission: Permission; ward: Ward | undefined }) {
  const { title, reasons, action, done, ask, byHand } = permission
  const [state, setState] = useState<State>('unasked')
  const press = async (oaId: string): Promise<void> => {
    setState('asking')
    const result = await ask?.(oaId)
    setState(result?.ok ? 'done' : (result?.reason ?? 'failed'))
  }
  return (
    <>
      <h1 className="page-title">{title}</h1>
      <div className="card mine-reasons">
        {reasons.map(({ heading, text }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
      <div role="status">
        {state === 'asking' && <p>Đang chờ Zalo. Zalo sẽ hiện một câu hỏi; bấm đồng ý hay không đều được.</p>}
        {state === 'done' && <Notice tone="done">{done}</Notice>}
        {isFailure(state) && <Notice tone="check">{NOT_DONE[state]}</Notice>}
      </div>
      {ask && ward && state !== 'done' && (
        <>
          {state === 'unasked' && <p>Bấm nút này, Zalo sẽ hỏi lại một lần.</p>}
          <Button look="main" disabled={state === 'asking'} onClick={() => void press(ward.oaId)}>
            {action}
          </Button>
        </>
      )}
      {ward && (
        <>
          {state !== 'done' && <p className="mine-by-hand">{ask ? `Hoặc làm trong Zalo: ${byHand}` : byHand}</p>}
          <OpenWardZalo ward={ward} isMain={ask === null} />
        </>
      )}
      <div className="mine-later">
        <Rows>
          <Row to="/cua-toi" icon="person" title={state === 'done' ? 'Về mục Của tôi' : 'Để sau'} />
        </Rows>
      </div>
    </>
  )
}

function isFailure(state: State): state is Failure {
  return state in NOT_DONE
}

/** Zalo's own prompt is only where the app runs inside Zalo; elsewhere its page opens by an ordinary link. */
export function insideZalo(ask: NonNullable<Permission['ask']>): Permission['ask'] {
  return phone.isInsideZalo ? ask : null
}
