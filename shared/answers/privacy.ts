/** What people are told about their data. */

/** One line at first contact. */
export function privacyNotice(daysKept: number): string {
  return `Máy che số riêng tư trước khi lưu, xóa tin sau ${daysKept} ngày.`
}

/** After a message that held such a number. */
export function composeWithdrawAdvice(classes: readonly string[]): string[] {
  return classes.length > 0 ? ['Số riêng vừa gửi đã được che. Nên nhấn giữ tin ấy rồi chọn Thu hồi.'] : []
}
