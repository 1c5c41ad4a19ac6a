/** How people ask for a person of the office, for a call, or for the machine again. */

export const officerRequests: readonly string[] = [
  'gặp cán bộ',
  'gặp được cán bộ',
  'gặp trực tiếp cán bộ',
  'gặp nhân viên',
  'gặp công chức',
  'gặp chuyên viên',
  'gặp người thật',
  'gặp người tư vấn',
  'gặp người hướng dẫn',
  'gặp người hỗ trợ',
  'gặp người phụ trách',
  'gặp người có trách nhiệm',
  'nói chuyện với cán bộ',
  'nói chuyện với nhân viên',
  'nói chuyện với người',
  'nói chuyện với người thật',
  'nói chuyện trực tiếp với cán bộ',
  'trao đổi với cán bộ',
  'trao đổi trực tiếp với cán bộ',
  'chat với cán bộ',
  'chat với nhân viên',
  'chat với người thật',
  'nhắn tin với cán bộ',
  'chuyển cán bộ',
  'chuyển cho cán bộ',
  'chuyển sang cán bộ',
  'chuyển qua cán bộ',
  'chuyển máy cho cán bộ',
  'kết nối cán bộ',
  'kết nối với cán bộ',
  'nhờ cán bộ trả lời',
  'cán bộ trả lời giúp',
  'người thật trả lời',
  'không muốn nói chuyện với máy',
  'không nói chuyện với máy',
  'không muốn nói với máy',
]

/** Too little to be a request beside other words: "gặp người thân". */
export const officerRequestsAlone: readonly string[] = ['gặp người', 'gặp ai đó']

export const callbackRequests: readonly string[] = [
  'gọi lại',
  'gọi điện lại',
  'điện lại',
  'điện thoại lại',
  'gọi cho tôi',
  'gọi cho tui',
  'gọi cho em',
  'gọi cho mình',
  'gọi cho bác',
  'gọi cho cô',
  'gọi cho chú',
  'gọi cho anh',
  'gọi cho chị',
  'gọi cho ông',
  'gọi cho bà',
  'gọi điện cho tôi',
  'gọi điện cho tui',
  'gọi điện cho em',
  'gọi điện cho mình',
  'gọi điện cho bác',
  'gọi điện cho cô',
  'gọi điện cho chú',
]

export const machineRequests: readonly string[] = [
  'hỏi máy',
  'hỏi lại máy',
  'hỏi bot',
  'máy trả lời tiếp',
  'cho máy trả lời',
  'để máy trả lời',
  'nói với máy',
  'quay lại máy',
  'trở lại máy',
  'gặp máy',
]

/** Questions about meeting an officer, which are no request to meet one. */
export const namesLikeOfficerRequests: readonly string[] = [
  'gặp cán bộ nào',
  'gặp nhân viên nào',
  'gặp công chức nào',
  'gặp người nào',
  'phải gặp cán bộ',
  'có cần gặp cán bộ',
  'nói chuyện với người nhà',
]

/** A wish in front of a request: what stands behind it is what one wants to talk about. */
export const wishes: readonly string[] = ['cho', 'muốn', 'xin', 'cần', 'nhờ', 'mong', 'đề nghị', 'yêu cầu', 'được']
