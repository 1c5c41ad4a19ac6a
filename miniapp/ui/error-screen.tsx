/** Catches what nobody foresaw: words and two ways on, in place of a white page. */
import { Component, type ReactNode } from 'react'
import { forgetKept, origin } from '../api/index.ts'
import { Button } from './button.tsx'

export class ErrorScreen extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <main className="page">
        <div className="empty" role="alert">
          <h1>Trang này gặp trục trặc</h1>
          <p>Bấm Mở lại. Vẫn không được thì xem bản đơn giản, hoặc gọi cho phường.</p>
          <Button look="main" onClick={reopen}>
            Mở lại
          </Button>
          <p>
            <a href={`${origin}/`}>Xem bản đơn giản</a>
          </p>
        </div>
      </main>
    )
  }
}

/** What was kept from another day may be what broke the page. */
function reopen(): void {
  forgetKept()
  window.location.reload()
}
