/** Drawn here, in one stroke of two units on a field of twenty-four: nothing is fetched, nothing can be missing. */

const PATHS = {
  home: 'M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16.2 16.2 20.5 20.5',
  shelves: 'M4 6h16M4 12h16M4 18h16',
  chat: 'M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12.5h5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20c.8-4 3.8-5.5 7.5-5.5s6.7 1.5 7.5 5.5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5H4.5zM10 21h4',
  phone: 'M6 4h3l1.5 4.5L8.5 10.5a11 11 0 0 0 5 5l2-2L20 15v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2',
  map: 'M12 21c-4-4.5-6.5-7.5-6.5-11a6.5 6.5 0 0 1 13 0c0 3.5-2.5 6.5-6.5 11M12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.5l3 2',
  back: 'M14.5 5 7.5 12l7 7',
  forward: 'M9.5 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  share: 'M12 15V4M8 7.5 12 3.5l4 4M6 11H5v9h14v-9h-1',
  print: 'M7 9V4h10v5M7 16H4V9h16v7h-3M7 13.5h10V20H7z',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  type: 'M3 18 7.5 6 12 18M4.5 14h6M14.5 18l3-8 3 8M15.5 15.5h4',
  papers: 'M7 3.5h7l4 4V20.5H7zM14 3.5v4h4M10 12h5M10 15.5h5',
  pen: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  steps: 'M4 19h5v-5h5V9h6',
  money: 'M3.5 7h17v10h-17zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M6.5 12h.01M17.5 12h.01',
  law: 'M12 4v16M7 20h10M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5z',
  result: 'M6 4h12v16l-3-2-3 2-3-2-3 2zM9 9h6M9 12.5h6',
  swap: 'M4 9h14l-3.5-3.5M20 15H6l3.5 3.5',
  info: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 11v5M12 8h.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 4 2.5 20h19zM12 10v4.5M12 17h.01',
  close: 'M6 6l12 12M18 6 6 18',
  offline: 'M3 9a14 14 0 0 1 18 0M6.5 12.5a9 9 0 0 1 11 0M12 18h.01M4 4l16 16',
  out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  child:
    'M12 6a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M12 6c0-2 1-3 2.5-3M9.5 12h.01M14.5 12h.01M9.8 15.2c1.3 1 3.1 1 4.4 0',
  rings: 'M9 8a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M15 8a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M10.5 5.5 12 3.5l1.5 2',
  flower:
    'M12 13v8M12 17c-2 0-4-1-4.5-3M12 19c2 0 4-1 4.5-3M12 13c-3.5 0-5-2-5-4.5 2 0 3.5.5 5 2 1.5-1.5 3-2 5-2 0 2.5-1.5 4.5-5 4.5M12 10.5c-1.5-2-1.5-4.5 0-6.5 1.5 2 1.5 4.5 0 6.5',
  move: 'M3 7h11v10H3zM14 10h4l3 3.5V17h-7M7 17a1.8 1.8 0 1 0 0 3.6A1.8 1.8 0 0 0 7 17M17 17a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
  house: 'M3 11.5 12 4l9 7.5M5.5 10v10h13V10M9.5 20v-6h5v6',
  shop: 'M4 9l1.5-5h13L20 9M4 9h16v1.5a2.7 2.7 0 0 1-5.3 0 2.7 2.7 0 0 1-5.4 0 2.7 2.7 0 0 1-5.3 0zM5.5 13v7h13v-7M10 20v-4h4v4',
  elder:
    'M10 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M6.5 21l1-6-1-1.5c.5-2.5 1.5-4 3.5-4s3 1.5 3.5 3l2.5 1M10.5 15l1.5 6M17.5 21v-8a1.5 1.5 0 0 1 3 0',
  card: 'M3 6h18v12H3zM8 9.5a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M5.5 15.5c.8-1.5 4.2-1.5 5 0M14 10h4M14 13.5h4',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4',
  again: 'M19 12a7 7 0 1 1-2.2-5.1L19 9M19 4.5V9h-4.5',
  picture: 'M4 5h16v14H4zM8.5 8.2a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8M4.5 17.5l5-4.5 3 2.5 3-3.5 4 4.5',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM17.5 17.5H20V20h-2.5z',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8 5.5v13M16 5.5v13',
} as const

export type IconName = keyof typeof PATHS

/** Never alone: a word always stands beside it or names what it sits on. */
export function Icon({ name, size = '1.5rem' }: { name: IconName; size?: string }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
