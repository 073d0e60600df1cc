import Warning from '~icons/lucide/triangle-alert'
import type { Likeness } from '#domain/wall/likeness.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'

/** What looks like somebody, one below the other; only a person knows whether 高兴 is a word or a neighbour. */
export function Likenesses({
  alike,
  onChange,
  onNone,
}: {
  alike: readonly Likeness[]
  onChange: (one: Likeness) => void
  onNone: (one: Likeness) => void
}) {
  const words = useWords().wall.alike
  return (
    <Panel tone="alert" icon={Warning} title={words.title} text={words.text}>
      {alike.map((one) => (
        <fieldset key={`${one.what} ${one.words}`} class="wall-ask">
          <legend>
            {words[one.what]} <b lang="zh-CN">{words.say(one.words)}</b>
          </legend>
          <Key label={words.change} onPress={() => onChange(one)} />
          <Key look="quiet" label={words.none} onPress={() => onNone(one)} />
        </fieldset>
      ))}
    </Panel>
  )
}
