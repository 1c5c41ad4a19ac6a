/** Told before anything is sent: who gets it by which way, who does not and why, until when, at what cost. */
import { Notice } from '../../ui/index.ts'
import { momentWords } from './moment-words.ts'
import { channelNames, noPushNames } from './names.ts'
import type { Plan } from './wire.ts'

export function PlanView({ plan }: { plan: Plan }) {
  const { audience, channels, inboxOnly, quiet, finishesAt, isTooSlow, quotas, houses, mayRepeat } = plan
  const dong = channels.reduce((sum, one) => sum + one.dong, 0)
  const missing = houses.known - houses.joined
  if (audience === 0)
    return (
      <Notice tone="check">
        Chưa có ai ghi tên ở nơi này nên tin chưa gửi được cho ai. Dán mã của tổ ở nhà văn hóa để bà con quét, rồi gửi
        lại.
      </Notice>
    )
  return (
    <>
      <p>
        <strong>{audience} người</strong> trong danh sách: tin được để trong hộp thư của tất cả.
      </p>
      <dl className="tin-figures">
        {channels.map(({ channel, people, dong: cost }) => (
          <Figure key={channel} name={channelNames[channel]} people={people}>
            {cost > 0 && `${cost.toLocaleString('vi-VN')} đồng`}
          </Figure>
        ))}
      </dl>
      {inboxOnly.length > 0 && (
        <>
          <h3>Chỉ có trong hộp thư, điện thoại không báo</h3>
          <dl className="tin-figures">
            {inboxOnly.map(({ reason, people }) => (
              <Figure key={reason} name={noPushNames[reason]} people={people} />
            ))}
          </dl>
        </>
      )}
      {houses.known > 0 ? (
        <p>
          {missing > 0
            ? `${missing} trong ${houses.known} nhà chưa có ai trong danh sách: phải đến tận nhà. Gửi xong, máy in sẵn tờ đi từng nhà.`
            : `Cả ${houses.known} nhà đều có người nhận.`}
        </p>
      ) : (
        <p>Phường chưa nhập danh sách số nhà của tổ, nên chưa biết còn nhà nào chưa có ai nhận.</p>
      )}
      {quiet.people > 0 && (
        <p>
          {quiet.people} người đang trong giờ nghỉ
          {quiet.until && `: nhận sau ${momentWords(new Date(quiet.until))}`}.
        </p>
      )}
      {finishesAt && <p>Gửi xong khoảng {momentWords(new Date(finishesAt))}.</p>}
      {isTooSlow && <Notice tone="check">Không kịp gửi hết trước hạn của tin. Lùi hạn, hoặc gửi sớm hơn.</Notice>}
      <p>{dong > 0 ? `Tốn ${dong.toLocaleString('vi-VN')} đồng.` : 'Không tốn tiền.'}</p>
      {quotas.map(({ channel, period, limit, left }) => (
        <p key={channel + period}>
          {channelNames[channel]}: còn {left} trong {limit} lượt của {period === 'day' ? 'hôm nay' : 'tháng này'}.
        </p>
      ))}
      {mayRepeat && <p>Tin khẩn cấp: thà có người nhận hai lần còn hơn sót.</p>}
    </>
  )
}

function Figure({ name, people, children }: { name: string; people: number; children?: string | false }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {people} người{children ? ` · ${children}` : ''}
      </dd>
    </div>
  )
}
