/** The paper that a rehearsal leaves behind: what a ward shows when somebody asks whether its backups are any good. */
import type { Rehearsal } from '../platform/backups/index.ts'

const KINDS: Record<Rehearsal['kind'], string> = { logical: 'Bản sao từng dòng', physical: 'Bản sao nguyên khối' }

export function composeCertificate({
  rehearsals,
  isPassed,
  lastBackup,
  now,
}: {
  rehearsals: readonly Rehearsal[]
  isPassed: boolean
  /** Before this rehearsal. */
  lastBackup: Date | null
  now: Date
}): string {
  return [
    'GIẤY CHỨNG NHẬN DIỄN TẬP KHÔI PHỤC',
    `Lúc ${now.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}, trên chính máy này, vào một thư mục mới.`,
    `Kết quả: ${isPassed ? 'ĐẠT' : 'KHÔNG ĐẠT'}`,
    ...rehearsals.flatMap(toLines),
    '',
    lastBackup
      ? `Nếu máy hỏng ngay lúc này, mất những gì ghi sau bản sao lưu gần nhất: ${minutesSince(lastBackup, now)} phút.`
      : 'Nếu máy hỏng ngay lúc này thì mất hết: chưa có bản sao lưu nào. Chạy npm run backup.',
    'Bản khôi phục không gửi tin nào và đã được xóa sau khi so.',
  ].join('\n')
}

function toLines({ kind, tables, rows, missing, surplus, files, backupSeconds, restoreSeconds }: Rehearsal): string[] {
  return [
    '',
    `${KINDS[kind]}:`,
    `  Sao lưu ${inSeconds(backupSeconds)}, khôi phục ${inSeconds(restoreSeconds)}.`,
    `  So từng dòng: ${rows} dòng trong ${tables} bảng; thiếu ${missing}, thừa hoặc lặp ${surplus}.`,
    `  Tệp ghi âm, hình, tài liệu: ${files}, đúng từng byte.`,
  ]
}

function inSeconds(seconds: number): string {
  return `${seconds.toLocaleString('vi-VN')} giây`
}

function minutesSince(moment: Date, now: Date): number {
  return Math.max(0, Math.ceil((now.getTime() - moment.getTime()) / 60_000))
}
