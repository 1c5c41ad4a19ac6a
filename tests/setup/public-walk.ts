/** Everything that the ward says to whoever asks: found in the contract and in the source, so that nothing new is forgotten. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operations } from './operations.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Every way in that stands outside the contract, as the source writes it, and what a walk asks there. Empty: see beside it. */
const WAYS: Record<string, (keys: Planted) => string[]> = {
  "'/'": () => ['/'],
  "'/healthz'": () => ['/healthz'],
  "'/q'": () => ['/q'],
  PICTURE: () => ['/q/222222.svg'],
  ADDRESS: () => ['/q/222222'],
  "'/robots.txt'": () => ['/robots.txt'],
  "'/sitemap.xml'": () => ['/sitemap.xml'],
  "'/thu-tuc/:key'": ({ guides }) => guides.map(key => `/thu-tuc/${key}`),
  "'/api/procedures/:key.jsonld'": ({ guides }) => guides.map(key => `/api/procedures/${key}.jsonld`),
  '/^\\/app(?:\\/(.*))?$/': ({ guides, drafts }) => [
    ...['/app/', '/app/tim', '/app/so-lieu', '/app/thong-bao'],
    ...guides.flatMap(key => [`/app/thu-tuc/${key}`, ...drafts.map(id => `/app/thu-tuc/${key}?ban-nhap=${id}`)]),
  ],
  "'/tb/:code'": ({ notices }) => notices.map(code => `/tb/${code}`),
  "'/tb/:code/to-roi'": ({ notices }) => notices.map(code => `/tb/${code}/to-roi`),
  "'/tb/:code/loa'": ({ notices }) => notices.map(code => `/tb/${code}/loa`),
  "'/tb/:code/lich.ics'": ({ notices }) => notices.map(code => `/tb/${code}/lich.ics`),
  "'/thong-bao/:area'": ({ areas }) => areas.map(code => `/thong-bao/${code}`),
  "'/thong-bao/:area/rss.xml'": ({ areas }) => areas.map(code => `/thong-bao/${code}/rss.xml`),
  "'/thong-bao/:area/lich.ics'": ({ areas }) => areas.map(code => `/thong-bao/${code}/lich.ics`),
  "'/api/openapi.json'": () => ['/api/openapi.json'],
  "'/can-bo/vao/:code'": () => ['/can-bo/vao/khong-co'],
  '/^\\/console(?:\\/.*)?$/': () => ['/console/', '/console/huong-dan'],
  // For staff: a stranger is refused before anything is read.
  ...Object.fromEntries(
    ['nhat-ky.csv', 'tinh-trang', 'ma-qr', 'ma-qr/to-in', 'van-ban-oa', 'noi-dung.zip', 'goi-huong-dan.json'].map(
      page => [`'/can-bo/${page}'`, () => [`/can-bo/${page}`]],
    ),
  ),
  "'/can-bo/mau-nhap-huong-dan.xlsx'": () => ['/can-bo/mau-nhap-huong-dan.xlsx'],
  "'/can-bo/ma-qr/:code'": () => ['/can-bo/ma-qr/222222'],
  "'/can-bo/ma-qr/:code/to-in'": () => ['/can-bo/ma-qr/222222/to-in'],
  // Files as they were built or taken in: they know no words of the ward.
  "'/tep/:name'": () => [],
  "'/console/assets/:name'": () => [],
  '/^\\/app\\/(assets\\/[^/]+|[^/]+\\.[a-z]+)$/': () => [],
  // Between Zalo and the server.
  "'/zalo/consent'": () => ['/zalo/consent'],
  "'/zalo/callback'": () => ['/zalo/callback'],
  '`/${verifierFile}`': () => [],
}

export interface Planted {
  guides: string[]
  drafts: string[]
  notices: string[]
  areas: string[]
}

/** Ways in that are read in the source and that this walk does not know. */
export function listForgottenWays(): string[] {
  const found = globSync('server/**/*.ts', { cwd: ROOT }).flatMap(file =>
    [
      ...readFileSync(join(ROOT, file), 'utf8').matchAll(
        /\.get\(\s*(\/\^.+?\/(?=,)|'\/[^']*'|[A-Z]{3,}(?=,)|`\/[^`]*`)/g,
      ),
    ].map(([, way = '']) => way),
  )
  return [...new Set(found)].filter(way => !(way in WAYS))
}

export interface Ask {
  method: string
  path: string
  body?: unknown
}

/** What a stranger may ask, and what a resident may read besides. */
export function listAsks(planted: Planted): Ask[] {
  const values: Record<string, string[]> = {
    key: planted.guides,
    topic: planted.guides,
    area: planted.areas,
    code: planted.notices,
    id: ['1', '2', '3', ...planted.drafts],
  }
  const reads = operations
    .filter(({ access, method }) => access === 'public' || (access === 'resident' && method === 'GET'))
    .flatMap(({ route, method, path, body }) => {
      const name = /\{(\w+)\}/.exec(route)?.[1]
      const filled = name ? (values[name] ?? ['1']).map(value => `/api${route.replace(`{${name}}`, value)}`) : [path]
      return filled.map(one => ({ method, path: one, body: typeof body === 'function' ? body() : body }))
    })
  const pages = Object.values(WAYS).flatMap(way => way(planted).map(path => ({ method: 'GET', path })))
  return [...reads, ...pages]
}
