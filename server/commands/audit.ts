/**
 * `npm run audit:verify [-- DIGEST]`: whether the audit trail is whole: nothing changed, nothing taken out, nothing put in
 * between, and whether a digest that was put on paper earlier is still there.
 */
import { findAuditHead, verifyAudit } from '../platform/audit/index.ts'
import { runCommand } from './installation.ts'

const WHAT_TO_DO = 'Giữ nguyên máy, sao lưu lại, báo người phụ trách ngay.'

await runCommand(async ({ db }, [written]) => {
  const paper = written?.trim().toLowerCase()
  if (paper !== undefined && !/^[0-9a-f]{64}$/.test(paper))
    throw new Error('Dấu gõ vào chưa đủ: phải là 64 chữ số và chữ cái từ a đến f. Gõ lại cho đúng như trên giấy.')
  const { entries, brokenAt, head, isGuarded } = await verifyAudit(db)
  if (brokenAt !== null) throw new Error(`Nhật ký KHÔNG còn nguyên vẹn, từ dòng số ${brokenAt}. ${WHAT_TO_DO}`)
  if (!isGuarded) throw new Error(`Khóa chống sửa nhật ký trong cơ sở dữ liệu đã bị tắt. ${WHAT_TO_DO}`)
  const found = paper ? await findAuditHead(db, paper) : null
  if (paper && found === null)
    throw new Error(`Dấu trên giấy KHÔNG còn trong nhật ký: có dòng đã bị cắt bỏ. ${WHAT_TO_DO}`)
  console.log(`Nhật ký nguyên vẹn: ${entries} dòng. Dấu cuối: ${head}`)
  console.log(
    found === null
      ? 'Chép dấu cuối ra giấy. Lần sau: npm run audit:verify -- DẤU_TRÊN_GIẤY'
      : `Dấu trên giấy vẫn còn, ở dòng số ${found}. Chép dấu cuối mới ra giấy.`,
  )
})
