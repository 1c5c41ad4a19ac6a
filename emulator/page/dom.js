/** Makes an element; text always goes in as text, never as markup. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'onclick') made.addEventListener('click', value)
    else if (value !== false && value !== undefined) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children)
  return made
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  svg.setAttribute('aria-hidden', 'true')
  use.setAttribute('href', `#icon-${name}`)
  svg.append(use)
  return svg
}

const inVietnam = options => new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', ...options })
const time = inVietnam({ hour: '2-digit', minute: '2-digit' })
const day = inVietnam({ weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' })

export const timeOf = moment => time.format(new Date(moment))
export const dayOf = moment => day.format(new Date(moment))
