/** The menu in parts. To which one a page belongs is told by the first word of its address; what is new goes to the last. */
import type { pages } from './index.ts'

interface Section {
  /** Null: it speaks for itself. */
  title: string | null
  roots: readonly string[]
}

const sections: readonly Section[] = [
  { title: null, roots: [''] },
  { title: 'Phục vụ bà con', roots: ['cho-tra-loi', 'quay', 'thong-bao', 'thong-bao-cho-duyet'] },
  {
    title: 'Nội dung',
    roots: ['huong-dan', 'duyet-nhanh', 'xem-lai', 'gio-lam-viec', 'van-ban', 'cau-hoi', 'noi-dung'],
  },
  { title: 'Quản trị', roots: ['dia-ban', 'cach-gui', 'can-bo', 'phan-mem-khac', 'nhat-ky'] },
  { title: null, roots: [] },
]

/** @param open the pages that somebody may open @returns no part without a page */
export function partMenu(open: typeof pages): { title: string | null; items: { path: string; title: string }[] }[] {
  const items = open.flatMap(({ path, menu: title }) => (title ? [{ path, title }] : []))
  return sections
    .map((section, at) => ({
      title: section.title,
      items: items.filter(({ path }) => (placeOf(path) === -1 ? sections.length - 1 : placeOf(path)) === at),
    }))
    .filter(part => part.items.length > 0)
}

function placeOf(path: string): number {
  const [, root = ''] = path.split('/')
  return sections.findIndex(({ roots }) => roots.includes(root))
}
