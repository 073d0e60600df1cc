import type { ComponentChildren } from 'preact'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'

/** One day of a rota, its windows beside it. */
export function RotaDay(props: { name: string; sub?: string; children: ComponentChildren }) {
  return (
    <li class="rota-day">
      <span class="rota-name">
        {props.name}
        {props.sub && <span class="caption">{props.sub}</span>}
      </span>
      <div class="rota-keys">{props.children}</div>
    </li>
  )
}

/** Who stands in one window; empty where nobody does. */
export function RotaCell(props: {
  day: string
  shift: string
  from: string
  name: string
  ownDay?: boolean
  onPress: () => void
}) {
  const { rota } = useWords().plan
  const { day, shift, from, name, ownDay } = props
  return (
    <Key
      look={name ? 'secondary' : 'quiet'}
      label={name || rota.nobody}
      sub={
        <>
          <span class="spoken">{day} </span>
          {shift} {from}
          {ownDay && `・${rota.own}`}
        </>
      }
      onPress={props.onPress}
    />
  )
}
