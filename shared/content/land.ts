/** What the land topics share: who decides, how papers are shown, what the source says of fees. */
import type { CompetentAuthority, Fee, RequiredDocument } from '../procedures.ts'
import { unknownFee } from './channels.ts'
import { handedIn, uncounted } from './papers.ts'

export const landAuthority: CompetentAuthority = {
  kind: 'ward',
  name: 'Chủ tịch Ủy ban nhân dân cấp xã',
  whichOffice: 'Hồ sơ chuyển về Ủy ban nhân dân cấp xã nơi có đất.',
  howToReach: null,
}

/** Handed in as an original, as a certified copy, or as a plain copy beside the original: the source leaves the choice. */
export function landPaper(
  id: string,
  components: string | string[],
  name: string,
  condition: string | null = null,
  note: string | null = null,
): RequiredDocument {
  return handedIn(id, components, name, { ...uncounted, condition, note })
}

export const originalOrCopy =
  'Giấy tờ nộp cách nào cũng được: bản photo kèm bản chính để đối chiếu, bản chính, hoặc bản sao chứng thực.'

export const originalsAtTheEnd = 'Đã nộp bản photo hoặc nộp qua mạng thì khi nhận kết quả phải nộp bản chính.'

export function landFee(name: string, alsoDue = ''): Fee {
  return unknownFee(name, 'see_text', `Cổng chỉ ghi thu theo Luật Phí và lệ phí.${alsoDue}`)
}
