/** Name and password, then the code of the phone, or a recovery code when the phone is not there. */
import { Anchor, Button, Checkbox, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trustedDays } from '../../../shared/staff-limits.ts'
import { ApiError, auth, ME } from '../../api/index.ts'
import { Trouble } from '../../ui/index.ts'
import { Entry } from './entry.tsx'

export function SignInPage() {
  const [step, setStep] = useState<'password' | 'code' | 'recovery'>('password')
  const queries = useQueryClient()
  const enter = () => queries.invalidateQueries({ queryKey: ME })
  if (step === 'password') return <PasswordStep onCode={() => setStep('code')} onEntered={() => void enter()} />
  return (
    <CodeStep
      key={step}
      isRecovery={step === 'recovery'}
      onOther={() => setStep(step === 'code' ? 'recovery' : 'code')}
      onAgain={() => setStep('password')}
      onEntered={() => void enter()}
    />
  )
}

function PasswordStep({ onCode, onEntered }: { onCode: () => void; onEntered: () => void }) {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => auth.signIn(username.trim(), password),
    onSuccess: needsCode => (needsCode ? onCode() : onEntered()),
  })
  return (
    <Entry title="Đăng nhập">
      <form onSubmit={submitting(() => signIn.mutate())}>
        <Stack gap="md">
          <TextInput
            label="Tên đăng nhập"
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            required
            value={username}
            onChange={event => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label="Mật khẩu"
            autoComplete="current-password"
            required
            value={password}
            onChange={event => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu' }}
          />
          <Trouble error={signIn.error} />
          <Button type="submit" size="md" loading={signIn.isPending}>
            Tiếp tục
          </Button>
          <Text size="sm">
            Quên mật khẩu, mất điện thoại và hết mã dự phòng: nhờ người quản trị của phường tạo đường dẫn mới.
          </Text>
        </Stack>
      </form>
    </Entry>
  )
}

function CodeStep({
  isRecovery,
  onOther,
  onAgain,
  onEntered,
}: {
  isRecovery: boolean
  onOther: () => void
  onAgain: () => void
  onEntered: () => void
}) {
  const [code, setCode] = useState('')
  const [isTrusted, setIsTrusted] = useState(false)
  const verify = useMutation({
    mutationFn: () =>
      isRecovery ? auth.verifyRecoveryCode(code.trim()) : auth.verifyCode(code.replaceAll(/\s/g, ''), isTrusted),
    onSuccess: onEntered,
    onError: error => {
      const isOver = error instanceof ApiError && /TWO_FACTOR_COOKIE|TOO_MANY/.test(error.reason ?? '')
      if (isOver) setTimeout(onAgain, 2500)
    },
  })
  return (
    <Entry title={isRecovery ? 'Nhập mã dự phòng' : 'Nhập mã trên điện thoại'}>
      <form onSubmit={submitting(() => verify.mutate())}>
        <Stack gap="md">
          <TextInput
            label={isRecovery ? 'Một trong mười mã đã in hoặc đã chép' : 'Sáu số đang hiện trong ứng dụng xác thực'}
            autoComplete="one-time-code"
            inputMode={isRecovery ? 'text' : 'numeric'}
            autoFocus
            required
            value={code}
            onChange={event => setCode(event.currentTarget.value)}
          />
          {!isRecovery && (
            <Checkbox
              label={`Máy của riêng tôi: ${trustedDays} ngày tới không hỏi mã ở máy này`}
              checked={isTrusted}
              onChange={event => setIsTrusted(event.currentTarget.checked)}
            />
          )}
          <Trouble error={verify.error} />
          <Button type="submit" size="md" loading={verify.isPending}>
            Vào
          </Button>
          <Anchor component="button" type="button" underline="always" onClick={onOther}>
            {isRecovery ? 'Dùng mã trên điện thoại' : 'Không có điện thoại ở đây? Dùng mã dự phòng'}
          </Anchor>
        </Stack>
      </form>
    </Entry>
  )
}

export function submitting(work: () => void) {
  return (event: FormEvent) => {
    event.preventDefault()
    work()
  }
}
