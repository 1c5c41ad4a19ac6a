/** Guides by name in a row, each leading to its page. */
import { Anchor } from '@mantine/core'
import { Link } from 'react-router-dom'

export function GuideLinks({ guides }: { guides: readonly { key: string; title: string }[] }) {
  return guides.map(({ key, title }, index) => (
    <span key={key}>
      {index > 0 && ', '}
      <Anchor component={Link} to={`/huong-dan/${key}`} underline="always">
        {title}
      </Anchor>
    </span>
  ))
}
