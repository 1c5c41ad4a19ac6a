/** What makes a password too easy: common ones, keyboard rows, the owner's own name. The lists are loaded when asked. */
import { longestPassword, type StaffRefusal } from '../../shared/staff.ts'

/** zxcvbn: 0 to 4; 3 means a hundred million guesses or more. */
const ENOUGH = 3

/** Common here, and in no list from abroad; words of this product and its offices. */
const LOCAL = [
  'matkhau',
  'mat khau',
  'taikhoan',
  'dangnhap',
  'quantri',
  'canbo',
  'motcua',
  'mot cua',
  'phuong',
  'ubnd',
  'ubndphuong',
  'tophuong',
  'todanpho',
  'khupho',
  'thanhpho',
  'hanhchinh',
  'dichvucong',
  'chinhquyen',
  'congchuc',
  'nhandan',
  'zalo',
  'vietnam',
  'vietnam123',
  'saigon',
  'hanoi',
  'danang',
  'hochiminh',
  'tphcm',
  'anhyeuem',
  'emyeuanh',
  'iloveyou',
  'toilaai',
  'khongbiet',
  'khongco',
  'conmeo',
  'giadinh',
  'hanhphuc',
  'maimai',
  'abc123',
  'abcd1234',
  'a1b2c3d4',
]

interface Checker {
  check(password: string, userInputs: string[]): { score: number }
}

let checker: Promise<Checker> | null = null

async function loadChecker(): Promise<Checker> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary: { ...dictionary, local: LOCAL }, graphs: adjacencyGraphs })
}

/**
 * @param own words that belong to the account: its name and its owner's
 * @returns why the password will not do; null: it will
 */
export async function findWeakness(password: string, own: string[]): Promise<StaffRefusal | null> {
  const folded = fold(password)
  const names = own.flatMap(words => [fold(words).replaceAll(' ', ''), ...fold(words).split(/[\s._]+/)])
  if (names.some(name => name.length >= 4 && folded.replaceAll(' ', '').includes(name))) return 'password_named'
  checker ??= loadChecker()
  const { score } = (await checker).check(password.slice(0, longestPassword), own)
  return score < ENOUGH ? 'password_common' : null
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase()
}
