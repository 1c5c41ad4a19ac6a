/** For which of their areas an officer acts: chosen where they have several, and there to be seen where it is one. */
import { NativeSelect, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router-dom'
import { type Me, useMe } from '../../api/index.ts'
import { roleIncludes } from '../../roles.ts'
import { Answered, Nothing, type Role } from '../../ui/index.ts'
import { type Area, useAreas } from './area.ts'

const AREA = 'dia-ban'

export function InCharge({
  access,
  levels,
  label,
  children,
}: {
  /** The least role that is needed there, or above. */
  access: Role
  levels: readonly Area['level'][]
  label: string
  children: (area: Area) => ReactNode
}) {
  const me = useMe()
  const tree = useAreas()
  const [query, setQuery] = useSearchParams()
  return (
    <Answered query={tree}>
      {all => {
        const mine = me.data ? listInCharge(me.data, all, access).filter(({ level }) => levels.includes(level)) : []
        // A ward is what most work is about.
        const area =
          mine.find(({ code }) => code === query.get(AREA)) ?? mine.find(({ level }) => level === 'ward') ?? mine[0]
        if (!area) return <Nothing>Tài khoản này chưa giữ địa bàn nào ở đây.</Nothing>
        return (
          <Stack gap="md">
            {mine.length > 1 ? (
              <NativeSelect
                label={label}
                value={area.code}
                onChange={event => setQuery({ [AREA]: event.currentTarget.value }, { replace: true })}
                data={mine.map(({ code, name }) => ({ value: code, label: name }))}
              />
            ) : (
              <Text>
                {label}: <b>{area.name}</b>
              </Text>
            )}
            {children(area)}
          </Stack>
        )
      }}
    </Answered>
  )
}

/** Whoever holds a role for an area holds it for all below. */
function listInCharge({ roles }: Me, all: readonly Area[], asked: Role): Area[] {
  const held = roles.flatMap(({ role, area }) => (roleIncludes(role, asked) ? [area] : []))
  const isHeld = (code: string | null): boolean => {
    if (code === null) return false
    return held.includes(code) || isHeld(all.find(one => one.code === code)?.parent ?? null)
  }
  return all.filter(({ code, retiredAt }) => retiredAt === null && isHeld(code))
}
