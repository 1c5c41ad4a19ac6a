/** What people look for first, one tap down the page. */
const PLACES = [
  ['giay-to', 'Giấy tờ'],
  ['cac-buoc', 'Các bước'],
  ['o-dau', 'Ở đâu'],
  ['bao-lau', 'Bao lâu'],
  ['le-phi', 'Lệ phí'],
] as const

export type Place = (typeof PLACES)[number][0]

/** @param places that this guide has */
export function Jumps({ places }: { places: readonly Place[] }) {
  if (places.length < 3) return null
  return (
    <nav className="jumps no-print" aria-label="Xem nhanh">
      {PLACES.filter(([id]) => places.includes(id)).map(([id, title]) => (
        <button key={id} type="button" className="jump" onClick={() => jumpTo(id)}>
          {title}
        </button>
      ))}
    </nav>
  )
}

/** Not a link: the way back is to lead to the page before, not up this one. */
function jumpTo(id: Place): void {
  const place = document.getElementById(id)
  place?.scrollIntoView()
  place?.focus({ preventScroll: true })
}
