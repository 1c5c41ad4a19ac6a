/** Catches what nobody foresaw: words and a way on, in place of a white page. */
import { Alert, Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'

/** What browsers say when a page could not be fetched: a newer version since, or no network. */
const NOT_FETCHED = /dynamically imported|module script|preload CSS/i

interface Failure {
  words: string | null
}

export class ErrorScreen extends Component<{ children: ReactNode }, Failure> {
  override state: Failure = { words: null }

  static getDerivedStateFromError(error: unknown): Failure {
    if (!(error instanceof Error && NOT_FETCHED.test(error.message)))
      return { words: 'Trang này gặp trục trặc. Tải lại trang; vẫn vậy thì báo người quản trị.' }
    return { words: navigator.onLine ? 'Trang vừa có bản mới. Tải lại trang.' : 'Mất mạng. Có mạng thì tải lại trang.' }
  }

  override render(): ReactNode {
    const { words } = this.state
    if (words === null) return this.props.children
    return (
      <Alert role="alert" color="yellow" variant="outline" title={words}>
        <Button size="sm" variant="default" onClick={() => window.location.reload()}>
          Tải lại trang
        </Button>
      </Alert>
    )
  }
}
