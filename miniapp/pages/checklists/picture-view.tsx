/** The list as a large picture, to keep among one's photos. */
import { useEffect, useState } from 'react'
import type { Ward } from '../../api/index.ts'
import { Button, Loading } from '../../ui/index.ts'
import { phone } from '../../zalo/index.ts'
import type { BringList } from './bring-list.ts'
import { listSections, listTitle } from './list-sections.ts'
import { drawPicture } from './picture.ts'

interface PictureViewProps {
  list: BringList
  ward: Ward | undefined
  /** Drawn as a QR below the list. */
  address: string
}

export function PictureView({ list, ward, address }: PictureViewProps) {
  const [picture, setPicture] = useState<string | null>(null)
  const [said, setSaid] = useState('')

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn once, as the list was when it was opened
  useEffect(() => {
    let isWanted = true
    drawPicture({
      top: ward?.wardName ?? '',
      title: listTitle(list),
      subtitle: list.caseLabel,
      sections: listSections(list),
      address,
    }).then(
      drawn => isWanted && setPicture(drawn),
      () => isWanted && setSaid('Máy này không vẽ được ảnh. Đóng khung này, rồi chọn “Chép danh sách bằng chữ”.'),
    )
    return () => {
      isWanted = false
    }
  }, [])

  const save = async (): Promise<void> => {
    if (!picture) return
    const { ok } = await phone.saveImage(picture, `giay-to-${list.topic.key}.png`)
    setSaid(ok ? 'Đã lưu ảnh vào máy.' : 'Chưa lưu được: bấm giữ vào ảnh rồi chọn “Lưu ảnh”.')
  }

  return (
    <>
      {!picture && said === '' && <Loading what="Đang vẽ ảnh…" />}
      {picture && (
        <>
          <div className="buttons">
            <Button look="main" icon="picture" onClick={save}>
              Lưu ảnh vào máy
            </Button>
          </div>
          <img className="picture" src={picture} alt={`Ảnh: ${listTitle(list)}`} />
        </>
      )}
      <p role="status" className="said">
        {said}
      </p>
    </>
  )
}
