/** Where it is done, whether somebody is there now, and how to reach them. */
import { type Office, officeOf } from '../../../shared/answers/index.ts'
import { belowLines } from '../../../shared/local-parts/index.ts'
import type { Topic } from '../../../shared/procedures.ts'
import { type Ward, wardNow } from '../../api/index.ts'
import { describeToday } from '../../content/index.ts'
import { PartSound } from '../../read-aloud/index.ts'
import { CallButton, Card, Icon, OutLink, unbroken } from '../../ui/index.ts'

export function PlaceCard({ topic, ward, recording }: { topic: Topic; ward: Ward; recording: string | null }) {
  const { authority } = topic
  const office = officeOf(topic, ward)
  const isElsewhere = authority.kind === 'elsewhere'
  return (
    <Card id="o-dau" title="Làm ở đâu, lúc nào" icon="map">
      <PartSound part="làm ở đâu, lúc nào" recording={recording} />
      <p>
        {isElsewhere && 'Việc này làm ở '}
        <strong>{office.name}</strong>
      </p>
      {office.address && <p>{office.address}</p>}
      {authority.howToReach && <p>{authority.howToReach}</p>}
      {authority.whichOffice && <p>{authority.whichOffice}</p>}
      {office.hours.length > 0 && <Hours office={office} ward={ward} isLocal={Boolean(topic.local?.hours)} />}
      {[...office.local, ...(topic.local?.below.flatMap(belowLines) ?? [])].map(line => (
        <p key={line} className="local-source">
          {line}
        </p>
      ))}
      <PlaceButtons office={office} isElsewhere={isElsewhere} />
      {isWardCard(topic) && ward.police && (
        <>
          <h3>{ward.police.name}</h3>
          <p>{ward.police.address}</p>
          <PlaceButtons office={ward.police} isElsewhere={false} />
        </>
      )}
    </Card>
  )
}

/** The ward's own card names its police too. */
function isWardCard({ kind, steps }: Topic): boolean {
  return kind === 'information' && steps.length === 0
}

/** Whether somebody is there now is known of the ward's own week only. */
function Hours({ office, ward, isLocal }: { office: Office; ward: Ward; isLocal: boolean }) {
  const today = describeToday(ward, wardNow())
  return (
    <>
      {!isLocal && (
        <p className="no-print">
          <strong>{today.state}</strong>
          {today.hours && <br />}
          {today.hours && unbroken(today.hours)}
        </p>
      )}
      {office.hours.map(line => (
        <p key={line}>{unbroken(line)}</p>
      ))}
    </>
  )
}

function PlaceButtons({ office, isElsewhere }: { office: Pick<Office, 'phone' | 'address'>; isElsewhere: boolean }) {
  return (
    <>
      <p className="only-print">Điện thoại: {office.phone}</p>
      <div className="buttons no-print">
        <CallButton number={office.phone} look="main">
          {isElsewhere ? 'Hỏi phường' : 'Gọi'} {unbroken(office.phone)}
        </CallButton>
        {office.address && (
          <OutLink
            className="button"
            href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(office.address)}`}
          >
            <Icon name="map" />
            <span>Xem đường đi</span>
          </OutLink>
        )}
      </div>
    </>
  )
}
