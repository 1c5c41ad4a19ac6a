/** The sheet as pictures: Zalo prints nothing, a shop with a printer prints any picture. */
import { useState } from 'react'
import { siteAddress } from '../../api/index.ts'
import { Button } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import { drawPicture } from '../checklists/picture.ts'
import type { DoorSheet } from './door-marks.ts'
import { pageOf } from './public-notices.ts'

/** More, and some phones draw nothing at all. */
const HOUSES_IN_PICTURE = 40

export function DoorPictures({ sheet, wardName }: { sheet: DoorSheet; wardName: string }) {
  const [state, setState] = useState<'idle' | 'busy' | { said: string }>('idle')
  const save = async (): Promise<void> => {
    setState('busy')
    try {
      const parts = inParts(sheet.doors)
      for (const [index, doors] of parts.entries()) {
        const number = parts.length > 1 ? ` (${index + 1}/${parts.length})` : ''
        const picture = await drawPicture({
          top: `${wardName} · ${sheet.areaName} · ${sheet.code}`,
          title: `Đi từng nhà: ${sheet.title}${number}`,
          subtitle: null,
          sections: sectionsOf(doors),
          address: siteAddress(pageOf(sheet.code)),
        })
        const { ok } = await phone.saveImage(picture, `di-tung-nha-${index + 1}.png`)
        if (!ok) throw new Error('not saved')
      }
      setState({ said: `Đã lưu ${parts.length} ảnh. Mở mục Ảnh để in, hoặc gửi tới tiệm in.` })
    } catch {
      setState({ said: 'Máy chưa lưu được ảnh. Cho phép Zalo lưu ảnh rồi bấm lại.' })
    }
  }
  return (
    <>
      <div className="buttons">
        <Button icon="picture" disabled={state === 'busy'} onClick={() => void save()}>
          Lưu thành ảnh để in
        </Button>
      </div>
      <p role="status" className="tin-small">
        {typeof state === 'object' && state.said}
      </p>
    </>
  )
}

function inParts(doors: DoorSheet['doors']): DoorSheet['doors'][] {
  return Array.from({ length: Math.ceil(doors.length / HOUSES_IN_PICTURE) }, (_, index) =>
    doors.slice(index * HOUSES_IN_PICTURE, (index + 1) * HOUSES_IN_PICTURE),
  )
}

function sectionsOf(doors: DoorSheet['doors']) {
  const section = (heading: string, hasJoined: boolean) => ({
    heading,
    kind: 'papers' as const,
    lines: doors
      .filter(door => door.hasJoined === hasJoined)
      .map(({ house }) => ({ text: `Nhà ${house}`, small: null })),
  })
  return [section('Chưa có ai nhận tin', false), section('Đã có người nhận tin', true)].filter(
    ({ lines }) => lines.length > 0,
  )
}
