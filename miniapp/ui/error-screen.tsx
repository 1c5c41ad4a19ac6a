/** Catches what nobody foresaw: words and two ways on, in place of a white page. */
import { Component, type ReactNode } from 'react'
import { forgetKept, origin } from '../api/index.ts'
import { Button } from './button.tsx'
import { CallWard } from './call-ward.tsx'

/** What browsers say when a part of the app could not be fetched: no network, or a newer version since. */
const NOT_FETCHED = /dynamically imported|module script|preload CSS/i

interface Failure {
  hasFailed: boolean
  isNotFetched: boolean
}

export class ErrorScreen extends Component<{ children: ReactNode }, Failure> {
  override state: Failure = { hasFailed: false, isNotFetched: false }

  static getDerivedStateFromError(error: unknown): Failure {
    return { hasFailed: true, isNotFetched: error instanceof Error && NOT_FETCHED.test(error.message) }
  }

  override render(): ReactNode {
    const { hasFailed, isNotFetched } = this.state
    if (!hasFailed) return this.props.children
    return (
      <main className="page">
        <div className="empty" role="alert">
          <h1>{isNotFetched ? 'Chưa tải được trang này' : 'Trang này gặp trục trặc'}</h1>
          <p>
            {isNotFetched
              ? 'Kiểm tra Wi-Fi hoặc mạng di động, rồi bấm Mở lại.'
              : 'Bấm Mở lại. Vẫn không được thì xem bản đơn giản, hoặc gọi cho phường.'}
          </p>
          <Button look="main" onClick={() => reopen(isNotFetched)}>
            Mở lại
          </Button>
          <CallWard />
          <p>
            <a href={`${origin}/`}>Xem bản đơn giản</a>
          </p>
        </div>
      </main>
    )
  }
}

/** What was kept from another day may be what broke the page; it is innocent where the network failed. */
function reopen(isNotFetched: boolean): void {
  if (!isNotFetched) forgetKept()
  window.location.reload()
}
