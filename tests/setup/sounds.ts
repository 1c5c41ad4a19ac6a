/** Recordings made on the spot: a tone that a browser can play, and the beginnings of other kinds of files. */

const RATE = 8000

/** A quiet tone as WAV. @param pitch in hertz: another one, other bytes */
export function tone(seconds: number, pitch = 220): Buffer {
  const samples = Buffer.alloc(Math.round(RATE * seconds))
  for (let at = 0; at < samples.length; at++)
    samples[at] = 128 + Math.round(20 * Math.sin((2 * Math.PI * pitch * at) / RATE))
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + body.length)
  return Buffer.concat([size, Buffer.from(type), body])
}

function mp4(brand: string, ...tracks: string[]): Buffer {
  const handlers = tracks.map(track => box('hdlr', Buffer.alloc(8), Buffer.from(track), Buffer.alloc(13)))
  return Buffer.concat([box('ftyp', Buffer.from(`${brand}\0\0\0\0isom`)), box('moov', ...handlers)])
}

function page(...content: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(content.map(one => Buffer.from(one)))
  const head = Buffer.alloc(27)
  head.write('OggS', 0)
  head[5] = 2
  head[26] = 1
  return Buffer.concat([head, Buffer.from([body.length]), body])
}

/** Four silent frames of MPEG-1 layer III, 64 kbit/s. */
const mp3 = Buffer.concat(
  Array.from({ length: 4 }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x50, 0xc4]), Buffer.alloc(204)])),
)

export const accepted: { name: string; bytes: Buffer; type: string; extension: string }[] = [
  { name: 'mp3', bytes: mp3, type: 'audio/mpeg', extension: 'mp3' },
  {
    name: 'mp3 with a title',
    bytes: Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0'), mp3]),
    type: 'audio/mpeg',
    extension: 'mp3',
  },
  { name: 'm4a of an iPhone', bytes: mp4('M4A ', 'soun'), type: 'audio/mp4', extension: 'm4a' },
  {
    name: 'm4a of an Android phone, that calls itself mp42',
    bytes: mp4('mp42', 'soun'),
    type: 'audio/mp4',
    extension: 'm4a',
  },
  { name: 'ogg (opus)', bytes: page('OpusHead', Buffer.alloc(11)), type: 'audio/ogg', extension: 'ogg' },
  { name: 'wav', bytes: tone(0.2), type: 'audio/wav', extension: 'wav' },
]

export const refused: { name: string; bytes: Buffer }[] = [
  { name: 'a page', bytes: Buffer.from('<!doctype html><script>alert(1)</script>') },
  { name: 'a page that begins like a sound', bytes: Buffer.from('OggS<script>alert(1)</script>') },
  { name: 'a drawing with a script', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>') },
  {
    name: 'a picture',
    bytes: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  },
  { name: 'a PDF', bytes: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1') },
  { name: 'a program', bytes: Buffer.from('\x7fELF\x02\x01\x01'.padEnd(64, '\0'), 'latin1') },
  { name: 'a film', bytes: mp4('mp42', 'vide', 'soun') },
  { name: 'nothing', bytes: Buffer.alloc(0) },
]
