/** The second key: an authenticator on the phone, proved by one code, then ten recovery codes to keep. */
import { Button, Checkbox, Code, List, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { auth, ME, useMe } from '../../api/index.ts'
import { QrCode, Trouble } from '../../ui/index.ts'
import { Entry } from './entry.tsx'
import { takePassword } from './kept-password.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { submitting } from './sign-in-page.tsx'

interface Key {
  totpURI: string
  backupCodes: string[]
}

interface SetUpPhonePageProps {
  onSignOut: () => void
  /** The recovery codes are on the screen, or were put away. */
  onKeeping: (is: boolean) => void
}

export function SetUpPhonePage({ onSignOut, onKeeping }: SetUpPhonePageProps) {
  const [key, setKey] = useState<Key | null>(null)
  const [isProved, setIsProved] = useState(false)
  const prove = () => {
    setIsProved(true)
    onKeeping(true)
  }
  const enable = useMutation({ mutationFn: (password: string) => auth.enable(password), onSuccess: setKey })
  const { mutate } = enable
  const isAsked = useRef(false)
  useEffect(() => {
    const password = isAsked.current ? '' : takePassword()
    isAsked.current = true
    if (password) mutate(password)
  }, [mutate])
  if (key && isProved) return <Keeping codes={key.backupCodes} onKept={() => onKeeping(false)} />
  if (key) return <Proving uri={key.totpURI} onProved={prove} onSignOut={onSignOut} />
  return <AskingPassword enable={enable} onSignOut={onSignOut} />
}

function AskingPassword({
  enable,
  onSignOut,
}: {
  enable: { mutate: (password: string) => void; error: unknown; isPending: boolean }
  onSignOut: () => void
}) {
  const [password, setPassword] = useState('')
  return (
    <Entry title="Thêm chìa khóa thứ hai">
      <Text>
        Tài khoản cần một mã trên điện thoại, để người biết mật khẩu thôi cũng không vào được. Mất khoảng hai phút.
      </Text>
      <form onSubmit={submitting(() => enable.mutate(password))}>
        <Stack gap="md">
          <PasswordInput
            label="Nhập lại mật khẩu"
            autoComplete="current-password"
            required
            autoFocus
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu' }}
          />
          <Trouble error={enable.error} />
          <Button type="submit" size="md" loading={enable.isPending}>
            Bắt đầu
          </Button>
          <Button variant="default" onClick={onSignOut}>
            Để sau, đăng xuất
          </Button>
        </Stack>
      </form>
    </Entry>
  )
}

function Proving({ uri, onProved, onSignOut }: { uri: string; onProved: () => void; onSignOut: () => void }) {
  const me = useMe()
  const [code, setCode] = useState('')
  const verify = useMutation({
    mutationFn: () => auth.verifyCode(code.replaceAll(/\s/g, ''), false),
    onSuccess: onProved,
  })
  const shown = nameIn(uri, me.data?.person?.username ?? '')
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <Entry title="Cài mã trên điện thoại">
      <List type="ordered" spacing="xs">
        <List.Item>
          Trên điện thoại, cài một ứng dụng xác thực: Google Authenticator, Microsoft Authenticator hoặc ứng dụng tương
          tự.
        </List.Item>
        <List.Item>Trong ứng dụng, bấm dấu cộng, chọn quét mã QR, rồi quét hình dưới đây.</List.Item>
        <List.Item>Nhập sáu số mà ứng dụng hiện ra.</List.Item>
      </List>
      <Stack align="center" gap="xs">
        <QrCode text={shown} title="Mã QR để quét bằng ứng dụng xác thực" size={220} />
        <Text size="sm">Không quét được? Nhập tay khóa này:</Text>
        <Code className="secret">{secret}</Code>
      </Stack>
      <form onSubmit={submitting(() => verify.mutate())}>
        <Stack gap="md">
          <TextInput
            label="Sáu số trong ứng dụng xác thực"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={event => setCode(event.currentTarget.value)}
          />
          <Trouble error={verify.error} />
          <Button type="submit" size="md" loading={verify.isPending}>
            Kiểm tra mã
          </Button>
          <Button variant="default" onClick={onSignOut}>
            Để sau, đăng xuất
          </Button>
        </Stack>
      </form>
    </Entry>
  )
}

function Keeping({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const [isKept, setIsKept] = useState(false)
  const queries = useQueryClient()
  const goOn = async () => {
    await queries.invalidateQueries({ queryKey: ME })
    onKept()
  }
  return (
    <Entry title="Cất mười mã dự phòng">
      <Text>
        Mỗi mã vào được một lần khi không có điện thoại. In ra hoặc chép lại, cất chỗ kín; trang này không hiện lại lần
        nữa.
      </Text>
      <RecoveryCodes codes={codes} />
      <Checkbox
        label="Tôi đã cất các mã này"
        checked={isKept}
        onChange={event => setIsKept(event.currentTarget.checked)}
      />
      <Button size="md" disabled={!isKept} onClick={() => void goOn()}>
        Vào bàn làm việc
      </Button>
    </Entry>
  )
}

/** What the app on the phone calls this account. */
function nameIn(uri: string, username: string): string {
  const label = encodeURIComponent(`Một Cửa:${username}`)
  return uri.replace(/^otpauth:\/\/totp\/[^?]*/, `otpauth://totp/${label}`)
}
