/** The office: whether somebody is there now, where it is, and how to reach it. */
import { type Ward, wardNow } from '../../api/index.ts'
import { describeHours, describeToday } from '../../content/index.ts'
import { CallButton, Card, Icon, OutLink, unbroken } from '../../ui/index.ts'

export function OfficeCard({ ward }: { ward: Ward }) {
  const today = describeToday(ward, wardNow())
  const week = describeHours(ward.openingHours)
  return (
    <div className="office">
      <Card title={ward.officeName} icon="house">
        <p className="office-line">
          <Icon name="clock" />
          <span>
            <strong>{today.state}</strong>
            {today.hours && <span className="office-more">{unbroken(today.hours)}</span>}
          </span>
        </p>
        <p className="office-line">
          <Icon name="map" />
          <span>{ward.address}</span>
        </p>
        {week.length > 0 && (
          <details className="office-week">
            <summary>Giờ làm việc cả tuần</summary>
            {week.map(line => (
              <p key={line}>{unbroken(line)}</p>
            ))}
          </details>
        )}
        <div className="buttons">
          <CallButton number={ward.phone} look="main">
            Gọi {unbroken(ward.phone)}
          </CallButton>
          <OutLink className="button" href={mapUrl(ward.address)}>
            <Icon name="map" />
            <span>Xem đường đi</span>
          </OutLink>
        </div>
      </Card>
    </div>
  )
}

function mapUrl(address: string): string {
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`
}
