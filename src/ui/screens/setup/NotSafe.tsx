import { Frame } from '#ui/parts/Frame.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { ThemeSwitch } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'

/** Without https a browser keeps nothing: said before anybody types. */
export function NotSafe() {
  const words = useWords()
  return (
    <Frame tools={<ThemeSwitch bare />} header={<Header title={words.common.name} />}>
      <Panel tone="alert" title={words.setup.notSafe.title} text={words.setup.notSafe.text} />
    </Frame>
  )
}
