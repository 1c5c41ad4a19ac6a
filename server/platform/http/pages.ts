/** Plain pages for any browser: no script, large type, printable. Used for guides, refusals and the staff's health page. */

/** Text as HTML: everything that a page shows passes through here. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}

/** HTML that was escaped already. Made only by `html`, so that a forgotten escape does not type-check. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Html | null | undefined | false | Value[]

/** Tagged template: escapes every value that is not HTML already; null, undefined and false show nothing. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(
    parts.reduce((whole, part, index) => `${whole}${part}${index < values.length ? show(values[index]) : ''}`, ''),
  )
}

function show(value: Value): string {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(show).join('')
  return value === null || value === undefined || value === false ? '' : escapeHtml(String(value))
}

export interface Page {
  title: string
  body: Html
  /** Extra tags of the head, such as Zalo's domain verification. */
  head?: Html
}

export function renderPage({ title, body, head }: Page): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/assets/pages.css">
${head}
</head>
<body>
${body}
</body>
</html>
`.text
}

const REFUSALS: Record<number, { title: string; advice: string }> = {
  400: { title: 'Địa chỉ này chưa đúng', advice: 'Kiểm tra lại đường dẫn, hoặc về trang đầu.' },
  401: { title: 'Cần đăng nhập', advice: 'Trang này dành cho cán bộ. Mở bằng đường dẫn mà người cài đặt đưa.' },
  403: { title: 'Không được phép', advice: 'Tài khoản này không có quyền xem trang. Hỏi người quản trị của phường.' },
  404: { title: 'Không có trang này', advice: 'Có thể đường dẫn đã cũ. Về trang đầu để tìm việc cần làm.' },
  429: { title: 'Đang có quá nhiều lượt', advice: 'Chờ một phút rồi mở lại trang.' },
  503: { title: 'Máy đang bận', advice: 'Chờ một phút rồi mở lại trang.' },
}

export function errorPage(status: number): string {
  const { title, advice } = REFUSALS[status] ?? {
    title: 'Máy gặp trục trặc',
    advice: 'Chờ một phút rồi thử lại. Nếu vẫn không được, xin gọi cho phường.',
  }
  return renderPage({
    title,
    body: html`<main><h1>${title}</h1><p>${advice}</p><p><a class="action" href="/">Về trang đầu</a></p></main>`,
  })
}
