import type { ComponentChildren } from 'preact'
import { Empty } from '#ui/parts/Empty.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useWords } from '#ui/words.ts'

/** A page behind the organisation that the office fills in; to others it says whom to ask. */
export function OfficeScreen(props: {
  title: string
  sub: string
  bar?: ComponentChildren
  children: ComponentChildren
}) {
  const { organisation: words } = useWords()
  const { may } = useReader()
  const office = may('setUp')
  const { title, sub, bar, children } = props
  return (
    <Screen title={title} sub={sub} back="/people/organisation" bar={office && bar}>
      {office ? children : <Empty title={words.notYours} text={words.notYoursText} />}
    </Screen>
  )
}
