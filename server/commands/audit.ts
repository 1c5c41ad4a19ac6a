/** `npm run audit:verify`: whether the audit trail is whole: nothing changed, nothing taken out, nothing put in between. */
import { verifyAudit } from '../platform/audit/index.ts'
import { runCommand } from './installation.ts'

await runCommand(async ({ db }) => {
  const { entries, brokenAt, head } = await verifyAudit(db)
  if (brokenAt !== null)
    throw new Error(
      `Nhật ký KHÔNG còn nguyên vẹn, từ dòng số ${brokenAt}. Giữ nguyên máy, sao lưu lại, báo người phụ trách ngay.`,
    )
  console.log(`Nhật ký nguyên vẹn: ${entries} dòng. Dấu cuối: ${head}`)
  console.log('Chép dấu cuối ra giấy: lần sau dấu ấy phải còn trong nhật ký.')
})
