/** The national emergency numbers. The key is the danger that `shared/language` hears in a message. */

export const emergencyNumbers = {
  medical: { number: '115', name: 'cấp cứu', danger: 'Đang nguy cấp về sức khỏe' },
  police: { number: '113', name: 'công an', danger: 'Đang bị đe dọa, mất an toàn' },
  fire: { number: '114', name: 'chữa cháy, cứu nạn', danger: 'Đang có cháy, có người mắc kẹt' },
} as const
