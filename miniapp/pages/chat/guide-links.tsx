/** From an answer to the whole of what it rests on. */
import { Link } from 'react-router-dom'
import { useTopicIndex } from '../../content/index.ts'
import { Icon } from '../../ui/index.ts'

/** @param guides their keys */
export function GuideLinks({ guides }: { guides: readonly string[] }) {
  const [only, another] = guides
  if (only === undefined) return null
  return (
    <div className="buttons chat-guides">
      {another === undefined ? <GuideLink guide={only}>Xem cả hướng dẫn</GuideLink> : <Several guides={guides} />}
    </div>
  )
}

/** Told apart by their titles. */
function Several({ guides }: { guides: readonly string[] }) {
  const { index } = useTopicIndex()
  return guides.map(key => {
    const title = index?.topics.find(topic => topic.key === key)?.title
    return title ? (
      <GuideLink key={key} guide={key}>
        {`Xem hướng dẫn: ${title}`}
      </GuideLink>
    ) : null
  })
}

function GuideLink({ guide, children }: { guide: string; children: string }) {
  return (
    <Link className="button button-plain" to={`/thu-tuc/${guide}`}>
      <Icon name="papers" />
      <span>{children}</span>
    </Link>
  )
}
