import { Anchor } from '@mantine/core'
import { Link } from 'react-router-dom'
import { Nothing, Page } from '../ui/index.ts'

export function NotFound() {
  return (
    <Page title="Không có trang này">
      <Nothing>
        Có thể đường dẫn đã cũ, hoặc tài khoản này không làm việc ở đây.{' '}
        <Anchor component={Link} to="/" underline="always">
          Về trang Hôm nay
        </Anchor>
      </Nothing>
    </Page>
  )
}
