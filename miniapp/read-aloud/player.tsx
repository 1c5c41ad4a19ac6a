/** What one does while listening: always in sight above the bar, however far one has read on. */
import { Icon, type IconName } from '../ui/index.ts'
import type { Reading } from './use-reading.ts'

export function Player({ reading }: { reading: Reading }) {
  const { reader, state, time, isSlow, play, pause, goBack, setSlow, stop } = reading
  return (
    <section className="player no-print" aria-label="Đang đọc">
      <p className="player-line">
        <span>{reader === 'recording' ? 'Bản ghi âm của phường' : 'Giọng đọc của máy'}</span>
        {time && <span aria-hidden="true">{timeWords(time)}</span>}
      </p>
      <div className="player-buttons">
        {state === 'reading' ? (
          <PlayerButton icon="pause" onPress={pause}>
            Tạm dừng
          </PlayerButton>
        ) : (
          <PlayerButton icon="play" onPress={play}>
            Đọc tiếp
          </PlayerButton>
        )}
        <PlayerButton icon="again" onPress={goBack}>
          Nghe lại
        </PlayerButton>
        <PlayerButton icon="clock" isPressed={isSlow} onPress={() => setSlow(!isSlow)}>
          Đọc chậm
        </PlayerButton>
        <PlayerButton icon="close" onPress={stop}>
          Tắt
        </PlayerButton>
      </div>
    </section>
  )
}

interface PlayerButtonProps {
  icon: IconName
  children: string
  isPressed?: boolean
  onPress(): void
}

function PlayerButton({ icon, children, isPressed, onPress }: PlayerButtonProps) {
  return (
    <button type="button" className="player-button" aria-pressed={isPressed} onClick={onPress}>
      <Icon name={icon} />
      <span>{children}</span>
    </button>
  )
}

function timeWords({ at, whole }: { at: number; whole: number | null }): string {
  return whole === null ? clockWords(at) : `${clockWords(at)} / ${clockWords(whole)}`
}

/** `1:05`. */
function clockWords(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
